import fc from "fast-check";
import { expect, it } from "vitest";
import { createTrafficSpace, noTraffic } from "../../../src/index.ts";
import { createCoverage, joinCoverage } from "../../../src/plan/order/coverage.ts";
import { narrow, tcp } from "../../support/describe-waves.ts";
import { smallRule } from "../../traffic/small-universe.ts";
import { coversAll } from "./arbitrary-coverage.ts";

const rules = fc.array(smallRule, { maxLength: 5 });

it("some rules cover every piece exactly when they allow all of what is needed that the rules together allow", () => {
  let [covering, lacking] = [0, 0];
  fc.assert(
    fc.property(rules, rules, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (given, wanted, chosen) => {
      const space = createTrafficSpace([...given, ...wanted]);
      const needed = space.of(wanted);
      const coverage = createCoverage(
        space,
        needed,
        given.map((rule) => space.of([rule])),
      );
      const some = [...given.keys()].filter((rule) => chosen[rule]);
      const possible = space.intersection(needed, space.of(given));
      const allowed = space.of(some.flatMap((rule) => given[rule] ?? []));
      const isCovered = space.contains(allowed, possible);
      expect(coversAll(coverage, some)).toBe(isCovered);
      if (isCovered) covering++;
      else lacking++;
      expect(coversAll(coverage, given.keys())).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(Math.min(covering, lacking)).toBeGreaterThan(50);
});

it("a rule that does not meet what is needed covers nothing, and without need there are no pieces", () => {
  const [one, part, other] = [tcp(1), narrow(1), tcp(2)];
  const space = createTrafficSpace([one, part, other]);
  const sets = [one, part, other].map((rule) => space.of([rule]));
  expect(createCoverage(space, space.of([part]), sets)).toEqual({ pieces: 1, piecesOf: [[0], [0], []] });
  expect(createCoverage(space, space.of([one]), sets)).toEqual({ pieces: 2, piecesOf: [[0, 1], [0], []] });
  expect(createCoverage(space, noTraffic, sets)).toEqual({ pieces: 0, piecesOf: [[], [], []] });
});

it("joined coverages are covered where each is", () => {
  const one = { pieces: 2, piecesOf: [[0], [1], []] };
  const other = { pieces: 1, piecesOf: [[], [0], [0]] };
  const joined = joinCoverage([one, other]);
  expect(joined).toEqual({ pieces: 3, piecesOf: [[0], [1, 2], [2]] });
  for (const some of [[], [0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]]) {
    expect(coversAll(joined, some)).toBe(coversAll(one, some) && coversAll(other, some));
  }
  expect(joinCoverage([])).toEqual({ pieces: 0, piecesOf: [] });
});
