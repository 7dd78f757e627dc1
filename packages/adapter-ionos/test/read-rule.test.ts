import type { Rule, RuleDraft } from "@secgroup/core";
import { describe, expect, test } from "vitest";
import { readRule } from "../src/read-rule.ts";
import { ruleOf } from "./support/arbitrary-rule.ts";

const read = (properties: Record<string, unknown>, egressRemote: "targetIp" | "sourceIp" = "targetIp") =>
  readRule({ id: "r1", properties: { protocol: "TCP", ...properties } }, egressRemote);

const ingressTcp: RuleDraft = { direction: "ingress", protocol: "tcp" };

describe("a rule of the cloud becomes the canonical rule", () => {
  const table: readonly (readonly [given: string, properties: Record<string, unknown>, wanted: RuleDraft])[] = [
    ["without a type is ingress, without version and address IPv4", {}, ingressTcp],
    [
      "with every nullable field null is the same as without them",
      {
        name: null,
        sourceMac: null,
        ipVersion: null,
        sourceIp: null,
        targetIp: null,
        icmpType: null,
        icmpCode: null,
        portRangeStart: null,
        portRangeEnd: null,
        type: null,
      },
      ingressTcp,
    ],
    ["keeps the direction it says", { type: "EGRESS" }, { ...ingressTcp, direction: "egress" }],
    ["keeps the version it says", { ipVersion: "IPv6" }, { ...ingressTcp, ipVersion: "IPv6" }],
    [
      "deduces the version from the source",
      { sourceIp: "2001:DB8::0001" },
      { ...ingressTcp, ipVersion: "IPv6", remote: "2001:db8::1/128" },
    ],
    [
      "deduces the version from the target",
      { targetIp: "2001:db8::/32" },
      { ...ingressTcp, ipVersion: "IPv6", local: "2001:db8::/32" },
    ],
    ["has the source as its remote", { sourceIp: "10.0.0.7" }, { ...ingressTcp, remote: "10.0.0.7/32" }],
    ["has the target as its own address", { targetIp: "10.0.0.7" }, { ...ingressTcp, local: "10.0.0.7/32" }],
    ["loses host bits", { sourceIp: "10.0.0.1/8" }, { ...ingressTcp, remote: "10.0.0.0/8" }],
    ["from 0.0.0.0/0 is from any", { sourceIp: "0.0.0.0/0" }, ingressTcp],
    ["from ::/0 is from any IPv6 address", { sourceIp: "::/0" }, { ...ingressTcp, ipVersion: "IPv6" }],
    ["has its MAC address", { sourceMac: "02-01-0A-0B-0C-0D" }, { ...ingressTcp, sourceMac: "02:01:0a:0b:0c:0d" }],
    ["has its name as description", { name: "public site" }, { ...ingressTcp, description: "public site" }],
    ["has its ports", { portRangeStart: 80, portRangeEnd: 443 }, { ...ingressTcp, ports: { from: 80, to: 443 } }],
    ["with ports 1 to 65535 has all", { portRangeStart: 1, portRangeEnd: 65535 }, ingressTcp],
    [
      "has its ICMP type, all codes",
      { protocol: "ICMP", icmpType: 8 },
      { direction: "ingress", protocol: "icmp", icmp: { type: 8 } },
    ],
    [
      "has ICMP type and code 0",
      { protocol: "ICMP", icmpType: 0, icmpCode: 0 },
      { direction: "ingress", protocol: "icmp", icmp: { type: 0, code: 0 } },
    ],
    [
      "ICMPv6 is ipv6-icmp",
      { protocol: "ICMPv6", ipVersion: "IPv6" },
      { direction: "ingress", protocol: "ipv6-icmp", ipVersion: "IPv6" },
    ],
    ["ANY is any", { protocol: "ANY" }, { direction: "ingress", protocol: "any" }],
    ["AH is ah", { protocol: "AH" }, { direction: "ingress", protocol: "ah" }],
  ];
  test.each(table)("%s", (_, properties, wanted) => {
    const { readable, rule } = read(properties);
    expect(readable).toBe(true);
    expect(rule).toMatchObject({ id: "r1", rule: ruleOf(wanted), providerOwned: false });
  });
});

test("the remote of an egress rule is its target, unless the other reading is asked for", () => {
  const properties = { type: "EGRESS", sourceIp: "10.0.0.1", targetIp: "192.0.2.1" };
  const remotes = (["targetIp", "sourceIp"] as const).map((egressRemote) => {
    const { rule } = read(properties, egressRemote);
    return "rule" in rule ? [rule.rule.remote, rule.rule.local] : rule;
  });
  const [source, target] = ["10.0.0.1/32", "192.0.2.1/32"].map((cidr) => ({ kind: "cidr", cidr }));
  expect(remotes).toEqual([
    [target, source],
    [source, target],
  ]);
});

test("the other reading of egress does not change ingress", () => {
  const properties = { type: "INGRESS", sourceIp: "10.0.0.1", targetIp: "192.0.2.1" };
  expect(read(properties, "sourceIp")).toEqual(read(properties, "targetIp"));
});

test("the cloud's own spelling is kept beside the canonical rule", () => {
  const { rule } = read({ protocol: "ICMPv6", ipVersion: "IPv6", sourceIp: "2001:DB8::1" });
  expect(rule).toMatchObject({ draft: { protocol: "ICMPv6", remote: "2001:DB8::1", direction: "INGRESS" } });
});

describe("a rule that contradicts itself is unreadable, with the reason", () => {
  test.each<[given: string, properties: Record<string, unknown>, reason: RegExp]>([
    ["an unknown protocol", { protocol: "QUIC" }, /protocol: "QUIC"/],
    ["an unknown direction", { type: "BIDIRECTIONAL" }, /direction: "BIDIRECTIONAL"/],
    ["an unknown IP version", { ipVersion: "IPv5" }, /ipVersion: "IPv5"/],
    ["one port of the pair", { portRangeStart: 80 }, /ports\.to/],
    ["ports in the wrong order", { portRangeStart: 80, portRangeEnd: 79 }, /ports\.from/],
    ["ports on ICMP", { protocol: "ICMP", portRangeStart: 80, portRangeEnd: 80 }, /ports: icmp has no ports/],
    ["an ICMP type on TCP", { icmpType: 8 }, /icmp: tcp has no ICMP/],
    ["an ICMP code without its type", { protocol: "ICMP", icmpCode: 0 }, /icmp\.type/],
    ["ICMPv6 on IPv4", { protocol: "ICMPv6", ipVersion: "IPv4" }, /protocol: ipv6-icmp exists on IPv6 only/],
    ["an address of the other version", { ipVersion: "IPv6", sourceIp: "10.0.0.1" }, /ipVersion/],
    ["addresses of two versions", { sourceIp: "10.0.0.1", targetIp: "::1" }, /local/],
    ["an address that is none", { sourceIp: "10.0.0.1,10.0.0.2" }, /remote: "10\.0\.0\.1,10\.0\.0\.2"/],
    ["a MAC address that is none", { sourceMac: "no" }, /sourceMac: "no"/],
  ])("%s", (_, properties, reason) => {
    const { readable, rule } = read(properties);
    expect(readable).toBe(false);
    expect(rule).toEqual({ id: "r1", reason: expect.stringMatching(reason) as string });
  });
});

test("a protocol that the vendor adds later is read when core knows it", () => {
  const wanted: Rule = ruleOf({ direction: "ingress", protocol: "sctp", ports: { from: 1, to: 2 } });
  expect(read({ protocol: "SCTP", portRangeStart: 1, portRangeEnd: 2 }).rule).toMatchObject({ rule: wanted });
});
