import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseRuleWrites } from "../../../src/plan/order/choose-rule-writes.ts";
import { pairUpdates } from "../../../src/plan/order/pair-updates.ts";
import type { RuleSlot, RuleWave, RuleWriteProblem } from "../../../src/plan/order/rule-writes.ts";
import { packWaves, searchRuleWrites } from "../../../src/plan/order/search-rule-writes.ts";
import { arbitraryCoverage, coversAll } from "./arbitrary-coverage.ts";
import { canBecome } from "./describe-rule-writes.ts";

const slot = fc.record({ group: fc.nat(1), letter: fc.constantFrom("x", "y", "z") });
const slots = (maxLength: number): fc.Arbitrary<RuleSlot[]> =>
  fc.array(slot, { maxLength }).map((list) => list.map(({ group, letter }) => ({ group, kind: `${group}${letter}` })));

/** Problems of two groups that have room for what they are to hold, and sometimes for more. */
function problems(most: number): fc.Arbitrary<RuleWriteProblem> {
  return fc.tuple(slots(most), slots(most), fc.nat(2), fc.nat(2)).chain(([removed, added, ...spare]) =>
    arbitraryCoverage(removed.length, added.length).map((coverage): RuleWriteProblem => {
      const growth = (group: number): number => countOf(added, group) - countOf(removed, group);
      return {
        removed,
        added,
        coverage,
        pairs: pairUpdates(
          removed.map(({ kind }) => kind),
          added.map(({ kind }) => kind),
          canBecome,
        ),
        room: spare.map((more, group) => Math.max(0, growth(group)) + more),
      };
    }),
  );
}

function countOf(list: readonly RuleSlot[], group: number): number {
  return list.filter((one) => one.group === group).length;
}

function countWrites(waves: readonly RuleWave[]): number {
  return waves.reduce((sum, wave) => sum + wave.length, 0);
}

/** What is wrong with waves in the worst order of each, judged on plain sets of rules. */
function faultsOf(waves: readonly RuleWave[], { removed, added, coverage, room }: RuleWriteProblem): Set<string> {
  const faults = new Set<string>();
  const gone = new Set<number>();
  const there = new Set<number>();
  const free = [...room];
  for (const wave of waves) {
    if (wave.length === 0) faults.add("an empty wave");
    const created: number[] = [];
    const deleted: number[] = [];
    const coming: number[] = [];
    for (const write of wave) {
      if (write.kind !== "create") {
        if (gone.has(write.removed)) faults.add("a rule goes twice");
        gone.add(write.removed);
      }
      if (write.kind !== "delete") {
        if (there.has(write.added) || coming.includes(write.added)) faults.add("a rule comes twice");
        coming.push(write.added);
      }
      if (write.kind === "update") {
        const [from, to] = [removed[write.removed], added[write.added]];
        if (!canBecome(from?.kind ?? "", to?.kind ?? "")) faults.add("an update that is not possible");
      }
      if (write.kind === "create") created.push(added[write.added]?.group ?? 0);
      if (write.kind === "delete") deleted.push(removed[write.removed]?.group ?? 0);
    }
    const old = [...removed.keys()].filter((rule) => !gone.has(rule));
    const certain = [...old, ...[...there].map((rule) => removed.length + rule)];
    if (!coversAll(coverage, certain)) faults.add("an interruption");
    for (const group of created) free[group] = (free[group] ?? 0) - 1;
    if (free.some((left, group) => left < 0 && created.includes(group))) faults.add("no room");
    for (const group of deleted) free[group] = (free[group] ?? 0) + 1;
    for (const rule of coming) there.add(rule);
  }
  if (gone.size < removed.length) faults.add("a rule that is left");
  if (there.size < added.length) faults.add("a rule that is missing");
  return faults;
}

describe("the choice wave by wave", () => {
  it.each([
    ["a few rules", 4],
    ["many rules", 25],
  ])("ends at the goal with room for everything, and interrupts nothing unless it says so: %s", (_, most) => {
    const seen = { safe: 0, unsafe: 0 };
    fc.assert(
      fc.property(problems(most), (problem) => {
        const { waves, isSafe } = chooseRuleWrites(problem);
        const faults = faultsOf(waves, problem);
        if (!isSafe) faults.delete("an interruption");
        expect([...faults]).toEqual([]);
        seen[isSafe ? "safe" : "unsafe"]++;
        const changed = problem.removed.length + problem.added.length;
        expect(countWrites(waves)).toBeLessThanOrEqual(changed);
        expect(countWrites(waves)).toBeGreaterThanOrEqual(changed - problem.pairs.total);
      }),
      { numRuns: 1_000 },
    );
    expect(seen.safe).toBeGreaterThan(100);
    if (most < 10) expect(seen.unsafe).toBeGreaterThan(5);
  });

  it("saves every call that updates can save where nothing has to stay", () => {
    fc.assert(
      fc.property(problems(8), (given) => {
        const piecesOf = given.coverage.piecesOf.map(() => []);
        const problem = { ...given, coverage: { pieces: 0, piecesOf } };
        const { waves, isSafe } = chooseRuleWrites(problem);
        expect(isSafe).toBe(true);
        expect(countWrites(waves)).toBe(problem.removed.length + problem.added.length - problem.pairs.total);
      }),
    );
  });
});

describe("the search", () => {
  it("ends at the goal by safe single writes, and by fewer than the choice or as many", () => {
    const seen = { fewer: 0, same: 0, onlySearch: 0, none: 0 };
    fc.assert(
      fc.property(problems(4), (problem) => {
        const chosen = chooseRuleWrites(problem);
        const found = searchRuleWrites(problem, canBecome);
        if (found === undefined) {
          expect(chosen.isSafe).toBe(false);
          seen.none++;
          return;
        }
        expect([
          ...faultsOf(
            found.map((write) => [write]),
            problem,
          ),
        ]).toEqual([]);
        const most = countWrites(chosen.waves);
        if (!chosen.isSafe) seen.onlySearch++;
        else seen[found.length < most ? "fewer" : "same"]++;
        if (chosen.isSafe) expect(found.length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 1_500 },
    );
    expect(seen.same).toBeGreaterThan(300);
    expect(seen.none).toBeGreaterThan(5);
    expect(seen.fewer + seen.onlySearch).toBeGreaterThan(0);
  });

  it("is packed into waves that keep its order, interrupt nothing and have room", () => {
    let packed = 0;
    fc.assert(
      fc.property(problems(4), (problem) => {
        const found = searchRuleWrites(problem, canBecome) ?? [];
        if (found.length === 0) return;
        const waves = packWaves(found, problem);
        expect(waves.flat()).toEqual(found);
        expect([...faultsOf(waves, problem)]).toEqual([]);
        if (waves.length < found.length) packed++;
      }),
      { numRuns: 500 },
    );
    expect(packed).toBeGreaterThan(50);
  });
});
