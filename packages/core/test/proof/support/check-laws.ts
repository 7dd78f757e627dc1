import type { GroupChanges, Wave } from "../../../src/index.ts";
import { checkEnd, checkSteps } from "./check-plan.ts";
import { boundsOf, checkGroup, checkPair } from "./check-states.ts";
import { nameOf, sharedMemberships } from "./group-changes.ts";
import { trafficOf, type Bits } from "./packet-universe.ts";
import type { PlanInput } from "./small-plans.ts";
import { ImpossibleStep, none, type GroupState } from "./step-effect.ts";
import type { Violation } from "./violation.ts";
import { walkStates, type TargetRules } from "./walk-states.ts";

/** Whatever a plan does wrong in any state that it can lead through, or at its end; nothing for a plan that keeps the laws. */
export function* findViolations(input: PlanInput, waves: readonly Wave[]): Generator<Violation> {
  yield* checkSteps(input, waves);
  const bounds = input.changes.map(boundsOf);
  const pairs = sharedMemberships(input.changes).flatMap(([first, second]) => {
    const [one, other] = [bounds[first], bounds[second]];
    return one && other ? [[one, other] as const] : [];
  });
  const seen = new WeakMap<GroupState, Bits>();
  const trafficIn = (state: GroupState): Bits => {
    const known = seen.get(state);
    if (known !== undefined) return known;
    const bits = trafficOf(state.rules);
    seen.set(state, bits);
    return bits;
  };
  const states = walkStates(observedRules(input.changes), waves);
  try {
    for (;;) {
      const next = states.next();
      if (next.done) {
        yield* checkEnd(input, next.value, waves);
        return;
      }
      for (const group of bounds) {
        const state = next.value.groups.get(group.name) ?? none;
        if (!seen.has(state)) yield* checkGroup(group, state, trafficIn(state), input, next.value.wave);
      }
      for (const [one, other] of pairs) yield* checkPair(one, other, next.value, trafficIn);
    }
  } catch (error) {
    if (!(error instanceof ImpossibleStep)) throw error;
    yield { law: "can be run", text: error.message };
  }
}

function observedRules(changes: readonly GroupChanges[]): TargetRules {
  return new Map(
    changes.flatMap((change) => (change.kind === "create" ? [] : [[nameOf(change), change.observed.rules]])),
  );
}
