import { describe, expect, it } from "vitest";
import { SecurityGroupError, type Adapter, type ApplyEvent, type JournalEntry, type Plan } from "../../src/index.ts";
import { targetOf, tcp } from "../support/describe-waves.ts";
import { memoryTarget, present } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";

describe("a target that cannot be looked at", () => {
  const vendor = { cloud: "memory", status: 403 };
  const forbidden = new SecurityGroupError("forbidden", "not for you", { vendor });

  /** Applies a plan for two targets of which the first cannot be read for this reason. */
  async function applyBeside(error: Error, signal = new AbortController().signal) {
    const good = memoryTarget();
    good.cloud.seed({ name: "web" });
    const one = targetOf(await good.plan([present("web", { rules: [tcp(80), tcp(81)] })]));
    const targets = ["bad", "good"].map((target) => ({ ...one, target }));
    const unreadable: Adapter = {
      ...good.adapter,
      listGroups: async () => {
        throw error;
      },
    };
    const adapters = new Map([
      ["bad", unreadable],
      ["good", good.adapter],
    ]);
    const events: ApplyEvent[] = [];
    const entries: JournalEntry[] = [];
    const clock = virtualClock();
    const journal = { write: async (entry: JournalEntry) => void entries.push(entry) };
    const onEvent = (event: ApplyEvent): void => void events.push(event);
    const plan: Plan = { format: "secgroup-plan/1", targets };
    const report = await good.apply(plan, { adapters, clock, journal, onEvent, signal });
    return { report, events, entries, accepted: good.cloud.accepted };
  }

  it("is left alone, which is told and written down, and the others go on", async () => {
    const { report, events, entries } = await applyBeside(forbidden);
    expect(report.targets).toMatchObject([
      { target: "bad", error: { code: "forbidden", place: { target: "bad" } } },
      { target: "good", error: undefined },
    ]);
    expect(report.targets[0]?.steps).toMatchObject([{ status: "not-done" }, { status: "not-done" }]);
    expect(events.filter(({ target }) => target === "bad")).toEqual([
      { kind: "target-started", target: "bad", at: expect.any(Number), steps: 0 },
      { kind: "target-ended", target: "bad", at: expect.any(Number), converged: false },
    ]);
    expect(entries[0]).toMatchObject({
      kind: "begun",
      before: [
        { target: "bad", groups: [] },
        { target: "good", groups: [{ key: "web", group: { name: "web" } }] },
      ],
    });
  });

  it("since somebody stopped it, is reported so, like all others", async () => {
    const { report, accepted } = await applyBeside(forbidden, AbortSignal.abort());
    const aborted = (target: string) => ({ target, error: { code: "aborted", place: { target } } });
    expect(report.targets).toMatchObject([aborted("bad"), aborted("good")]);
    expect(accepted).toEqual([]);
  });

  it.each([
    ["a defect", new TypeError("x is undefined")],
    ["what no cloud answered", new SecurityGroupError("missing-credentials", "there are none")],
  ])("because of %s keeps everything from being written", async (_, error) => {
    await expect(applyBeside(error)).rejects.toBe(error);
  });
});
