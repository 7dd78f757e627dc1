import { expect, it } from "vitest";
import { equalTags, mergeTags, type TagsPatch } from "../../src/gcore/merge-tags.ts";

const tags = (values: Readonly<Record<string, string>>): ReadonlyMap<string, string> => new Map(Object.entries(values));
const readOnly = tags({ owner: "platform" });

// The examples of "Update security group".
it.each<readonly [string, Readonly<Record<string, string>>, TagsPatch, Readonly<Record<string, string>>]>([
  [
    "adds and updates",
    { environment: "test" },
    { environment: "production", team: "backend" },
    { environment: "production", team: "backend" },
  ],
  ["deletes by null", { old_tag: "1", other: "2" }, { old_tag: null }, { other: "2" }],
  ["removes all by null in place of the object", { a: "1", b: "2" }, null, {}],
  [
    "keeps what is not named",
    { environment: "production", team: "backend" },
    { environment: "staging" },
    { environment: "staging", team: "backend" },
  ],
  [
    "does all of it at once",
    { environment: "test", deprecated_tag: "1", kept: "1" },
    { environment: "production", cost_center: "engineering", deprecated_tag: null },
    { environment: "production", cost_center: "engineering", kept: "1" },
  ],
  ["changes nothing by an empty patch", { a: "1" }, {}, { a: "1" }],
  ["passes over the null of a key that is not there", { a: "1" }, { b: null }, { a: "1" }],
  ["does not set a read-only tag", {}, { owner: "me" }, {}],
  ["does not remove a read-only tag", { a: "1" }, { owner: null }, { a: "1" }],
])("%s", (_, before, patch, wanted) => {
  expect(Object.fromEntries(mergeTags(tags(before), patch, readOnly))).toEqual(wanted);
});

it("compares tags by key and value", () => {
  expect(equalTags(tags({ a: "1", b: "2" }), tags({ b: "2", a: "1" }))).toBe(true);
  expect(equalTags(tags({ a: "1" }), tags({ a: "2" }))).toBe(false);
  expect(equalTags(tags({ a: "1" }), tags({ a: "1", b: "2" }))).toBe(false);
});
