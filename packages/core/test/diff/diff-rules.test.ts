import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffRules, ruleKey, type ObservedRule, type Rule, type RuleDiff, type RuleId } from "../../src/index.ts";
import { draftOf } from "../../src/memory/draft-of.ts";
import { crowdedRule, anyRule } from "../support/arbitrary-rule.ts";

const observe = (rules: readonly Rule[]): ObservedRule[] =>
  rules.map((rule, index) => ({ id: `r${index}` as RuleId, rule, draft: draftOf(rule), providerOwned: false }));

/** What the cloud holds after the changes. */
const applied = (observed: readonly ObservedRule[], { create, remove, relabel }: RuleDiff): Rule[] => [
  ...observed
    .filter((rule) => !remove.includes(rule))
    .map((rule) => ({
      ...rule.rule,
      description: relabel.find((other) => other.observed === rule)?.description ?? rule.rule.description,
    })),
  ...create,
];

const texts = (rules: readonly Rule[]): string[] =>
  rules.map((rule) => `${ruleKey(rule)} ${rule.description}`).toSorted();
const unique = (rules: readonly Rule[]): Rule[] => [
  ...new Map(rules.toReversed().map((rule) => [ruleKey(rule), rule])).values(),
];

const sets = fc.oneof(
  fc.tuple(fc.array(crowdedRule), fc.array(crowdedRule)),
  fc.tuple(fc.array(anyRule), fc.array(anyRule)),
  fc.array(anyRule).chain((rules) => fc.tuple(fc.constant(rules), fc.shuffledSubarray(rules))),
);

describe("diffRules", () => {
  it("leads from the observed rules to the desired ones", () => {
    fc.assert(
      fc.property(sets, ([from, to]) => {
        const observed = observe(from);
        expect(texts(applied(observed, diffRules(observed, to)))).toEqual(texts(unique(to)));
      }),
      { numRuns: 1_000 },
    );
  });

  it("is empty between a set and itself, in any order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyRule, { selector: ruleKey }), (rules) => {
        const diff = diffRules(observe(rules), rules.toReversed());
        expect([diff.create, diff.remove, diff.relabel]).toEqual([[], [], []]);
        expect(diff.keep).toHaveLength(rules.length);
      }),
    );
  });

  it("has every observed rule in exactly one list, and touches as few as possible", () => {
    fc.assert(
      fc.property(sets, ([from, to]) => {
        const observed = observe(from);
        const diff = diffRules(observed, to);
        const all = [...diff.keep, ...diff.remove, ...diff.relabel.map((relabel) => relabel.observed)];
        expect(all.map(({ id }) => id).toSorted()).toEqual(observed.map(({ id }) => id).toSorted());
        const have = new Set(from.map(ruleKey));
        const want = new Set(to.map(ruleKey));
        expect(diff.create).toHaveLength([...want].filter((key) => !have.has(key)).length);
      }),
    );
  });

  it("keeps the copy with the wanted description and removes the others", () => {
    fc.assert(
      fc.property(crowdedRule, (rule) => {
        const observed = observe([
          { ...rule, description: "x" },
          { ...rule, description: "wanted" },
          { ...rule, description: "wanted" },
        ]);
        const diff = diffRules(observed, [{ ...rule, description: "wanted" }]);
        expect(diff.keep).toEqual([observed[1]]);
        expect(diff.remove.map(({ id }) => id).toSorted()).toEqual(["r0", "r2"]);
        expect(diff.relabel).toEqual([]);
      }),
    );
  });

  it("relabels the first copy when none has the wanted description", () => {
    const [rule] = fc.sample(crowdedRule, { numRuns: 1, seed: 1 });
    if (rule === undefined) throw new Error("no rule");
    const observed = observe(["x", "y", "z"].map((description) => ({ ...rule, description })));
    const diff = diffRules(observed, [{ ...rule, description: "wanted" }]);
    expect(diff.relabel.map((relabel) => relabel.observed.id)).toEqual(["r0"]);
    expect(diff.remove.map(({ id }) => id)).toEqual(["r1", "r2"]);
  });
});
