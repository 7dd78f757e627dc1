import fc from "fast-check";
import { expect, it } from "vitest";
import { ruleKey } from "../../src/index.ts";
import { hashRule, indexRules, isSameRule } from "../../src/diff/rule-index.ts";
import { anyRule, crowdedRule } from "../support/arbitrary-rule.ts";

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
