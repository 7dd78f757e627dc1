import { expect, it } from "vitest";
import { followProgress, noProgress, type Progress } from "../src/progress.ts";
import type { ConsoleEvent } from "../src/report.ts";

const stale = { text: "stale", details: [] };
const broken = { steps: "1 unknown", problems: [{ text: "no", details: [] }] };
const follow = (...events: readonly ConsoleEvent[]): Progress => events.reduce(followProgress, noProgress);
const started: ConsoleEvent = { kind: "target-started", target: "fra", steps: 3 };
const ended: ConsoleEvent = { kind: "step-ended", target: "fra" };

it.each<[string, readonly ConsoleEvent[], object]>([
  ["started", [started], { state: "working", steps: 3, ended: 0 }],
  ["waiting for the cloud", [started, { kind: "waiting", target: "fra" }], { state: "waiting" }],
  ["reading back", [started, ended, { kind: "reading-back", target: "fra" }], { state: "reading", ended: 1 }],
  [
    "planned again: what was done counts on",
    [started, ended, ended, { kind: "planned-again", target: "fra", steps: 4 }],
    { state: "working", steps: 6, ended: 2 },
  ],
  ["as planned", [started, { kind: "result", target: "fra" }], { state: "done" }],
  ["not as planned", [started, { kind: "result", target: "fra", broken }], { state: "broken", broken }],
])("a target that is %s", (_what, events, wanted) => {
  const progress = follow(...events);
  expect(progress.isRunning).toBe(true);
  expect(progress.targets.get("fra")).toMatchObject(wanted);
});

it("an apply ends, with or without having begun", () => {
  expect(follow(started, { kind: "ended", at: 7 })).toMatchObject({ isRunning: false, endedAt: 7 });
  expect(follow({ kind: "refused", problems: [stale] }, { kind: "ended", at: 7 })).toMatchObject({
    isRunning: false,
    problems: [stale],
  });
});
