import { normalizeRule, type Rule, type RuleDraft } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { readRule } from "../src/read-rule.ts";
import { writeDraft, writeRule } from "../src/write-rule.ts";
import { groupId, wireRule } from "./wire.ts";

function rule(draft: Partial<RuleDraft>): Rule {
  const normalized = normalizeRule({ direction: "ingress", ipVersion: "IPv4", ...draft }, "document");
  if (!normalized.ok || normalized.rules[0] === undefined) throw new Error(JSON.stringify(normalized));
  return normalized.rules[0];
}

const anyIngress = { direction: "ingress", ethertype: "IPv4", protocol: null };

// Equality is strict about keys: one that is present but undefined or null would be sent, or read as a statement.
describe("a rule is written", () => {
  it.each<[string, Partial<RuleDraft>, Record<string, unknown>]>([
    ["with nothing said but direction and IP version", {}, anyIngress],
    [
      "as egress on IPv6",
      { direction: "egress", ipVersion: "IPv6" },
      { direction: "egress", ethertype: "IPv6", protocol: null },
    ],
    ["with all ports", { protocol: "tcp" }, { ...anyIngress, protocol: "tcp" }],
    [
      "with one port",
      { protocol: "tcp", ports: { from: 22, to: 22 } },
      { ...anyIngress, protocol: "tcp", port_range_min: 22, port_range_max: 22 },
    ],
    [
      "with ports",
      { protocol: "sctp", ports: { from: 1, to: 9 } },
      { ...anyIngress, protocol: "sctp", port_range_min: 1, port_range_max: 9 },
    ],
    ["with all of ICMP", { protocol: "icmp" }, { ...anyIngress, protocol: "icmp" }],
    [
      "with ICMP type 0",
      { protocol: "icmp", icmp: { type: 0 } },
      { ...anyIngress, protocol: "icmp", port_range_min: 0 },
    ],
    [
      "with ICMP type and code 0",
      { protocol: "icmp", icmp: { type: 8, code: 0 } },
      { ...anyIngress, protocol: "icmp", port_range_min: 8, port_range_max: 0 },
    ],
    [
      "with ICMPv6",
      { protocol: "icmp", ipVersion: "IPv6" },
      { direction: "ingress", ethertype: "IPv6", protocol: "ipv6-icmp" },
    ],
    ["with a network", { remote: "10.0.0.7" }, { ...anyIngress, remote_ip_prefix: "10.0.0.7/32" }],
    ["with a group", { remoteGroup: groupId }, { ...anyIngress, remote_group_id: groupId }],
    ["with a description", { description: "public site" }, { ...anyIngress, description: "public site" }],
  ])("%s", (_, given, wanted) => {
    expect(writeRule(rule(given))).toStrictEqual(wanted);
  });
});

describe("a rule is refused", () => {
  it.each<[string, Partial<RuleDraft>, string, RegExp]>([
    ["that names a group without an id", { remoteGroupName: "database" }, "remote", /"database" has no id/],
    ["with a local address", { local: "10.0.0.7" }, "local", /no field for the server's own address/],
    ["with a MAC address", { sourceMac: "02:01:0a:0b:0c:0d" }, "sourceMac", /no field for a MAC/],
  ])("%s", (_, given, field, message) => {
    const refused = expect.objectContaining({
      code: "unsupported",
      message: expect.stringMatching(message),
      place: { field, rule: expect.stringMatching(/^ingress .* \(IPv4\)$/) },
    });
    expect(() => writeRule(rule(given))).toThrow(refused);
    expect(() => writeDraft({ direction: "ingress", ipVersion: "IPv4", ...given })).toThrow(refused);
  });

  it("that begins at port 0, unless the cloud itself has given it", () => {
    const given = { direction: "ingress", ipVersion: "IPv4", protocol: "tcp", ports: { from: 0, to: 80 } };
    expect(() => writeRule(rule(given))).toThrow(
      expect.objectContaining({ code: "unsupported", message: expect.stringMatching(/begin at 1/) }),
    );
    expect(writeDraft(given)).toMatchObject({ port_range_min: 0, port_range_max: 80 });
  });
});

describe("a rule that stays is written as the cloud spelt it", () => {
  const spelt = { ...anyIngress };
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ["an address without a length", { remote_ip_prefix: "10.0.0.7" }, { ...spelt, remote_ip_prefix: "10.0.0.7" }],
    ["host bits", { remote_ip_prefix: "10.0.0.7/8" }, { ...spelt, remote_ip_prefix: "10.0.0.7/8" }],
    ["the whole of IPv4", { remote_ip_prefix: "0.0.0.0/0" }, { ...spelt, remote_ip_prefix: "0.0.0.0/0" }],
    [
      "all ports spelt out",
      { protocol: "tcp", port_range_min: 1, port_range_max: 65535 },
      { ...spelt, protocol: "tcp", port_range_min: 1, port_range_max: 65535 },
    ],
    [
      "all ports from 0",
      { protocol: "udp", port_range_min: 0, port_range_max: 65535 },
      { ...spelt, protocol: "udp", port_range_min: 0, port_range_max: 65535 },
    ],
    [
      "ICMP type and code 0",
      { protocol: "icmp", port_range_min: 0, port_range_max: 0 },
      { ...spelt, protocol: "icmp", port_range_min: 0, port_range_max: 0 },
    ],
    ["icmp on IPv6", { protocol: "icmp", ethertype: "IPv6" }, { ...spelt, ethertype: "IPv6", protocol: "icmp" }],
    ["one of two keywords of a number", { protocol: "ipip" }, { ...spelt, protocol: "ipip" }],
    ["a number, which becomes a keyword", { protocol: "50" }, { ...spelt, protocol: "esp" }],
    [
      "the number of a protocol with ports",
      { protocol: "6", port_range_min: 22, port_range_max: 23 },
      { ...spelt, protocol: "tcp", port_range_min: 22, port_range_max: 23 },
    ],
    ["any, which becomes null", { protocol: "any" }, spelt],
    [
      "an IPv6 network in capitals",
      { ethertype: "IPv6", remote_ip_prefix: "2001:DB8::/32" },
      { ...spelt, ethertype: "IPv6", remote_ip_prefix: "2001:DB8::/32" },
    ],
    [
      "no IP version, which the network implies",
      { ethertype: null, remote_ip_prefix: "::/0" },
      { ...spelt, ethertype: "IPv6", remote_ip_prefix: "::/0" },
    ],
    ["a group", { remote_group_id: groupId }, { ...spelt, remote_group_id: groupId }],
    ["the provider's own", { description: "system" }, { ...spelt, description: "system" }],
    ["no description", { description: null }, spelt],
  ])("%s", (_, given, wanted) => {
    const read = readRule(wireRule(given));
    if (!read.readable) throw new Error(read.rule.reason);
    expect(writeDraft(read.rule.draft)).toStrictEqual(wanted);
  });

  it("and any remote said by name is left out", () => {
    expect(writeDraft({ direction: "ingress", ipVersion: "IPv4", remote: "any" })).toStrictEqual(spelt);
  });

  it("unless it has no canonical form", () => {
    expect(() => writeDraft({ direction: "ingress" })).toThrow(
      expect.objectContaining({ code: "unreadable-rule", message: expect.stringContaining("ipVersion: ") }),
    );
  });
});
