import { describe, expect, it } from "vitest";
import {
  resumeApply,
  SecurityGroupError,
  type Adapter,
  type ApplyEvent,
  type ApplyRecord,
  type ApplyReport,
  type JournalEntry,
  type Plan,
} from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { describeWaves, targetOf, tcp } from "../support/describe-waves.ts";
import { memoryTarget, present, type MemoryTarget } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const everything = ruleOf({ direction: "ingress", remote: "10.0.0.0/8" });

/** A target, a plan for it in two waves, and what a journal tells of an apply that ended before its first write. */
async function brokenOff(): Promise<{
  readonly target: MemoryTarget;
  readonly plan: Plan;
  readonly record: ApplyRecord;
}> {
  const target = memoryTarget();
  target.cloud.seed({ name: "web", rules: [everything] });
  const [web] = target.cloud.groups();
  const plan = await target.plan([present("web", { rules: [tcp(80), tcp(81)] })]);
  const record: ApplyRecord = {
    isEnded: false,
    lastAt: virtualClock().now(),
    targets: [{ plan: targetOf(plan), before: new Map([["web", web]]), sent: 0, open: [], isUnsettled: true }],
  };
  return { target, plan, record };
}

interface Resumed {
  readonly report: ApplyReport;
  readonly events: readonly ApplyEvent[];
  readonly entries: readonly JournalEntry[];
  readonly slept: readonly number[];
}

async function resume(record: ApplyRecord, adapter: Adapter): Promise<Resumed> {
  const events: ApplyEvent[] = [];
  const entries: JournalEntry[] = [];
  const clock = virtualClock();
  const report = await resumeApply(record, {
    adapters: new Map([["here", adapter]]),
    clock,
    signal: new AbortController().signal,
    journal: { write: async (entry) => void entries.push(entry) },
    onEvent: (event) => void events.push(event),
  });
  return { report, events, entries, slept: clock.slept };
}

const kinds = (told: readonly { readonly kind: string }[]): readonly string[] => told.map(({ kind }) => kind);

describe("an apply that is gone on with", () => {
  it("ends at once when all was done", async () => {
    const { target, plan, record } = await brokenOff();
    await target.apply(plan);
    const { report, events, entries, slept } = await resume(record, target.adapter);
    expect(report).toEqual({ targets: [{ target: "here", steps: [] }] });
    expect(events).toMatchObject([
      { kind: "target-started", target: "here", steps: 3, at: record.lastAt },
      { kind: "reading-back" },
      { kind: "target-ended", converged: true },
    ]);
    expect(kinds(entries)).toEqual(["target-ended", "ended-all"]);
    expect(slept).toEqual([]);
  });

  it("plans what is left, tells it and writes it down before anything is sent", async () => {
    const { target, record } = await brokenOff();
    const [web] = target.cloud.groups();
    if (web === undefined) throw new Error("there is no group");
    const open = await target.adapter.submit(
      { kind: "create-rule", group: { id: web.id, name: "web" }, rule: tcp(80) },
      new AbortController().signal,
    );
    const begun = { ...record, targets: record.targets.map((one) => ({ ...one, open: [open], sent: 1 })) };
    const { report, events, entries } = await resume(begun, target.adapter);
    expect(report).toMatchObject({ targets: [{ steps: [{ status: "done" }, { status: "done" }] }] });
    expect(events.find(({ kind }) => kind === "planned-again")).toMatchObject({ target: "here", steps: 2 });
    const [first, next] = entries;
    if (first?.kind !== "planned-again") throw new Error("the plan was not written down first");
    expect(first).toMatchObject({ target: "here", at: expect.any(Number) });
    expect(describeWaves(first, [web])).toEqual([["create 81"], [`delete ${everything.protocol}`]]);
    expect(next).toMatchObject({ kind: "sending", step: 1 });
  });

  it("is left where it is on a target that cannot be read", async () => {
    const { target, record } = await brokenOff();
    const { report, events } = await resume(record, {
      ...target.adapter,
      listGroups: () => Promise.reject(new SecurityGroupError("forbidden", "not any more")),
    });
    expect(report.targets).toMatchObject([
      { target: "here", steps: [], error: { code: "forbidden", place: { target: "here" } } },
    ]);
    expect(events.at(-1)).toMatchObject({ kind: "target-ended", target: "here", converged: false });
    expect(target.cloud.accepted).toEqual([]);
  });
});
