import { expect, it } from "vitest";
import { findCircle, waitsFor } from "../../../src/plan/order/find-circle.ts";
import { updateOf } from "../../support/changes.ts";
import { placed } from "./placed-updates.ts";

it.each<readonly [string, readonly (readonly number[])[], readonly number[]]>([
  ["two that wait for each other", [[1], [0]], [0, 1]],
  ["three in a ring", [[1], [2], [0]], [0, 1, 2]],
  ["those that only wait for it are no part of it", [[1], [2], [3], [2], [0]], [2, 3]],
  ["those between two circles are", [[1], [0, 2], [3], [4], [3]], [0, 1, 2, 3, 4]],
])("a circle: %s", (_, waits, circle) => {
  const updates = waits.map((others, index) => placed(updateOf(`${index}`, [], []), others));
  expect(findCircle(updates, new Set(updates.keys()))).toEqual(circle);
  expect(updates.map((_update, index) => waitsFor(updates, index))).toEqual(waits);
});

it("is looked for among the groups that are given", () => {
  const updates = [[1], [0], [3], [2]].map((others, index) => placed(updateOf(`${index}`, [], []), others));
  expect(findCircle(updates, new Set([2, 3]))).toEqual([2, 3]);
});
