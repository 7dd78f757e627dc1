import { SecurityGroupError } from "@secgroup/core";
import type { GroupHistoryEntry } from "@secgroup/simulator";
import { beforeAll, describe, expect, it } from "vitest";
import { comesToAnEnd } from "../src/laws/comes-to-an-end.ts";
import { converges } from "../src/laws/converges.ts";
import { judge, laws } from "../src/laws/judge.ts";
import type { Law } from "../src/laws/law.ts";
import { noDuplicate } from "../src/laws/no-duplicate.ts";
import { noWriteAfterAbort } from "../src/laws/no-write-after-abort.ts";
import { secondPlanEmpty } from "../src/laws/second-plan-empty.ts";
import { speaksClearly } from "../src/laws/speaks-clearly.ts";
import { tellsTheTruth } from "../src/laws/tells-the-truth.ts";
import { touchesNothingElse } from "../src/laws/touches-nothing-else.ts";
import { withinBounds } from "../src/laws/within-bounds.ts";
import { withinLimits } from "../src/laws/within-limits.ts";
import type { Outcome } from "../src/run/outcome.ts";
import type { RunRecord } from "../src/run/run-record.ts";
import { runScenario } from "../src/run/run-scenario.ts";
import type { StandingGroup } from "../src/world/standing-group.ts";
import { plainScenario } from "./support/plain-scenario.ts";

let good: Outcome;
beforeAll(async () => {
  good = await runScenario(plainScenario);
});

type Change<Value> = (value: Value) => Value;

/** The good outcome with something about one of its processes that is not so. */
function withRun(kind: RunRecord["kind"], change: Change<RunRecord>): Outcome {
  return { ...good, runs: good.runs.map((run) => (run.kind === kind ? change(run) : run)) };
}

/** The good outcome with another past of one group. */
function withPast(name: string, change: Change<readonly GroupHistoryEntry[]>): Outcome {
  const { simulator } = good.world;
  const history = (id: string): readonly GroupHistoryEntry[] =>
    good.world.groups.get(id)?.name === name ? change(simulator.history(id)) : simulator.history(id);
  return { ...good, world: { ...good.world, simulator: { ...simulator, history } } };
}

const withState = (name: string, change: Change<GroupHistoryEntry["rules"]>): Outcome =>
  withPast(name, (past) =>
    past.flatMap((entry, index) => (index === 1 ? [entry, { ...entry, rules: change(entry.rules) }] : [entry])),
  );

const withStanding = (change: Change<readonly StandingGroup[]>): Outcome =>
  withRun("second", (run) => ({
    ...run,
    standing: new Map([...run.standing].map(([target, groups]) => [target, change(groups)])),
  }));

const idOf = (name: string): string => [...good.world.groups.values()].find((group) => group.name === name)?.id ?? "";
const write = (path: string): RunRecord["sent"][number] => ({ number: 99, at: 0, method: "POST", path, status: 202 });
const failed = (run: RunRecord, error: unknown): RunRecord => ({ ...run, error, report: undefined });
const refused = new SecurityGroupError("rejected", "The cloud refused it.", { hint: "Look." });

