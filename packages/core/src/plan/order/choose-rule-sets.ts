import { approachRuleSets } from "./approach-rule-sets.ts";
import { range, targetOf, type RuleSetChoice, type RuleSetProblem } from "./rule-set-problem.ts";
import { mostSearched, searchRuleSets } from "./search-rule-sets.ts";

/**
 * The sets that lead from the old rules to the new ones, the last being the new ones. Within one write a cloud may remove before it adds, so what two sets that
 * follow each other have in common covers what must stay allowed; and it may add before it removes, so both together are within the limit. As few sets as
 * that takes: the new rules at once, or the old ones with the new ones first, or sets in between. Where no sequence does it, as much as fits first, then the
 * new ones, which proving brings to light.
 */
export function chooseRuleSets(problem: RuleSetProblem): readonly RuleSetChoice[] {
  const { removed, added, exclusive, room } = problem;
  const target = targetOf(problem);
  const coming = range(exclusive, added);
  const isFree = isCovered(problem, []);
  const fits = added === 0 || removed + coming.length <= room;
  const first: RuleSetChoice = { removed: [], added: coming.slice(0, Math.max(0, room - removed)) };
  if (isFree && exclusive === 0) return fits ? [target] : [first, target];
  const isPossible = isCovered(problem, positionsOf(problem, range(exclusive, removed), coming));
  const apart = fits && isPossible ? separate(problem) : [];
  if (apart.length === 2) return apart;
  if (removed + added <= mostSearched) {
    const found = searchRuleSets(problem);
    if (found) return found;
  }
  if (apart.length > 0) return apart;
  const approached = exclusive === 0 ? approachRuleSets(problem) : undefined;
  return approached ?? [first, target];
}

/** Sets in two parts, of which only the second closes anything. */
export interface ApartChoice {
  readonly opening: readonly RuleSetChoice[];
  readonly closing: readonly RuleSetChoice[];
}

/**
 * Sets that open before any closes; with those that open at least the rules of `findUrgent` are added, given by their positions among those to add. Nothing when
 * that does not fit.
 */
export function openThenClose(problem: RuleSetProblem, findUrgent: () => readonly number[]): ApartChoice | undefined {
  const { removed, added, exclusive, coverage, room } = problem;
  const target = targetOf(problem);
  const old = range(exclusive, removed);
  if (removed + added - exclusive <= room) {
    const coming = range(exclusive, added);
    const beside = isCovered(problem, old) ? [] : [{ removed: range(0, removed), added: coming }];
    const without = exclusive > 0 ? [...beside, { removed: old, added: coming }] : [];
    const all = added > 0 ? [{ removed: old, added: target.added }] : [];
    return { opening: [...without, ...all], closing: [target] };
  }
  const urgent = findUrgent();
  const others = target.added.filter((one) => !urgent.includes(one));
  const relief = (one: number): number => coverage.piecesOf[removed + one]?.length ?? 0;
  const opened = [...urgent, ...others.toSorted((a, b) => relief(b) - relief(a))].slice(0, Math.max(0, room - removed));
  const isPossible =
    exclusive === 0 && opened.length >= urgent.length && isCovered(problem, positionsOf(problem, [], opened));
  if (!isPossible) return undefined;
  const first = opened.toSorted((a, b) => a - b);
  // The rules that are left find room only when the old ones are gone.
  return { opening: [{ removed: old, added: first }], closing: [{ removed: [], added: first }, target] };
}

/**
 * The old rules with the new ones, then the new ones; with sets in between where rules have to be gone before their copies come and something hangs on them
 * meanwhile.
 */
function separate(problem: RuleSetProblem): readonly RuleSetChoice[] {
  const { removed, added, exclusive } = problem;
  const target = targetOf(problem);
  const old = range(exclusive, removed);
  const coming = range(exclusive, added);
  const without = { removed: isCovered(problem, []) ? [] : old, added: coming };
  return [
    ...(isCovered(problem, old) ? [] : [{ removed: range(0, removed), added: coming }]),
    without,
    ...(isCovered(problem, positionsOf(problem, [], coming)) ? [] : [{ removed: old, added: target.added }]),
    target,
  ];
}

/** Whether rules, by their positions in the coverage, cover every piece. */
function isCovered({ coverage }: RuleSetProblem, rules: readonly number[]): boolean {
  return new Set(rules.flatMap((rule) => coverage.piecesOf[rule] ?? [])).size === coverage.pieces;
}

function positionsOf(
  { removed }: RuleSetProblem,
  gone: readonly number[],
  coming: readonly number[],
): readonly number[] {
  return [...gone, ...coming.map((one) => removed + one)];
}
