import fc from "fast-check";
import { expect, it } from "vitest";
import { ruleKey, type RuleDraft } from "../../src/index.ts";
import { hashRule, indexRules, isSameRule } from "../../src/diff/rule-index.ts";
import { anyRule, crowdedRule, ruleOf } from "../support/arbitrary-rule.ts";

const rules = fc.oneof(anyRule, crowdedRule);

it("calls rules the same exactly when their keys are equal", () => {
  const relatives = fc
    .tuple(rules, rules)
    .chain(([a, b]) =>
      fc.constantFrom(
        [a, b],
        [a, { ...a, description: b.description }],
        [a, { ...a, remote: b.remote }],
        [a, { ...a, local: b.local }],
        [a, { ...a, sourceMac: b.sourceMac }],
      ),
    );
  fc.assert(
    fc.property(relatives, ([a, b]) => {
      if (a === undefined || b === undefined) throw new Error("no rules");
      expect(isSameRule(a, b)).toBe(ruleKey(a) === ruleKey(b));
    }),
    { numRuns: 2_000 },
  );
});

it("finds each distinct rule where a map of keys would", () => {
  fc.assert(
    fc.property(fc.array(rules), fc.array(rules), (given, asked) => {
      const index = indexRules(given);
      const keys = [...new Set(given.map(ruleKey))];
      expect(index.rules.map(ruleKey)).toEqual(keys);
      for (const rule of [...given, ...asked]) expect(index.find(rule)).toBe(keys.indexOf(ruleKey(rule)));
    }),
  );
});

it("spreads rules that differ in little over the slots of a table, so that large comparisons stay linear", () => {
  const [template] = fc.sample(crowdedRule, { numRuns: 1, seed: 1 });
  if (template === undefined || !("ports" in template)) throw new Error("no rule");
  const slots = 2 ** 15;
  const used = new Set<number>();
  for (let port = 1; port <= slots / 2; port++) {
    used.add(hashRule({ ...template, ports: { from: port, to: port } }) & (slots - 1));
  }
  // As many as chance would leave: half as many throws as slots fill 39 % of them.
  expect(used.size).toBeGreaterThan(0.37 * slots);
});

const template: RuleDraft = { direction: "ingress", ipVersion: "IPv4", protocol: "tcp", ports: { from: 22, to: 23 } };

it.each<[string, Partial<RuleDraft>]>([
  ["direction", { direction: "egress" }],
  ["IP version", { ipVersion: "IPv6" }],
  ["protocol", { protocol: "udp" }],
  ["first port", { ports: { from: 21, to: 23 } }],
  ["last port", { ports: { from: 22, to: 24 } }],
  ["ports, all of them", { ports: {} }],
  ["remote address", { remote: "10.0.0.0/8" }],
  ["remote group", { remoteGroup: "g1" }],
  ["remote group by name", { remoteGroupName: "web" }],
  ["local address", { local: "10.0.0.0/8" }],
  ["MAC address", { sourceMac: "02:01:0a:0b:0c:0d" }],
])("tells rules apart that differ in nothing but the %s, in their hashes too", (_, other) => {
  const [one, another] = [ruleOf(template), ruleOf({ ...template, ...other })];
  expect(isSameRule(one, another)).toBe(false);
  expect(hashRule(one)).not.toBe(hashRule(another));
});

it.each<[string, Partial<RuleDraft>, Partial<RuleDraft>]>([
  ["type", { icmp: { type: 8 } }, { icmp: { type: 9 } }],
  ["type, all of them", { icmp: { type: 8 } }, {}],
  ["type, all of them or the first", { icmp: { type: 1 } }, {}],
  ["code, all of them or the first", { icmp: { type: 3, code: 1 } }, { icmp: { type: 3 } }],
  ["code", { icmp: { type: 3, code: 3 } }, { icmp: { type: 3, code: 4 } }],
  ["code, all of them", { icmp: { type: 3, code: 0 } }, { icmp: { type: 3 } }],
])("tells ICMP rules apart that differ in nothing but the %s, in their hashes too", (_, one, another) => {
  const icmp: RuleDraft = { direction: "ingress", protocol: "icmp", ipVersion: "IPv4" };
  const rules = [ruleOf({ ...icmp, ...one }), ruleOf({ ...icmp, ...another })] as const;
  expect(isSameRule(...rules)).toBe(false);
  expect(new Set(rules.map(hashRule)).size).toBe(2);
});

it("does not take a group's name for an id, nor either for an address", () => {
  const remotes = [{ remoteGroup: "10.0.0.0/8" }, { remoteGroupName: "10.0.0.0/8" }, { remote: "10.0.0.0/8" }];
  const rules = remotes.map((remote) => ruleOf({ ...template, ...remote }));
  expect(indexRules(rules).rules).toEqual(rules);
  expect(rules.map((rule) => indexRules(rules).find(rule))).toEqual([0, 1, 2]);
});
