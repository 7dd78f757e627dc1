import { expect, it } from "vitest";
import { describeRule, type RuleDraft } from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";

it.each<[RuleDraft, string]>([
  [{ direction: "ingress", ipVersion: "IPv4" }, "ingress any from any (IPv4)"],
  [{ direction: "egress", ipVersion: "IPv6", protocol: "tcp" }, "egress tcp to any (IPv6)"],
  [
    { direction: "ingress", protocol: "udp", ports: { from: 53, to: 53 }, remote: "10.0.0.7" },
    "ingress udp/53 from 10.0.0.7/32 (IPv4)",
  ],
  [
    { direction: "ingress", protocol: "tcp", ports: { from: 1, to: 9 }, remote: "::1" },
    "ingress tcp/1-9 from ::1/128 (IPv6)",
  ],
  [{ direction: "ingress", ipVersion: "IPv4", protocol: "icmp" }, "ingress icmp from any (IPv4)"],
  [{ direction: "ingress", ipVersion: "IPv4", protocol: "icmp", icmp: { type: 8 } }, "ingress icmp/8 from any (IPv4)"],
  [
    { direction: "ingress", ipVersion: "IPv4", protocol: "icmp", icmp: { type: 3, code: 0 } },
    "ingress icmp/3.0 from any (IPv4)",
  ],
  [{ direction: "ingress", ipVersion: "IPv4", remoteGroup: "g-1" }, "ingress any from group:g-1 (IPv4)"],
  [{ direction: "egress", ipVersion: "IPv4", remoteGroupName: "web" }, "egress any to group:web (IPv4)"],
  [
    { direction: "ingress", local: "10.0.0.7", sourceMac: "02:00:00:00:00:01", description: "not said" },
    "ingress any from any at 10.0.0.7/32 mac 02:00:00:00:00:01 (IPv4)",
  ],
])("%j is said as %s", (draft, wanted) => {
  expect(describeRule(ruleOf(draft))).toBe(wanted);
});
