import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffTags } from "../../src/diff/diff-tags.ts";

const tags = fc.dictionary(fc.constantFrom("a", "b", "c", "__proto__"), fc.constantFrom("1", "2"));

describe("diffTags", () => {
  it.each([
    [{ a: "1" }, { a: "1" }, undefined],
    [{}, {}, undefined],
    [{}, { a: "1" }, { a: "1" }],
    [{ a: "1" }, { a: "2" }, { a: "2" }],
    [{ a: "1", b: "1" }, { b: "1" }, { a: null }],
    [{ a: "1" }, { b: "1" }, { a: null, b: "1" }],
    [{ a: "1" }, {}, null],
  ])("from %j to %j is %j", (from, to, wanted) => {
    expect(diffTags(from, to)).toEqual(wanted);
  });

  it("leads from any tags to any others", () => {
    fc.assert(
      fc.property(tags, tags, (from, to) => {
        const patch = diffTags(from, to);
        const merged =
          patch === null ? [] : Object.entries({ ...from, ...patch }).filter(([, value]) => value !== null);
        expect(Object.fromEntries(merged)).toEqual({ ...to });
      }),
    );
  });
});
