import { describe, expect, it } from "vitest";
import { readRule } from "../src/read-rule.ts";
import { groupId, wireRule } from "./wire.ts";

const anyIngress = {
  direction: "ingress",
  ipVersion: "IPv4",
  protocol: "any",
  remote: { kind: "any" },
  local: { kind: "any" },
  sourceMac: "any",
  description: "",
};

describe("a rule of the cloud is read", () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ["with nothing said but the direction", {}, {}],
    ["as egress", { direction: "egress" }, { direction: "egress" }],
    ["as IPv6", { ethertype: "IPv6" }, { ipVersion: "IPv6" }],
    ["with any protocol spelt any", { protocol: "any" }, {}],
    ["with all ports", { protocol: "tcp" }, { protocol: "tcp", ports: "all" }],
    [
      "with all ports spelt out",
      { protocol: "tcp", port_range_min: 1, port_range_max: 65535 },
      { protocol: "tcp", ports: "all" },
    ],
    [
      "with ports",
      { protocol: "udp", port_range_min: 53, port_range_max: 54 },
      { protocol: "udp", ports: { from: 53, to: 54 } },
    ],
    [
      "with a protocol number",
      { protocol: "6", port_range_min: 22, port_range_max: 22 },
      { protocol: "tcp", ports: { from: 22, to: 22 } },
    ],
    ["with the number of a protocol without ports", { protocol: "50" }, { protocol: "esp" }],
    ["with all of ICMP", { protocol: "icmp" }, { protocol: "icmp", icmp: "all" }],
    ["with an ICMP type", { protocol: "icmp", port_range_min: 0 }, { protocol: "icmp", icmp: { type: 0 } }],
    [
      "with ICMP type and code",
      { protocol: "icmp", port_range_min: 3, port_range_max: 4 },
      { protocol: "icmp", icmp: { type: 3, code: 4 } },
    ],
    ["with ICMP's number", { protocol: "1", port_range_min: 8 }, { protocol: "icmp", icmp: { type: 8 } }],
    [
      "with ICMPv6",
      { protocol: "ipv6-icmp", ethertype: "IPv6", port_range_min: 128, port_range_max: 0 },
      { protocol: "ipv6-icmp", ipVersion: "IPv6", icmp: { type: 128, code: 0 } },
    ],
    [
      "with icmp on IPv6",
      { protocol: "icmp", ethertype: "IPv6", port_range_min: 128 },
      { protocol: "ipv6-icmp", ipVersion: "IPv6", icmp: { type: 128 } },
    ],
    ["with a network", { remote_ip_prefix: "10.0.0.0/8" }, { remote: { kind: "cidr", cidr: "10.0.0.0/8" } }],
    ["with an address", { remote_ip_prefix: "10.0.0.7" }, { remote: { kind: "cidr", cidr: "10.0.0.7/32" } }],
    ["with host bits set", { remote_ip_prefix: "10.0.0.7/8" }, { remote: { kind: "cidr", cidr: "10.0.0.0/8" } }],
    ["with the whole of IPv4", { remote_ip_prefix: "0.0.0.0/0" }, {}],
    [
      "with an IPv6 network",
      { ethertype: "IPv6", remote_ip_prefix: "2001:DB8::/32" },
      { ipVersion: "IPv6", remote: { kind: "cidr", cidr: "2001:db8::/32" } },
    ],
    [
      "with the IP version implied by the network",
      { ethertype: null, remote_ip_prefix: "::/0" },
      { ipVersion: "IPv6" },
    ],
    [
      "with the IP version implied by the protocol",
      { ethertype: null, protocol: "ipv6-icmp" },
      { ipVersion: "IPv6", protocol: "ipv6-icmp", icmp: "all" },
    ],
    ["with a group", { remote_group_id: groupId }, { remote: { kind: "group", id: groupId } }],
    ["with a description", { description: "public site" }, { description: "public site" }],
    ["with no description", { description: null }, {}],
  ])("%s", (_, given, wanted) => {
    expect(readRule(wireRule({ id: "r", ...given }))).toMatchObject({
      readable: true,
      rule: { id: "r", providerOwned: false, rule: { ...anyIngress, ...wanted } },
    });
  });

  it("without the fields that need not be there", () => {
    const answer = wireRule({ ethertype: undefined, description: undefined, remote_ip_prefix: "10.0.0.0/8" });
    expect(readRule(answer)).toMatchObject({ readable: true, rule: { rule: { ipVersion: "IPv4", description: "" } } });
  });
});

describe("a rule of the cloud is kept as unreadable", () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    ["without an IP version said or implied", { ethertype: null }, /^ipVersion: neither/],
    ["with a group, which implies no IP version", { ethertype: null, remote_group_id: groupId }, /^ipVersion: neither/],
    ["with a word that is no IP version", { ethertype: "IPv5" }, /^ipVersion: /],
    ["with a direction that is none", { direction: "sideways" }, /^direction: /],
    ["with a protocol that has no keyword", { protocol: "200" }, /^protocol: /],
    ["with half a range", { protocol: "tcp", port_range_min: 80 }, /^ports.to: /],
    ["with a range upside down", { protocol: "tcp", port_range_min: 80, port_range_max: 79 }, /^ports.from: /],
    ["with ports of any protocol", { port_range_min: 80, port_range_max: 80 }, /^ports: /],
    ["with an ICMP code without a type", { protocol: "icmp", port_range_max: 0 }, /^icmp.type: /],
    ["with a text that is no network", { remote_ip_prefix: "office" }, /^remote: /],
    ["with network and group", { remote_ip_prefix: "10.0.0.0/8", remote_group_id: groupId }, /^remote: /],
    ["with an IPv6 network on IPv4", { remote_ip_prefix: "2001:db8::/32" }, /^ipVersion: /],
  ])("%s", (_, given, reason) => {
    expect(readRule(wireRule({ id: "r", ...given }))).toEqual({
      readable: false,
      rule: { id: "r", reason: expect.stringMatching(reason) },
    });
  });
});

it.each([
  ["system", true],
  ["System", false],
  ["system rule", false],
  ["", false],
  [null, false],
])("the description %j makes a rule the provider's: %s", (description, providerOwned) => {
  expect(readRule(wireRule({ description }))).toMatchObject({ rule: { providerOwned } });
});
