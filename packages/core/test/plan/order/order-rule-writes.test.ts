import { expect, it } from "vitest";
import type { GroupChanges } from "../../../src/index.ts";
import { memoryCapabilities } from "../../../src/memory/index.ts";
import { orderRuleWrites } from "../../../src/plan/order/order-rule-writes.ts";
import type { PlacedUpdate } from "../../../src/plan/order/placed-update.ts";
import { updateOf } from "../../support/changes.ts";
import { describeWavesOfGroups, narrow, tcp } from "../../support/describe-waves.ts";

it("puts each group after the last wave of those that it waits for, and on from its own first wave", () => {
  const steps: readonly [GroupChanges, start: number, waitsFor: number[]][] = [
    [updateOf("late", [tcp(3)], []), 0, [1, 2]],
    [updateOf("long", [tcp(1)], [narrow(1)]), 1, []],
    [updateOf("short", [], [tcp(2)]), 0, []],
    [updateOf("last", [tcp(4)], []), 2, [0]],
  ];
  const updates = steps.flatMap(([update, start, waitsFor]): PlacedUpdate[] =>
    update.kind === "update" ? [{ update, start, waitsFor: new Set(waitsFor) }] : [],
  );
  const ordered = orderRuleWrites(updates, { capabilities: memoryCapabilities, limits: { rulesPerGroup: 100 } });
  const before = updates.map(({ update }) => update.observed);
  expect(ordered.map(({ start, waves }) => [start, describeWavesOfGroups({ waves }, before)])).toEqual([
    [1, [["long: create 1 narrow"], ["long: delete 1"]]],
    [0, [["short: create 2"]]],
    [3, [["late: delete 3"]]],
    [4, [["last: delete 4"]]],
  ]);
});

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
