import { expect, it } from "vitest";
import { ruleKey, type RuleDraft } from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";

const rule: RuleDraft = { direction: "ingress", ipVersion: "IPv4" };
const tcp: RuleDraft = { ...rule, protocol: "tcp" };
const icmp: RuleDraft = { ...rule, protocol: "icmp" };
const network = "10.0.0.0/8";
const sourceMac = "02:01:0a:0b:0c:0d";

it("is another one wherever anything but the description differs", () => {
  const drafts: readonly RuleDraft[] = [
    rule,
    { ...rule, direction: "egress" },
    { ...rule, ipVersion: "IPv6" },
    tcp,
    { ...rule, protocol: "udp" },
    { ...tcp, ports: { from: 22, to: 22 } },
    { ...tcp, ports: { from: 22, to: 23 } },
    { ...tcp, ports: { from: 21, to: 23 } },
    icmp,
    { ...icmp, icmp: { type: 3 } },
    { ...icmp, icmp: { type: 4 } },
    { ...icmp, icmp: { type: 3, code: 0 } },
    { ...icmp, icmp: { type: 3, code: 4 } },
    { ...icmp, icmp: { type: 3, code: 5 } },
    { ...rule, remote: network },
    { ...rule, remote: "10.0.0.0/9" },
    { ...rule, local: network },
    { ...rule, local: "10.0.0.0/9" },
    { ...rule, local: network, remote: network },
    { ...rule, sourceMac },
    { ...rule, sourceMac: "02:01:0a:0b:0c:0e" },
    { ...rule, sourceMac, local: network },
    { ...rule, sourceMac, remote: network },
    { ...rule, remoteGroup: network },
    { ...rule, remoteGroupName: network },
    { ...rule, remoteGroup: 'g" 10.0.0.0/8' },
    { ...rule, remoteGroup: "g", local: network },
    { ...rule, remoteGroup: "h" },
    { ...rule, remoteGroupName: "h" },
  ];
  const keys = drafts.map((draft) => ruleKey(ruleOf(draft)));
  expect(new Set(keys).size).toBe(drafts.length);
});

it("does not depend on the description", () => {
  expect(ruleKey(ruleOf({ ...tcp, description: "web" }))).toBe(ruleKey(ruleOf(tcp)));
});
