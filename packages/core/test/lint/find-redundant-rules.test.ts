import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTrafficSpace, findRedundantRules, type Rule } from "../../src/index.ts";
import { anyRule, ruleOf } from "../support/arbitrary-rule.ts";
import { maskOf, smallRule } from "../traffic/small-universe.ts";
import { ingress, pick, tcp } from "./support.ts";

const rulesOf = fc.array(smallRule, { maxLength: 9 });

/** Whether some rules match all that a rule does, by the packets of the small world. */
function cover(covering: readonly Rule[], rule: Rule): boolean {
  const whole = maskOf(covering);
  return maskOf([rule]).every((bits, word) => (bits & ~(whole[word] ?? 0)) === 0);
}

describe("redundant rules", () => {
  it.each<[string, Rule[], [rule: number, coveredBy: number[]][]]>([
    ["none of one rule", [tcp("22")], []],
    ["none of none", [], []],
    ["the narrower of two", [tcp("22", "10.0.0.0/8"), tcp("22")], [[0, [1]]]],
    ["the later of two equal ones", [tcp("22", "10.0.0.0/8", "a"), tcp("22", "10.0.0.0/8", "b")], [[1, [0]]]],
    [
      "all but the first of three equal ones",
      [tcp("22"), tcp("22"), tcp("22")],
      [
        [1, [0]],
        [2, [0]],
      ],
    ],
    ["what two cover together", [tcp("5-15"), tcp("1-10"), tcp("11-20")], [[0, [1, 2]]]],
    [
      "what two halves of the world cover",
      [tcp("22", "0.0.0.0/1"), tcp("22"), tcp("22", "128.0.0.0/1")],
      [
        [0, [1]],
        [2, [1]],
      ],
    ],
    [
      "a group, by two halves of the world",
      [ingress({ protocol: "tcp", remoteGroup: "g" }), tcp(undefined, "0.0.0.0/1"), tcp(undefined, "128.0.0.0/1")],
      [[0, [1, 2]]],
    ],
    ["never an address, by a group", [tcp("22", "10.0.0.1"), ingress({ protocol: "tcp", remoteGroup: "g" })], []],
    [
      "never the other IP version",
      [tcp("22"), ruleOf({ direction: "ingress", ipVersion: "IPv6", protocol: "tcp" })],
      [],
    ],
    ["never the other direction", [tcp("22"), ruleOf({ direction: "egress", ipVersion: "IPv4", protocol: "tcp" })], []],
    ["any protocol covers a keyword", [ingress({ protocol: "esp" }), ingress()], [[0, [1]]]],
    [
      "two keywords of one number match the same",
      [ingress({ protocol: "ipip" }), ingress({ protocol: "ipencap" })],
      [[1, [0]]],
    ],
    // Each of the first two is covered by the other with a third one; only the narrower goes.
    [
      "one of two that cover each other",
      [tcp("1-12"), tcp("5-14"), tcp("13-20"), tcp("1-4")],
      [
        [1, [0, 2]],
        [3, [0]],
      ],
    ],
    [
      "the one that covers alone, though others do so together",
      [tcp("22", "10.0.0.0/16"), ingress({ remote: "10.0.0.0/17" }), ingress({ remote: "10.0.128.0/17" }), tcp("22")],
      [[0, [3]]],
    ],
  ])("%s", (_name, rules, redundant) => {
    expect(findRedundantRules(rules)).toEqual(redundant.map(([rule, coveredBy]) => ({ rule, coveredBy })));
  });

  it("are covered by those named, all of which are needed, and nothing that stays is redundant", () => {
    let found = 0;
    fc.assert(
      fc.property(rulesOf, (rules) => {
        const redundant = findRedundantRules(rules);
        const gone = new Set(redundant.map(({ rule }) => rule));
        const kept = rules.filter((_, index) => !gone.has(index));
        for (const { rule, coveredBy } of redundant) {
          found++;
          const covering = pick(rules, coveredBy);
          const [own] = pick(rules, [rule]);
          if (own === undefined) throw new Error("there is no such rule");
          expect(coveredBy.some((index) => gone.has(index))).toBe(false);
          expect(cover(covering, own)).toBe(true);
          for (const one of covering) {
            expect(
              cover(
                covering.filter((other) => other !== one),
                own,
              ),
            ).toBe(false);
          }
        }
        for (const rule of kept)
          expect(
            cover(
              kept.filter((other) => other !== rule),
              rule,
            ),
          ).toBe(false);
      }),
      { numRuns: 1000 },
    );
    expect(found).toBeGreaterThan(300);
  });

  it("can all go at once, on rules of any size", () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 12 }), fc.array(anyRule, { maxLength: 3 }), (rules, twice) => {
        const all = [...rules, ...twice, ...twice];
        const gone = new Set(findRedundantRules(all).map(({ rule }) => rule));
        const space = createTrafficSpace(all);
        expect(space.of(all.filter((_, index) => !gone.has(index)))).toBe(space.of(all));
        expect(gone.size).toBeGreaterThanOrEqual(twice.length);
      }),
      { numRuns: 300 },
    );
  });
});
