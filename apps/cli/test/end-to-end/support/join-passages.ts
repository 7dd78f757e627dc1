import type { Passage } from "./judge-states.ts";
import type { TimedPassage, TimedState } from "./group-world.ts";
import type { PlainRule } from "./plain-rule.ts";

/**
 * What a server that is in two groups passes through: every state of the one with every state of the other that can be in force at the
 * same moment. Of states that came at the same time nobody knows which was first, so each is put together with each.
 */
export function joinPassages(one: TimedPassage, other: TimedPassage): Passage {
  const moments = new Set([...one.timed, ...other.timed].map(({ at }) => at));
  const states = [...moments].flatMap((moment) =>
    statesAround(one.timed, moment).flatMap((first) =>
      statesAround(other.timed, moment).map((second): readonly PlainRule[] => [...first, ...second]),
    ),
  );
  return { old: [...one.old, ...other.old], next: [...one.next, ...other.next], states };
}

/** What was in force up to the moment, and all that came in it. */
function statesAround(timed: readonly TimedState[], moment: number): readonly (readonly PlainRule[])[] {
  const before = timed.findLast(({ at }) => at < moment);
  const then = timed.filter(({ at }) => at === moment);
  return [...(before ? [before] : []), ...then].map(({ rules }) => rules);
}
