import type { RuleDraft } from "@secgroup/core";
import { expect } from "vitest";
import type { Exchange } from "../exchange.ts";
import { ruleOf } from "../rule-of.ts";
import {
  datacenter,
  exchange,
  followed,
  group,
  groupId,
  location,
  ruleId,
  rulePath,
  signal,
  timeless,
  webRule,
  wireRule,
} from "./wire.ts";

/** A rule that stands: as core knows it, and with the properties that the provider is asked to have. */
interface Standing {
  readonly draft: RuleDraft;
  readonly properties: object;
}

const web: Standing = {
  draft: {
    direction: "ingress",
    protocol: "tcp",
    ports: { from: 443, to: 443 },
    remote: "203.0.113.0/24",
    description: "https",
  },
  properties: webRule,
};
const pinned: Standing = {
  draft: { ...web.draft, local: "10.0.0.7", sourceMac: "aa:bb:cc:dd:ee:ff" },
  properties: { ...webRule, targetIp: "10.0.0.7/32", sourceMac: "aa:bb:cc:dd:ee:ff" },
};
const open: Standing = {
  draft: { ...web.draft, ports: undefined },
  properties: { ...webRule, portRangeStart: null, portRangeEnd: null },
};
const out: Standing = {
  draft: { ...web.draft, direction: "egress" },
  properties: { ...webRule, type: "EGRESS", sourceIp: null, targetIp: "203.0.113.0/24" },
};
const ping: Standing = {
  draft: {
    direction: "ingress",
    protocol: "icmp",
    icmp: { type: 8, code: 0 },
    remote: "203.0.113.0/24",
    description: "ping",
  },
  properties: {
    name: "ping",
    protocol: "ICMP",
    type: "INGRESS",
    ipVersion: "IPv4",
    sourceIp: "203.0.113.0/24",
    icmpType: 8,
    icmpCode: 0,
  },
};

/** What is said otherwise of the rule, and the body that says it. */
const updates: readonly (readonly [special: string, from: Standing, parts: Partial<RuleDraft>, body: object])[] = [
  ["the name alone, in a bare body", web, { description: "public site" }, { name: "public site" }],
  ["the name taken away", web, { description: "" }, { name: "" }],
  ["sourceIp", web, { remote: "192.0.2.7" }, { sourceIp: "192.0.2.7/32" }],
  ["sourceIp lifted", web, { remote: undefined }, { sourceIp: null }],
  ["targetIp of egress", out, { remote: "192.0.2.7" }, { targetIp: "192.0.2.7/32" }],
  ["targetIp of egress lifted", out, { remote: undefined }, { targetIp: null }],
  ["targetIp", pinned, { local: "10.0.0.0/24" }, { targetIp: "10.0.0.0/24" }],
  ["targetIp lifted", pinned, { local: undefined }, { targetIp: null }],
  ["sourceMac", pinned, { sourceMac: "aa:bb:cc:dd:ee:00" }, { sourceMac: "aa:bb:cc:dd:ee:00" }],
  ["sourceMac lifted", pinned, { sourceMac: undefined }, { sourceMac: null }],
  ["one end of the ports", web, { ports: { from: 443, to: 8443 } }, { portRangeStart: 443, portRangeEnd: 8443 }],
  ["ports where all were open", open, { ports: { from: 80, to: 90 } }, { portRangeStart: 80, portRangeEnd: 90 }],
  ["ICMP type and code", ping, { icmp: { type: 3, code: 1 } }, { icmpType: 3, icmpCode: 1 }],
  ["ICMP code lifted", ping, { icmp: { type: 8 } }, { icmpType: 8, icmpCode: null }],
  ["ICMP type and code lifted", ping, { icmp: undefined }, { icmpType: null, icmpCode: null }],
  [
    "everything at once",
    pinned,
    {
      description: "moved",
      remote: undefined,
      local: undefined,
      sourceMac: undefined,
      ports: { from: 8443, to: 8443 },
    },
    { name: "moved", sourceMac: null, sourceIp: null, targetIp: null, portRangeStart: 8443, portRangeEnd: 8443 },
  ],
];

/** Changing rules in place: PATCH bare, with what changes and nothing else, null for what is lifted. */
export const updateRules: readonly Exchange[] = updates.map(([special, { draft, properties }, parts, body]) =>
  exchange(
    {
      description: `datacentersSecuritygroupsRulesPatch: ${special}`,
      state: datacenter({ name: "web", description: "Public web servers", rules: [properties] }),
      request: { method: "PATCH", path: rulePath, body },
      response: { status: 202, headers: { Location: location }, body: wireRule({ ...properties, ...body }, "BUSY") },
    },
    async (adapter) => {
      const [from, to] = [ruleOf(draft), ruleOf({ ...draft, ...parts })];
      const operation = await adapter.submit({ kind: "update-rule", group, ruleId, from, to }, signal);
      expect(timeless(operation)).toEqual(followed({ groupId, ruleId }));
    },
  ),
);
