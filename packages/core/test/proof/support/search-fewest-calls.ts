import { canChangeInPlace } from "./can-change-in-place.ts";
import { searchSpaceOf, type SearchSpace } from "./search-space.ts";
import type { PlanInput } from "./small-plans.ts";

/**
 * The fewest calls that lead from what the groups hold to what they are to hold by safe steps, one at a time; `undefined` when
 * there is no safe way. Every set of old and new rules is tried.
 *
 * Rule by rule: create what is wanted, delete what is not, turn the one into the other in place. By rule sets: any set after any
 * other. What stays is not touched, but for its description. A group's own fields take a call where they cannot travel with rules.
 */
export function searchFewestCalls(input: PlanInput): number | undefined {
  const search = searchSpaceOf(input);
  let frontier = [search.start];
  const reached = new Set(frontier);
  for (let calls = 0; frontier.length > 0; calls++) {
    if (reached.has(search.end)) return calls + countFieldCalls(input);
    const next: number[] = [];
    for (const state of frontier) {
      for (const move of movesFrom(state, search, input)) {
        if (!reached.has(move.to) && search.isSafe(move.worst) && search.isSafe(move.to)) {
          reached.add(move.to);
          next.push(move.to);
        }
      }
    }
    frontier = next;
  }
  return undefined;
}

interface Move {
  readonly to: number;
  /** What certainly is there while the call runs. */
  readonly worst: number;
}

function movesFrom(state: number, search: SearchSpace, input: PlanInput): Iterable<Move> {
  return input.capabilities.writeGranularity === "rule"
    ? rulesFrom(state, search, input)
    : setsFrom(state, search, input);
}

function* rulesFrom(
  state: number,
  { items, groups }: SearchSpace,
  { capabilities, limits }: PlanInput,
): Generator<Move> {
  const present = items.filter(({ bit, isOld, isNew }) => isOld && !isNew && (state & bit) !== 0);
  const missing = items.filter(({ bit, isOld, isNew }) => isNew && !isOld && (state & bit) === 0);
  for (const { bit } of present) yield { to: state - bit, worst: state - bit };
  for (const { bit, twins, group } of missing) {
    const isFull = countBits(state & (groups[group] ?? 0)) >= limits.rulesPerGroup;
    if (!isFull && twins === 0) yield { to: state + bit, worst: state };
  }
  for (const from of present) {
    for (const to of missing) {
      const isLabel = (from.bit & to.twins) !== 0;
      if (from.group !== to.group || (to.twins !== 0 && !isLabel)) continue;
      if (!canChangeInPlace(from.rule, to.rule, capabilities.ruleUpdates)) continue;
      yield { to: state - from.bit + to.bit, worst: isLabel ? state : state - from.bit };
    }
  }
}

function* setsFrom(state: number, { items, groups }: SearchSpace, { limits }: PlanInput): Generator<Move> {
  for (const [group, all] of groups.entries()) {
    const own = items.filter((item) => item.group === group);
    const twins = own.filter((item) => item.twins !== 0);
    const stays = own.reduce((bits, { bit, isOld, isNew }) => (isOld && isNew ? bits | bit : bits), 0);
    for (let set = all; set >= 0; set = set === 0 ? -1 : (set - 1) & all) {
      const met = state | set;
      const meets = twins.some((item) => (met & item.bit) !== 0 && (met & item.twins) !== 0);
      const peak = (state & all) | set;
      const isFull = peak !== (state & all) && countBits(peak) > limits.rulesPerGroup;
      if (isFull || meets || (set & stays) !== stays) continue;
      yield { to: (state & ~all) | set, worst: (state & ~all) | (state & set) };
    }
  }
}

function countFieldCalls({ changes, capabilities }: PlanInput): number {
  return changes.filter((change) => {
    if (change.kind !== "update" || change.diff.fields === undefined) return false;
    const { create, remove, relabel } = change.diff;
    const writesRules = create.length + remove.length + (change.relabels ? relabel.length : 0) > 0;
    return capabilities.writeGranularity === "rule" || !writesRules;
  }).length;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
