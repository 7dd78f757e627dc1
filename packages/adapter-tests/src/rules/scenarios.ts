import type { Rule } from "@secgroup/core";
import { ruleOf, tcp } from "./rule-of.ts";

/** The rules of one group over time; the first state may be the one that it is created with. */
export interface Scenario {
  readonly name: string;
  readonly states: readonly (readonly Rule[])[];
}

const ssh = tcp(22, 22, { remote: "203.0.113.0/24", description: "ssh" });
const https = tcp(443, 443, { description: "public site" });
const https6 = tcp(443, 443, { ipVersion: "IPv6", description: "public site" });
const postgres = tcp(5432, 5432, { remote: "10.0.0.0/8" });
const out = tcp(443, 443, { direction: "egress" });

/** Ways of a group that any cloud can go: all rules are tcp with ports and addresses. */
export const scenarios: readonly Scenario[] = [
  {
    name: "there and back again",
    states: [
      [ssh, https],
      [https, https6, postgres, out],
      [ssh, https],
    ],
  },
  { name: "from no rules to one, and the last rule removed", states: [[], [ssh], []] },
  {
    name: "ports widened, then narrowed",
    states: [
      [tcp(80), ssh],
      [tcp(80, 90), ssh],
      [tcp(85, 86), ssh],
    ],
  },
  {
    name: "an address widened to the world, then narrowed",
    states: ["10.1.2.0/24", "10.0.0.0/8", undefined, "10.1.2.3"].map((remote) => [tcp(22, 22, { remote })]),
  },
  {
    name: "an IPv6 address widened to the world, then narrowed",
    states: ["2001:db8::/64", "2001:db8::/32", "::/0", "2001:db8::1"].map((remote) => [tcp(22, 22, { remote })]),
  },
  {
    name: "two rules that swap their addresses",
    states: [
      [tcp(80, 80, { remote: "192.0.2.0/25" }), tcp(443, 443, { remote: "192.0.2.128/25" })],
      [tcp(80, 80, { remote: "192.0.2.128/25" }), tcp(443, 443, { remote: "192.0.2.0/25" })],
    ],
  },
  {
    name: "a rule that turns from ingress to egress, and from IPv4 to IPv6",
    states: [[https], [out], [https6], [https, https6, out]],
  },
  {
    name: "rules that overlap stay apart",
    states: [
      [postgres, tcp(5432, 5432, { remote: "10.1.0.0/16" }), tcp(5000, 6000, { remote: "10.1.0.0/16" })],
      [tcp(5432, 5432, { remote: "10.1.0.0/16" }), tcp(5432)],
      [ruleOf({ protocol: "tcp" }), tcp(5432)],
    ],
  },
  {
    name: "everything replaced at once",
    states: [[1, 2, 3, 4, 5].map((port) => tcp(port)), [6, 7, 8].map((port) => tcp(port))],
  },
];
