import { expect, it } from "vitest";
import { createTrafficSpace } from "../../src/index.ts";
import { mergePairs } from "../../src/lint/merge-pairs.ts";
import { createMergeSpace } from "../../src/lint/merge-space.ts";
import { createPiece } from "../../src/lint/piece.ts";
import { tcp } from "./support.ts";

it("does not merge two corners of a frame, each of which can grow along both of its sides", () => {
  const frame = [
    ["1", "10.0.0.0"],
    ["3", "10.0.0.3"],
    ["1", "10.0.0.1"],
    ["1", "10.0.0.2/31"],
    ["3", "10.0.0.0/31"],
    ["3", "10.0.0.2"],
    ["2", "10.0.0.0"],
    ["2", "10.0.0.3"],
  ].map(([ports, remote]) => tcp(ports, remote));
  const merging = createMergeSpace(frame);
  const pieces = frame.map((rule, position) => createPiece(rule, [position], merging));
  const merged = mergePairs(pieces, true, merging).map(({ rule }) => rule);
  const space = createTrafficSpace([...frame, ...merged]);
  expect(merged.length).toBeLessThan(frame.length);
  expect(space.of(merged)).toBe(space.of(frame));
});
