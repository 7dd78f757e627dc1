import fc from "fast-check";
import type { Rule } from "../../../src/index.ts";
import { identityOf } from "./rule-identity.ts";
import { smallEdit, smallRule } from "./small-rules.ts";

/** What a group holds and what it is to hold. */
export interface SmallChange {
  readonly old: readonly Rule[];
  readonly wanted: readonly Rule[];
}

/** How many rules of each kind a change has at most. */
export interface ChangeSize {
  readonly shared: number;
  readonly relabelled: number;
  readonly edited: number;
  /** The fewest edits, 0 unless said. */
  readonly leastEdited?: number;
  readonly gone: number;
  readonly fresh: number;
  /** Whether the group may hold a rule twice. */
  readonly copies: boolean;
}

/** Old and new rules that share some, change some in a field or two, and drop and add others. */
export function smallChange(size: ChangeSize): fc.Arbitrary<SmallChange> {
  const some = (maxLength: number): fc.Arbitrary<Rule[]> => fc.array(smallRule, { maxLength });
  return fc
    .record({
      shared: some(size.shared),
      relabelled: some(size.relabelled),
      edited: fc.array(smallEdit, { minLength: size.leastEdited ?? 0, maxLength: size.edited }),
      gone: some(size.gone),
      fresh: some(size.fresh),
      copied: size.copies ? fc.nat(11) : fc.constant(1),
    })
    .map(({ shared, relabelled, edited, gone, fresh, copied }) => {
      const old = distinct([...shared, ...relabelled, ...edited.map(([from]) => from), ...gone]);
      const relabels = relabelled.map((rule): Rule => ({ ...rule, description: `${rule.description}b` }));
      return {
        old: copied === 0 ? [...old, ...old.slice(-1).map((rule): Rule => ({ ...rule, description: "copy" }))] : old,
        wanted: distinct([...shared, ...relabels, ...edited.map(([, to]) => to), ...fresh]),
      };
    });
}

/** Two groups' changes in which traffic often moves from the one to the other. */
export function twoSmallChanges(size: ChangeSize): fc.Arbitrary<readonly [SmallChange, SmallChange]> {
  const one = smallChange(size);
  return fc
    .tuple(one, one, fc.boolean(), fc.boolean())
    .map(([first, second, forth, back]) => [
      back ? receive(first, second) : first,
      forth ? receive(second, first) : second,
    ]);
}

/** The change with one more wanted rule: the first that the other group loses. */
function receive(change: SmallChange, from: SmallChange): SmallChange {
  const staying = new Set(from.wanted.map(identityOf));
  const lost = from.old.filter((rule) => !staying.has(identityOf(rule))).slice(0, 1);
  return { old: change.old, wanted: distinct([...change.wanted, ...lost]) };
}

function distinct(rules: readonly Rule[]): Rule[] {
  return [...new Map(rules.toReversed().map((rule) => [identityOf(rule), rule])).values()].toReversed();
}
