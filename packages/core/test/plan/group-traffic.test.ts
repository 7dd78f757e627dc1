import fc from "fast-check";
import { expect, it } from "vitest";
import { allowedBy, compareRules, trafficOf } from "../../src/plan/group-traffic.ts";
import { crowdedRule } from "../support/arbitrary-rule.ts";
import { updateOf } from "../support/changes.ts";
import { tcp } from "../support/describe-waves.ts";

const [kept, other, old, added] = [tcp(1), tcp(2), tcp(3), tcp(4)];

it.each([
  ["all that stay, and more", [kept, other, old]],
  ["all that stay", [kept, other]],
  ["one of those that stay, and one that goes", [kept, old]],
  ["one of those that stay, and both others", [old, added, other]],
  ["none of those that stay", [old, added]],
  ["no rule", []],
])("what rules of a group allow: %s", (_, rules) => {
  const traffic = compareRules([kept, other, old], [kept, other, added]);
  expect(allowedBy(traffic, rules)).toBe(traffic.space.of(rules));
});

it("what stays is what both allow, and with what opens or closes it is all of the one or the other", () => {
  const rules = fc.uniqueArray(crowdedRule, { maxLength: 6 });
  fc.assert(
    fc.property(rules, rules, ([...before], after) => {
      // Rules that stay are the same objects.
      const next = after.map((rule) => before.find((one) => JSON.stringify(one) === JSON.stringify(rule)) ?? rule);
      const traffic = compareRules(before, next);
      const { space } = traffic;
      expect(traffic.old).toBe(space.of(before));
      expect(traffic.new).toBe(space.of(next));
      expect(traffic.stays).toBe(space.intersection(traffic.old, traffic.new));
      expect(space.union(traffic.stays, traffic.closes)).toBe(traffic.old);
      expect(space.union(traffic.stays, traffic.opens)).toBe(traffic.new);
      expect(allowedBy(traffic, before.slice(1))).toBe(space.of(before.slice(1)));
    }),
    { numRuns: 100 },
  );
});

it("is worked out once for the changes of a group", () => {
  const changes = updateOf("web", [kept], [added]);
  expect(trafficOf(changes)).toBe(trafficOf(changes));
});
