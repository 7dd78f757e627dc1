import { describe, expect, it } from "vitest";
import type { Rule } from "../../src/index.ts";
import { memoryCapabilities } from "../../src/memory/memory-capabilities.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { groupIds } from "./support/packet-universe.ts";
import { searchFewestCalls } from "./support/search-fewest-calls.ts";
import { updateOf } from "./support/group-changes.ts";

const ports = (from: number, to = from, description = ""): Rule =>
  ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol: "tcp", ports: { from, to }, description });
const of = (remote: string): Rule => ruleOf({ direction: "ingress", ipVersion: "IPv4", remote });
const udp = (port: number): Rule =>
  ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol: "udp", ports: { from: port, to: port } });
const tcpFrom = (remote: string, from?: number): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: from === undefined ? undefined : { from, to: from }, remote });
const label = (rule: Rule): Rule => ({ ...rule, description: "new" });

type Group = readonly [old: readonly Rule[], wanted: readonly Rule[]];

function search(writeGranularity: "rule" | "rule-set", limit: number, ...groups: readonly Group[]): number | undefined {
  return searchFewestCalls({
    capabilities: {
      ...memoryCapabilities,
      writeGranularity,
      ruleUpdates:
        writeGranularity === "rule"
          ? { supported: true, immutable: ["protocol"], unclearable: ["ports"] }
          : { supported: false, reason: "none" },
    },
    limits: { rulesPerGroup: limit },
    changes: groups.map(([old, wanted], index) => updateOf(groupIds[index] ?? "", { old, wanted }, { relabels: true })),
  });
}

describe("the fewest calls rule by rule", () => {
  it.for<[name: string, calls: number | undefined, limit: number, ...groups: Group[]]>([
    ["nothing to do", 0, 9, [[ports(22)], [ports(22)]]],
    ["two creates", 2, 9, [[], [ports(22), ports(24)]]],
    ["a label", 1, 1, [[ports(22)], [label(ports(22))]]],
    ["in place, since nothing stays", 1, 1, [[ports(22)], [ports(24)]]],
    ["in place, since ports can be set", 1, 9, [[tcpFrom("10.0.0.1")], [tcpFrom("10.0.0.2", 22)]]],
    ["not in place, since the protocol stays", 2, 1, [[ports(22)], [udp(22)]]],
    ["not in place, since ports cannot be cleared", 2, 9, [[tcpFrom("10.0.0.1", 22)], [tcpFrom("10.0.0.2")]]],
    ["not in place, since a part is needed", 2, 2, [[ports(20, 26)], [ports(20, 23)]]],
    ["no room for what is needed", undefined, 1, [[ports(20, 26)], [ports(20, 23)]]],
    [
      "in place, since another covers it",
      1,
      2,
      [
        [ports(20, 26), ports(22)],
        [ports(20, 26), ports(23)],
      ],
    ],
    [
      "in place, once another has come",
      2,
      2,
      [
        [ports(20, 24), ports(50)],
        [ports(20, 23), ports(30)],
      ],
    ],
    [
      "in place once, since either is needed",
      3,
      3,
      [
        [ports(20, 26), ports(22)],
        [ports(20, 23), ports(24, 26)],
      ],
    ],
    ["halves of the world", 3, 3, [[of("0.0.0.0/0")], [of("0.0.0.0/1"), of("128.0.0.0/1")]]],
    [
      "one of two copies",
      1,
      2,
      [
        [ports(22), ports(22)],
        [ports(22), ports(24)],
      ],
    ],
    ["two groups that swap", 3, 2, [[ports(22)], [ports(24)]], [[ports(24)], [ports(22)]]],
    ["two groups without room to swap", undefined, 1, [[ports(22)], [ports(24)]], [[ports(24)], [ports(22)]]],
  ])("%s: %s", ([, calls, limit, ...groups]) => {
    expect(search("rule", limit, ...groups)).toBe(calls);
  });
});

describe("the fewest calls by rule sets", () => {
  const quarters = [ports(20, 21), ports(22, 23), ports(24, 25), ports(26)];
  it.for<[name: string, calls: number | undefined, limit: number, ...groups: Group[]]>([
    ["nothing to do", 0, 9, [[ports(22)], [ports(22)]]],
    ["nothing stays", 1, 2, [[ports(22)], [ports(24)]]],
    ["nothing stays, and one is gone before the other comes", 2, 1, [[ports(22)], [ports(24)]]],
    [
      "what stays is kept",
      1,
      3,
      [
        [ports(20, 26), ports(22)],
        [ports(20, 26), ports(23)],
      ],
    ],
    ["union, then target", 2, 2, [[ports(20, 26)], [ports(20, 23)]]],
    ["no room for the union", undefined, 1, [[ports(20, 26)], [ports(20, 23)]]],
    ["half of the union at a time", 4, 5, [[ports(20, 23), ports(24, 26)], quarters]],
    ["no room for half of the union", undefined, 4, [[ports(20, 23), ports(24, 26)], quarters]],
    [
      "a label, since another covers the rule",
      2,
      9,
      [
        [ports(20, 26), ports(22)],
        [ports(20, 26), label(ports(22))],
      ],
    ],
    ["a label that no other rule covers", undefined, 9, [[ports(22)], [label(ports(22))]]],
    ["two groups that swap", 3, 9, [[ports(22)], [ports(24)]], [[ports(24)], [ports(22)]]],
  ])("%s: %s", ([, calls, limit, ...groups]) => {
    expect(search("rule-set", limit, ...groups)).toBe(calls);
  });
});
