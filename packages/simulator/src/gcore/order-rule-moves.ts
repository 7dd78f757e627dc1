import { shuffle } from "../seeded-random.ts";
import type { RuleDifference, StoredRule } from "./compare-rules.ts";
import type { GcoreQuirks } from "./gcore-quirks.ts";
import type { RuleContent } from "./rule-content.ts";

/** One rule that comes or goes. */
export type RuleMove =
  | { readonly kind: "add"; readonly rule: RuleContent }
  | { readonly kind: "remove"; readonly rule: StoredRule };

/** What a task does to the rules of a group, in the order in which it does it. */
export function orderRuleMoves(
  { add, remove }: RuleDifference,
  order: GcoreQuirks["patchOrder"],
  random: () => number,
): readonly RuleMove[] {
  const adds = add.map((rule): RuleMove => ({ kind: "add", rule }));
  const removes = remove.map((rule): RuleMove => ({ kind: "remove", rule }));
  switch (order) {
    case "add-first":
      return [...adds, ...removes];
    case "delete-first":
    case "at-once":
      return [...removes, ...adds];
    case "shuffled":
      return shuffle([...adds, ...removes], random);
  }
}
