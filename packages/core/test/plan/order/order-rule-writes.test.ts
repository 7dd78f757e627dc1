import { expect, it } from "vitest";
import { memoryCapabilities } from "../../../src/memory/index.ts";
import { orderRuleWrites } from "../../../src/plan/order/order-rule-writes.ts";
import type { PlacedUpdate } from "../../../src/plan/order/placed-update.ts";
import { updateOf } from "../../support/changes.ts";
import { tcp } from "../../support/describe-waves.ts";

it("orders hundreds of groups together of which each waits for every other", () => {
  const positions = [...Array(500).keys()];
  const updates = positions.flatMap((index): PlacedUpdate[] => {
    const update = updateOf(`web-${index}`, [], [tcp(index + 1)]);
    const waitsFor = new Set(positions.filter((other) => other !== index));
    return update.kind === "update" ? [{ update, start: 1, waitsFor }] : [];
  });
  const ordered = orderRuleWrites(updates, { capabilities: memoryCapabilities, limits: { rulesPerGroup: 100 } });
  expect(ordered.map(({ start, waves }) => [start, waves.flat().length])).toEqual([[1, 500]]);
});
