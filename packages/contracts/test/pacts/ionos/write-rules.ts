import type { Adapter, Operation, ResolvedStep, Rule, RuleDraft } from "@secgroup/core";
import { expect } from "vitest";
import type { Exchange, Interaction, State } from "../exchange.ts";
import { ruleOf } from "../rule-of.ts";
import {
  exchange,
  followed,
  group,
  groupId,
  location,
  ruleId,
  rulePath,
  rulesPath,
  signal,
  timeless,
  values,
  webDatacenter,
  webDatacenterWith,
  wireRule,
} from "./wire.ts";

const submits =
  (step: ResolvedStep, operation: Operation = followed({ groupId, ruleId })) =>
  async (adapter: Adapter): Promise<void> => {
    expect(timeless(await adapter.submit(step, signal))).toEqual(operation);
  };

const create = (rule: Rule): ResolvedStep => ({ kind: "create-rule", group, rule });
const polled = (kind: "rule" | "rule-absent"): Operation => ({
  cloud: "ionos",
  handles: [`${kind}:${values.datacenterId}/${groupId}/${ruleId}`],
  groupId,
  ruleId,
});

const post = (
  special: string,
  properties: object,
  { state = webDatacenter, status = 202, hasLocation = true }: PostOptions = {},
): Interaction => ({
  description: `datacentersSecuritygroupsFirewallrulesPost: ${special}`,
  state,
  request: { method: "POST", path: rulesPath, body: { properties } },
  response: { status, ...(hasLocation ? { headers: { Location: location } } : {}), body: wireRule(properties, "BUSY") },
});

interface PostOptions {
  readonly state?: State;
  readonly status?: number;
  readonly hasLocation?: boolean;
}

const v4 = { type: "INGRESS", ipVersion: "IPv4" };

/** A draft, and the properties that it is written as. */
const drafts: readonly (readonly [special: string, draft: RuleDraft, properties: object])[] = [
  [
    "TCP, one port, from a block",
    {
      direction: "ingress",
      protocol: "tcp",
      ports: { from: 22, to: 22 },
      remote: "203.0.113.0/24",
      description: "ssh",
    },
    { name: "ssh", protocol: "TCP", ...v4, sourceIp: "203.0.113.0/24", portRangeStart: 22, portRangeEnd: 22 },
  ],
  ["TCP, all ports", { direction: "ingress", protocol: "tcp" }, { protocol: "TCP", ...v4 }],
  [
    "UDP, a range, IPv6",
    {
      direction: "ingress",
      protocol: "udp",
      ports: { from: 1, to: 65534 },
      remote: "2001:db8::/32",
      ipVersion: "IPv6",
    },
    {
      protocol: "UDP",
      type: "INGRESS",
      ipVersion: "IPv6",
      sourceIp: "2001:db8::/32",
      portRangeStart: 1,
      portRangeEnd: 65534,
    },
  ],
  [
    "ICMP, type and code",
    { direction: "ingress", protocol: "icmp", icmp: { type: 8, code: 0 } },
    { protocol: "ICMP", ...v4, icmpType: 8, icmpCode: 0 },
  ],
  [
    "ICMP, type only",
    { direction: "ingress", protocol: "icmp", icmp: { type: 8 } },
    { protocol: "ICMP", ...v4, icmpType: 8 },
  ],
  [
    "ICMPv6",
    { direction: "ingress", protocol: "ipv6-icmp", ipVersion: "IPv6" },
    { protocol: "ICMPv6", type: "INGRESS", ipVersion: "IPv6" },
  ],
  ["GRE", { direction: "ingress", protocol: "gre" }, { protocol: "GRE", ...v4 }],
  ["VRRP", { direction: "ingress", protocol: "vrrp" }, { protocol: "VRRP", ...v4 }],
  ["ESP", { direction: "ingress", protocol: "esp" }, { protocol: "ESP", ...v4 }],
  ["AH", { direction: "ingress", protocol: "ah" }, { protocol: "AH", ...v4 }],
  [
    "ANY, egress to an address",
    { direction: "egress", remote: "192.0.2.7" },
    { protocol: "ANY", type: "EGRESS", ipVersion: "IPv4", targetIp: "192.0.2.7/32" },
  ],
  [
    "source MAC and own address",
    { direction: "ingress", protocol: "tcp", sourceMac: "AA:BB:CC:DD:EE:FF", local: "10.0.0.7" },
    { protocol: "TCP", ...v4, targetIp: "10.0.0.7/32", sourceMac: "aa:bb:cc:dd:ee:ff" },
  ],
];

const gre = ruleOf({ direction: "ingress", protocol: "gre" });
const greProperties = { protocol: "GRE", ...v4 };

const creations: readonly Exchange[] = [
  ...drafts.map(([special, draft, properties]) => exchange(post(special, properties), submits(create(ruleOf(draft))))),
  exchange(
    post("status 200, as the API reference lists", greProperties, {
      state: webDatacenterWith({ rulePostStatus: 200 }),
      status: 200,
    }),
    submits(create(gre)),
  ),
  exchange(
    post("without Location", greProperties, {
      state: webDatacenterWith({ locationHeader: "never" }),
      hasLocation: false,
    }),
    submits(create(gre), polled("rule")),
  ),
];

const remove = (special: string, state: State, headers: object): Interaction => ({
  description: `datacentersSecuritygroupsFirewallrulesDelete: ${special}`,
  state,
  request: { method: "DELETE", path: rulePath },
  response: { status: 202, headers: { ...headers } },
});
const removeStep: ResolvedStep = { kind: "delete-rule", group, ruleId };

/** Writing rules: POST for every protocol, DELETE, each with the status URL and without. */
export const writeRules: readonly Exchange[] = [
  ...creations,
  exchange(remove("a rule", webDatacenter, { Location: location }), submits(removeStep)),
  exchange(
    remove(
      "without Location, which the document does not list",
      webDatacenterWith({ locationHeader: "as-documented" }),
      {},
    ),
    submits(removeStep, polled("rule-absent")),
  ),
];
