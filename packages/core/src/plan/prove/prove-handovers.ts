import { ruleKey } from "../../normalize/rule-key.ts";
import { createTrafficSpace } from "../../traffic/traffic-space.ts";
import type { GroupChanges } from "../group-changes.ts";
import { compareRules, rulesAfter, rulesBefore } from "../group-traffic.ts";
import { findHandovers } from "../order/find-handovers.ts";
import type { Wave } from "../plan.ts";
import { followCreation, type OpeningProgress } from "./follow-creation.ts";
import type { WaveProgress } from "./group-progress.ts";
import { interruption } from "./interruption.ts";
import type { UnprovedStep } from "./unproved-step.ts";

/** A group that opens what others close. */
interface Opener {
  readonly changes: GroupChanges;
  readonly progress: readonly OpeningProgress[];
  /** The first wave from which on all its new rules stand; infinite when the waves do not end with all of them. */
  readonly ready: number;
}

/**
 * Proves of every two groups that what the one hands over to the other is allowed by one of them in every wave, and returns what cannot be proved.
 * `progress` is that of the groups that stand, by position.
 */
export function proveHandovers(
  changes: readonly GroupChanges[],
  waves: readonly Wave[],
  progress: readonly (readonly WaveProgress[])[],
): readonly UnprovedStep[] {
  const handovers = findHandovers(changes);
  const opening = new Set(handovers.flatMap((openers) => [...openers]));
  const openers = changes.map((change, index) =>
    opening.has(index) ? openerOf(change, waves, progress[index] ?? []) : undefined,
  );
  return changes.flatMap((from, index) =>
    [...(handovers[index] ?? [])].flatMap((position) => {
      const opener = openers[position];
      return opener === undefined ? [] : proveHandover(from, opener, progress[index] ?? []);
    }),
  );
}

function openerOf(changes: GroupChanges, waves: readonly Wave[], known: readonly OpeningProgress[]): Opener {
  const progress = changes.kind === "create" ? followCreation(changes, waves) : known;
  // Nothing is added after the last wave that adds, so that what stands in the last stood in all of those between.
  const last = new Set(progress.at(-1)?.certain.map(ruleKey));
  const isComplete = rulesAfter(changes).every((rule) => last.has(ruleKey(rule)));
  const ready = isComplete ? progress.findLastIndex(({ isAdding }) => isAdding) + 1 : Infinity;
  return { changes, progress, ready };
}

/** What the one closes and the other opens, in every wave: by a step of the one that closes it, else of the other, which takes it away again. */
function proveHandover(
  from: GroupChanges,
  { changes: to, progress: opening, ready }: Opener,
  closing: readonly WaveProgress[],
): readonly UnprovedStep[] {
  const closes = closing.findIndex(({ leaving }) => leaving.length > 0);
  if (closes < 0 || ready <= closes) return [];
  const space = createTrafficSpace([from, to].flatMap((change) => [...rulesBefore(change), ...rulesAfter(change)]));
  const { closes: closed } = compareRules(rulesBefore(from), rulesAfter(from), space);
  const { opens } = compareRules(rulesBefore(to), rulesAfter(to), space);
  const handedOver = space.intersection(closed, opens);
  const handedOverTo = nameBefore(to);
  return closing.flatMap(({ certain, leaving }, wave) => {
    const taking = opening[wave] ?? { certain: [], leaving: [] };
    // Neither takes anything away, so that nothing is lost that was not before.
    if (leaving.length + taking.leaving.length === 0) return [];
    const lost = space.difference(handedOver, space.of([...certain, ...taking.certain]));
    const found = interruption(lost, space, { group: nameBefore(from), wave, handedOverTo }, leaving);
    return found.length > 0
      ? found
      : interruption(lost, space, { group: handedOverTo, wave, handedOverTo }, taking.leaving);
  });
}

function nameBefore(changes: GroupChanges): string {
  return changes.kind === "create" ? changes.desired.name : changes.observed.name;
}
