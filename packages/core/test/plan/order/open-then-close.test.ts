import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openThenClose } from "../../../src/plan/order/choose-rule-sets.ts";
import { faultsOf, problems } from "./rule-set-faults.ts";
import { inWords, problemOf, type WordedProblem } from "./rule-set-words.ts";

describe("sets that open before they close", () => {
  const urgentOf = (most: number): fc.Arbitrary<readonly number[]> =>
    fc.subarray(Array.from({ length: most }, (_, rule) => rule));

  it("close nothing before the last, and have opened what is urgent by then", () => {
    const seen = { all: 0, some: 0, none: 0 };
    fc.assert(
      fc.property(problems(6), urgentOf(6), (problem, some) => {
        const { removed, added, exclusive, room } = problem;
        const urgent = some.filter((rule) => rule < added);
        const choice = openThenClose(problem, () => urgent);
        const sets = choice && [...choice.opening, ...choice.closing];
        const fits = removed - exclusive + added <= room;
        if (fits) expect(sets).toBeDefined();
        if (removed - exclusive + urgent.length > room) expect(sets).toBeUndefined();
        seen[sets === undefined ? "none" : fits ? "all" : "some"]++;
        if (sets === undefined) return;
        const faults = faultsOf(problem, sets);
        // A rule whose description changes is gone for one set, which nothing but another rule can cover.
        if (exclusive > 0) faults.delete("an interruption");
        expect([...faults]).toEqual([]);
        for (const set of choice?.opening ?? []) expect(set.removed.length).toBeGreaterThanOrEqual(removed - exclusive);
        const opened = added > 0 ? choice?.opening.at(-1)?.added : [];
        expect(urgent.filter((rule) => !opened?.includes(rule))).toEqual([]);
        if (fits) expect(opened).toHaveLength(added);
      }),
      { numRuns: 2000 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });

  it.each<readonly [string, WordedProblem, string, readonly string[] | undefined, readonly string[]]>([
    ["nothing comes", { old: "- -", new: "", room: 2 }, "", [], ["nothing"]],
    ["all fits", { old: "x -", new: "x -", room: 4 }, "", ["old 1 2, new 1 2"], ["new 1 2"]],
    [
      "a copy that others stand in for waits until its old one is gone",
      { old: "x x", new: "x -", copies: 1, room: 3 },
      "",
      ["old 2, new 2", "old 2, new 1 2"],
      ["new 1 2"],
    ],
    [
      "what stands in for a copy comes before the old one is gone",
      { old: "x -", new: "x x", copies: 1, room: 3 },
      "",
      ["old 1 2, new 2", "old 2, new 2", "old 2, new 1 2"],
      ["new 1 2"],
    ],
    [
      "not all fits: what is urgent comes first, in its place",
      { old: "- -", new: "- - - -", room: 3 },
      "3",
      ["old 1 2, new 3"],
      ["new 3", "new 1 2 3 4"],
    ],
    [
      "the room beside it goes to what covers most",
      { old: "xyz", new: "- y - xz", room: 4 },
      "3",
      ["old 1, new 2 3 4"],
      ["new 2 3 4", "new 1 2 3 4"],
    ],
    [
      "what covers most comes before what covers less",
      { old: "- wxyz", new: "- y w xwyz", room: 4 },
      "1",
      ["old 1 2, new 1 4"],
      ["new 1 4", "new 1 2 3 4"],
    ],
    ["what is urgent does not fit", { old: "- -", new: "- - -", room: 3 }, "1 2", undefined, []],
    ["what fits does not cover what must stay", { old: "x y", new: "x y -", room: 3 }, "1", undefined, []],
    ["not all fits, and there is a copy", { old: "- -", new: "- - -", copies: 1, room: 3 }, "", undefined, []],
  ])("%s", (_, problem, urgent, opening, closing) => {
    const positions = urgent === "" ? [] : urgent.split(" ").map((rule) => Number(rule) - 1);
    const choice = openThenClose(problemOf(problem), () => positions);
    expect(inWords(choice?.opening)).toEqual(opening);
    expect(inWords(choice?.closing ?? [])).toEqual(closing);
  });
});
