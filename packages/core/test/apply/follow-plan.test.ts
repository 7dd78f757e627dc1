import { describe, expect, it } from "vitest";
import { createPlan, hasConverged, SecurityGroupError, type JournalEntry, type Rule } from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { memoryTarget, present } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const tcp = (port: number): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: port, to: port }, remote: "10.0.0.0/8" });
const everything = ruleOf({ direction: "ingress", remote: "10.0.0.0/8" });
const locked = new SecurityGroupError("conflict", "locked", { retryable: true });

describe("what is left of a plan is planned again", () => {
  it("as often as it takes, as long as each plan brings something", async () => {
    let sent = 0;
    const target = memoryTarget({}, (adapter) => ({
      ...adapter,
      submit: async (step, signal) => {
        if (++sent % 2 === 0) throw locked;
        return adapter.submit(step, signal);
      },
    }));
    target.cloud.seed({ name: "web" });
    const entries: JournalEntry[] = [];
    const journal = { write: async (entry: JournalEntry) => void entries.push(entry) };
    const plan = await target.plan([present("web", { rules: Array.from({ length: 40 }, (_, port) => tcp(port + 1)) })]);
    const report = await target.apply(plan, { journal });
    expect(hasConverged(report)).toBe(true);
    // What earlier plans brought is in the report as well.
    expect(report.targets[0]?.steps).toHaveLength(40);
    const again = entries.filter(({ kind }) => kind === "planned-again");
    expect(again.length).toBeGreaterThan(4);
    expect(again[0]).toMatchObject({ target: "here", waves: expect.arrayContaining([[expect.anything()]]) });
  });

  it("after pauses that grow while nothing is brought", async () => {
    const target = memoryTarget({}, (adapter) => ({ ...adapter, submit: () => Promise.reject(locked) }));
    target.cloud.seed({ name: "web" });
    const clock = virtualClock();
    const report = await target.apply(await target.plan([present("web", { rules: [tcp(80)] })]), { clock });
    expect(report.targets[0]?.error).toMatchObject({ code: "conflict", place: { target: "here" } });
    expect(clock.slept.filter((slept) => slept >= 1_000)).toEqual([2_000, 4_000, 8_000]);
  });

  it("unless it cannot be: then the report has all steps, and why", async () => {
    let sent = 0;
    const target = memoryTarget({}, (adapter) => ({
      ...adapter,
      submit: async (step, signal) => {
        if (++sent === 2) throw locked;
        return adapter.submit(step, signal);
      },
      readLimits: () => Promise.reject(new SecurityGroupError("forbidden", "no limits for you")),
    }));
    target.cloud.seed({ name: "web" });
    const sound = { ...target.adapter, readLimits: async () => target.adapter.capabilities.limits };
    const groups = [{ key: "web", desired: present("web", { rules: [tcp(1), tcp(2)] }) }];
    const { signal } = new AbortController();
    const { plan } = await createPlan([{ name: "here", location: {}, adapter: sound, groups }], {
      clock: virtualClock(),
      signal,
    });
    const report = await target.apply(plan);
    expect(report.targets[0]).toMatchObject({
      error: { code: "forbidden", cause: { code: "conflict" }, place: { target: "here" } },
      steps: [{ status: "done" }, { status: "failed" }],
    });
  });
});

describe("a target stops", () => {
  it("between two waves when somebody wants that, with what is done and what is not", async () => {
    const target = memoryTarget();
    target.cloud.seed({ name: "web", rules: [everything] });
    const plan = await target.plan([present("web", { rules: [tcp(80), tcp(81)] })]);
    expect(plan.targets[0]?.waves).toHaveLength(2);
    const abort = new AbortController();
    const report = await target.apply(plan, {
      signal: abort.signal,
      onEvent: ({ kind }) => void (kind === "reading-back" && abort.abort()),
    });
    expect(report.targets[0]).toMatchObject({
      error: { code: "aborted" },
      steps: [{ status: "done" }, { status: "done" }, { status: "not-done" }],
    });
  });

  it("when it cannot be read after a wave, and says so", async () => {
    let isReadable = true;
    const target = memoryTarget({}, (adapter) => ({
      ...adapter,
      listGroups: async (signal) => {
        if (!isReadable) throw new SecurityGroupError("forbidden", "not any more");
        return adapter.listGroups(signal);
      },
    }));
    target.cloud.seed({ name: "web", rules: [everything] });
    const plan = await target.plan([present("web", { rules: [tcp(80), tcp(81)] })]);
    const report = await target.apply(plan, {
      onEvent: ({ kind }) => void (kind === "waiting" && (isReadable = false)),
    });
    expect(report.targets[0]).toMatchObject({
      error: { code: "forbidden", message: "not any more" },
      steps: [{ status: "done" }, { status: "done" }, { status: "not-done" }],
    });
  });
});
