import { expect, it } from "vitest";
import { judgeCrashes } from "../src/crash-matrix.ts";

it.each([7, 20])("whenever the process of seed %i dies, another one brings it to its end", async (seed) => {
  const { crashes, failures } = await judgeCrashes(seed);
  expect(crashes).toBeGreaterThan(5);
  expect(failures).toEqual([]);
});