const wrongs: readonly [law: Law, what: string, make: () => Outcome][] = [
  [withinBounds, "a moment without any rule", () => withState("web", () => [])],
  [
    withinBounds,
    "a rule that lets in what neither old nor new rules do",
    () => withState("web", (rules) => [...rules, ...rules.map((rule) => ({ ...rule, sourceIp: "192.168.0.0/16" }))]),
  ],
  [
    withinLimits,
    "a hundred rules more than may be",
    () =>
      withState("web", (rules) =>
        Array.from({ length: 200 }, (_, index) => ({
          ...rules[0],
          portRangeStart: index + 1,
          portRangeEnd: index + 1,
        })),
      ),
  ],
  [noDuplicate, "a moment with a rule twice", () => withState("web", (rules) => [...rules, ...rules])],
  [
    noDuplicate,
    "an end with a rule twice",
    () => withStanding((groups) => groups.map((group) => ({ ...group, rules: [...group.rules, ...group.rules] }))),
  ],
  [
    noDuplicate,
    "an end without a rule",
    () => withStanding((groups) => groups.map((group) => ({ ...group, rules: [] }))),
  ],
  [noDuplicate, "an end with a group twice", () => withStanding((groups) => [...groups, ...groups])],
  [
    noDuplicate,
    "two groups of one name for a while",
    () => withPast("other", (past) => past.map((entry) => ({ ...entry, name: "web" }))),
  ],
  [
    touchesNothingElse,
    "another group that changed",
    () => withPast("other", (past) => [...past, { ...past[0], at: 1, rules: [] } as GroupHistoryEntry]),
  ],
  [
    touchesNothingElse,
    "a write to another group",
    () => withRun("first", (run) => ({ ...run, sent: [...run.sent, write(`/${idOf("other")}/rules`)] })),
  ],
  [
    touchesNothingElse,
    "a group that nobody wants",
    () => ({
      ...good,
      world: {
        ...good.world,
        groups: new Map([
          ...good.world.groups,
          ["x", { id: "x", target: "fra", name: "new", isSeeded: false, statesBefore: 0 }],
        ]),
      },
    }),
  ],
  [noWriteAfterAbort, "a write after the abort", () => withRun("first", (run) => ({ ...run, abortedAfter: 1 }))],
  [
    comesToAnEnd,
    "two days of waiting",
    () => withRun("first", (run) => ({ ...run, endedAt: run.startedAt + 172_800_000 })),
  ],
  [comesToAnEnd, "a play without end", () => ({ ...good, error: new Error("Deadlock") })],
  [converges, "a failure without a reason", () => withRun("first", (run) => failed(run, refused))],
  [converges, "no good end", () => withRun("second", (run) => failed(run, refused))],
  [
    secondPlanEmpty,
    "a second plan that does the same again",
    () => withRun("second", (run) => ({ ...run, plan: good.runs[0]?.plan })),
  ],
  [
    secondPlanEmpty,
    "a second process that writes",
    () => withRun("second", (run) => ({ ...run, sent: [write("/x")] })),
  ],
  [tellsTheTruth, "success where nothing stands", () => withStanding(() => [])],
  [
    tellsTheTruth,
    "silence about a failed operation",
    () => ({
      ...good,
      entries: [
        {
          number: 5,
          at: 0,
          method: "POST",
          path: "/x",
          faults: [{ fault: "operation-failed", how: "at-end", at: 5 }],
          notes: [],
          status: 202,
        },
      ],
    }),
  ],
  [
    speaksClearly,
    "an error of the platform",
    () => withRun("first", (run) => failed(run, new TypeError("x is not a function"))),
  ],
  [
    speaksClearly,
    "an object in a sentence",
    () =>
      withRun("first", (run) => failed(run, new SecurityGroupError("rejected", "[object Object]", { hint: "Look." }))),
  ],
  [
    speaksClearly,
    "an error without advice",
    () => withRun("first", (run) => failed(run, new SecurityGroupError("rejected", "The cloud refused it."))),
  ],
  [
    speaksClearly,
    "a defect behind an error",
    () =>
      withRun("first", (run) =>
        failed(
          run,
          new SecurityGroupError("rejected", "No.", { hint: "Look.", cause: new TypeError("x is not a function") }),
        ),
      ),
  ],
];

describe("a plain change", () => {
  it("breaks no law, and is carried out with one rule after the other", () => {
    expect(judge(good)).toEqual([]);
    expect(good.runs.map(({ kind }) => kind)).toEqual(["first", "second"]);
    expect(good.world.simulator.history(idOf("web"))).toHaveLength(3);
  });
});

describe("a law is broken", () => {
  it.each(wrongs.map(([law, what, make]) => ({ name: law.name, law, what, make })))(
    "by $what: $name",
    ({ law, make }) => {
      expect(law.judge(make())).not.toEqual([]);
    },
  );

  it("in at least one of these ways for each of them", () => {
    expect(new Set(wrongs.map(([law]) => law))).toEqual(new Set(laws));
  });
});
