import { expect, it } from "vitest";
import { createIds } from "../../src/create-ids.ts";

const take = (seed: number, count: number): readonly string[] => {
  const next = createIds(seed);
  return Array.from({ length: count }, next);
};

it("gives UUIDs of version 4, each once", () => {
  const ids = take(1, 10_000);
  expect(
    ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(id)),
  ).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

it("gives the same for the same seed, and others for another one", () => {
  expect(take(7, 3)).toEqual(take(7, 3));
  expect(take(7, 3)).not.toEqual(take(8, 3));
});
