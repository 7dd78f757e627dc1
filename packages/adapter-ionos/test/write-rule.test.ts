import type { Rule, RuleDraft } from "@secgroup/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRule } from "../src/read-rule.ts";
import { writeRule } from "../src/write-rule.ts";
import { arbitraryRule, ruleOf } from "./support/arbitrary-rule.ts";
import { errorOf } from "./support/error-of.ts";

const sent = (rule: Rule, egressRemote: "targetIp" | "sourceIp" = "targetIp"): unknown =>
  JSON.parse(JSON.stringify(writeRule(rule, egressRemote)));

const tcp = { protocol: "TCP", type: "INGRESS", ipVersion: "IPv4" };
const ingress: RuleDraft = { direction: "ingress", protocol: "tcp" };

describe("a rule is written with these fields and no others", () => {
  const table: readonly (readonly [given: string, draft: RuleDraft, wanted: Record<string, unknown>])[] = [
    ["that matches any address", ingress, tcp],
    ["of IPv6", { ...ingress, ipVersion: "IPv6" }, { ...tcp, ipVersion: "IPv6" }],
    ["with a remote", { ...ingress, remote: "10.0.0.7" }, { ...tcp, sourceIp: "10.0.0.7/32" }],
    ["with an own address", { ...ingress, local: "10.0.0.0/8" }, { ...tcp, targetIp: "10.0.0.0/8" }],
    [
      "of egress",
      { ...ingress, direction: "egress", remote: "10.0.0.0/8", local: "192.0.2.1" },
      { ...tcp, type: "EGRESS", sourceIp: "192.0.2.1/32", targetIp: "10.0.0.0/8" },
    ],
    ["with one port", { ...ingress, ports: { from: 22, to: 22 } }, { ...tcp, portRangeStart: 22, portRangeEnd: 22 }],
    ["with ports", { ...ingress, ports: { from: 1, to: 65534 } }, { ...tcp, portRangeStart: 1, portRangeEnd: 65534 }],
    ["with a MAC address", { ...ingress, sourceMac: "02:01:0a:0b:0c:0d" }, { ...tcp, sourceMac: "02:01:0a:0b:0c:0d" }],
    ["with a description", { ...ingress, description: "public site" }, { ...tcp, name: "public site" }],
    ["of all ICMP", { direction: "ingress", protocol: "icmp" }, { ...tcp, protocol: "ICMP" }],
    [
      "of an ICMP type",
      { direction: "ingress", protocol: "icmp", icmp: { type: 0 } },
      { ...tcp, protocol: "ICMP", icmpType: 0 },
    ],
    [
      "of an ICMP type and code",
      { direction: "ingress", protocol: "icmp", icmp: { type: 254, code: 0 } },
      { ...tcp, protocol: "ICMP", icmpType: 254, icmpCode: 0 },
    ],
    [
      "of ICMPv6",
      { direction: "ingress", protocol: "ipv6-icmp", ipVersion: "IPv6" },
      { ...tcp, protocol: "ICMPv6", ipVersion: "IPv6" },
    ],
    ["of udp", { ...ingress, protocol: "udp" }, { ...tcp, protocol: "UDP" }],
    ["of gre", { ...ingress, protocol: "gre" }, { ...tcp, protocol: "GRE" }],
    ["of vrrp", { ...ingress, protocol: "vrrp" }, { ...tcp, protocol: "VRRP" }],
    ["of esp", { ...ingress, protocol: "esp" }, { ...tcp, protocol: "ESP" }],
    ["of ah", { ...ingress, protocol: "ah" }, { ...tcp, protocol: "AH" }],
    ["of any protocol", { ...ingress, protocol: "any" }, { ...tcp, protocol: "ANY" }],
  ];
  test.each(table)("%s", (_, draft, wanted) => {
    expect(sent(ruleOf(draft))).toEqual(wanted);
  });
});

test("with the other reading of egress the remote is the source", () => {
  const rule = ruleOf({ ...ingress, direction: "egress", remote: "10.0.0.0/8" });
  expect(sent(rule, "sourceIp")).toEqual({ ...tcp, type: "EGRESS", sourceIp: "10.0.0.0/8" });
});

describe("what a firewall rule cannot express is refused, naming the field", () => {
  test.each<[given: string, draft: RuleDraft, field: string]>([
    ["a remote group", { ...ingress, remoteGroup: "b3f55c2d" }, "remote"],
    ["a group known by name", { ...ingress, remoteGroupName: "web" }, "remote"],
    ["a protocol of the other cloud", { ...ingress, protocol: "sctp" }, "protocol"],
    ["port 0", { ...ingress, ports: { from: 0, to: 80 } }, "ports"],
    ["ICMP type 255", { direction: "ingress", protocol: "icmp", icmp: { type: 255 } }, "icmp"],
    ["ICMP code 255", { direction: "ingress", protocol: "icmp", icmp: { type: 3, code: 255 } }, "icmp"],
  ])("%s", async (_, draft, field) => {
    const error = await errorOf(() => writeRule(ruleOf(draft), "targetIp"));
    expect(error).toMatchObject({ code: "unsupported", retryable: false, place: { field } });
    expect(error.place.rule).toMatch(/^ingress /);
    expect(error.message).toMatch(/^IONOS Cloud cannot express this rule: \S/);
  });
});

test("write, then read gives the same rule, description included, in both readings of egress", () => {
  fc.assert(
    fc.property(arbitraryRule, fc.constantFrom("targetIp" as const, "sourceIp" as const), (rule, egressRemote) => {
      const read = readRule({ id: "r1", properties: writeRule(rule, egressRemote) }, egressRemote);
      expect(read.rule).toMatchObject({ id: "r1", rule });
      expect("rule" in read.rule && read.rule.rule).toEqual(rule);
    }),
  );
});

test("rules that differ are written differently", () => {
  fc.assert(
    fc.property(arbitraryRule, arbitraryRule, (one, other) => {
      fc.pre(JSON.stringify(one) !== JSON.stringify(other));
      expect(sent(one)).not.toEqual(sent(other));
    }),
  );
});
