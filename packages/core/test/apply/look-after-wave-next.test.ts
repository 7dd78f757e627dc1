import { describe, expect, it } from "vitest";
import {
  SecurityGroupError,
  type ApplyEvent,
  type ErrorCode,
  type GroupId,
  type PresentGroup,
  type StepReport,
  type StepStatus,
  type Wave,
} from "../../src/index.ts";
import { asPlanned, type Manner } from "../../src/apply/manner.ts";
import { lookAfterWave, type WaveEnd } from "../../src/apply/look-after-wave.ts";
import { resolveStep } from "../../src/apply/resolve-step.ts";
import { targetOf, tcp } from "../support/describe-waves.ts";
import { memoryTarget, present } from "../support/memory-target.ts";
import { targetRun } from "../support/target-run.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const never = new AbortController().signal;
const twoRules = present("web", { rules: [tcp(80), tcp(81)] });
const created = present("new", { rules: [tcp(80)] });
const lost = new SecurityGroupError("unreachable", "no answer", { retryable: true });
const rejected = new SecurityGroupError("rejected", "not like that");

interface Setting {
  /** Of the steps of the first wave, which have their effect; all unless given. */
  readonly done?: readonly number[];
  readonly manner?: Partial<Manner>;
  readonly signal?: AbortSignal;
  /** Groups that somebody else made before the plan's writes, and ids that the cloud told. */
  readonly others?: readonly string[];
  readonly told?: ReadonlyMap<string, GroupId>;
}

/** What follows when the first wave of a plan for one group ended like this; the group web stands without rules. */
async function lookAfter(wish: PresentGroup, how: (wave: Wave) => readonly StepReport[], setting: Setting = {}) {
  const target = memoryTarget();
  target.cloud.seed({ name: "web" });
  const before = new Map(target.cloud.groups().map((group) => [group.name, group]));
  const plan = targetOf(await target.plan([wish]));
  const [wave = []] = plan.waves;
  for (const name of setting.others ?? []) target.cloud.seed({ name });
  for (const step of wave.filter((_, index) => setting.done?.includes(index) ?? true)) {
    const operation = await target.adapter.submit(resolveStep(step, new Map()), never);
    for (let look = 0; look < 3; look++) await target.adapter.readOperations([operation], never);
  }
  const clock = virtualClock();
  const events: ApplyEvent[] = [];
  const signal = setting.signal ?? never;
  const run = targetRun([], {
    plan,
    before,
    adapter: target.adapter,
    options: { adapters: new Map(), clock, signal, onEvent: (event) => void events.push(event) },
    created: new Map(setting.told),
    manner: { ...asPlanned(), ...setting.manner },
  });
  const end = await lookAfterWave(run, how(wave));
  return { end, wave, created: run.created, slept: clock.slept, looks: events.length, cloud: target.cloud };
}

const all =
  (...statuses: readonly (StepStatus | SecurityGroupError)[]) =>
  (wave: Wave): readonly StepReport[] =>
    wave.map((step, index) => {
      const how = statuses[index] ?? "done";
      if (typeof how === "string") return { step, status: how };
      return { step, status: how === lost ? "unknown" : "failed", error: how };
    });
const statuses = ({ steps }: WaveEnd): readonly StepStatus[] => steps.map(({ status }) => status);

describe("after a wave", () => {
  it("that is in effect it goes on at once", async () => {
    const { end, slept, looks } = await lookAfter(twoRules, all());
    expect(end.next).toMatchObject({ kind: "go-on", observed: [{ group: { rules: [{}, {}] } }] });
    expect(slept).toEqual([]);
    expect(looks).toBe(1);
  });

  it("of which an answer was lost, and the write with it, reads are awaited once, and what is left is planned", async () => {
    const { end, slept, looks } = await lookAfter(twoRules, all("done", lost), { done: [0] });
    expect(end.next).toMatchObject({ kind: "plan-again", error: lost });
    expect(statuses(end)).toEqual(["done", "failed"]);
    expect(slept.reduce((sum, one) => sum + one, 0)).toBeLessThan(35_000);
    expect(looks).toBe(1);
  });

  it("what was never sent stays not done, even where it stands", async () => {
    const { end } = await lookAfter(twoRules, all(lost, "not-done"));
    expect(statuses(end)).toEqual(["done", "not-done"]);
    expect(end.next).toMatchObject({ kind: "plan-again", error: lost });
  });

  it.each<[string, SecurityGroupError | undefined]>([
    ["what went wrong first", lost],
    ["just that", undefined],
  ])("that somebody stopped it stops with all as it was reported, and tells %s", async (_, error) => {
    const signal = AbortSignal.abort();
    const how = error === undefined ? all() : all("done", error);
    const { end, wave, looks } = await lookAfter(twoRules, how, { signal });
    expect(end.steps).toEqual(how(wave));
    expect(end.next.kind === "stop" && end.next.error).toMatchObject(error ?? { code: "aborted" });
    expect(looks).toBe(0);
  });
});

describe("a write that was refused", () => {
  it.each<
    [string, WaveEnd["next"]["kind"], PresentGroup, readonly (StepStatus | SecurityGroupError)[], Partial<Manner>]
  >([
    ["alone is not tried again", "stop", twoRules, [rejected, "not-done"], {}],
    ["among others is tried alone", "plan-again", twoRules, [rejected, "done"], {}],
    ["among others, one by one already, is not tried again", "stop", twoRules, [rejected, "done"], { oneByOne: true }],
    ["for a group with its rules is tried without them", "plan-again", created, [rejected], {}],
    ["for it one by one is tried without them too", "plan-again", created, [rejected], { oneByOne: true }],
    ["for it without its rules is not tried again", "stop", created, [rejected], { splitsCreations: true }],
  ])("%s", async (_, next, wish, how, manner) => {
    const done = how.flatMap((one, index) => (one === "done" ? [index] : []));
    const { end } = await lookAfter(wish, all(...how), { done, manner });
    expect(end.next).toMatchObject({ kind: next, error: rejected });
  });

  it.each<ErrorCode>(["forbidden", "unsupported"])("with %s is never tried again", async (code) => {
    const error = new SecurityGroupError(code, "no");
    const { end } = await lookAfter(twoRules, all(error, "done"), { done: [1] });
    expect(end.next).toEqual({ kind: "stop", error });
    expect(statuses(end)).toEqual(["failed", "done"]);
  });
});

describe("the id of a new group", () => {
  it("is found by its name", async () => {
    const { created: known, cloud } = await lookAfter(created, all(lost));
    expect([...known]).toEqual([["new", cloud.groups()[1]?.id]]);
  });

  it("is not looked for once it was told, and never that of a group that stood", async () => {
    const told = new Map([["new", "told" as GroupId]]);
    const known = await lookAfter(created, all(), { told, others: ["new"] });
    expect([...known.created]).toEqual([...told]);
    expect([...(await lookAfter(twoRules, all())).created]).toEqual([]);
  });
});
