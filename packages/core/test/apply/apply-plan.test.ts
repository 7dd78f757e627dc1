import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyPlan,
  canRelabelInPlace,
  hasConverged,
  no,
  ruleKey,
  SecurityGroupError,
  type Adapter,
  type ApplyEvent,
  type Capabilities,
  type ErrorCode,
  type Plan,
  type Rule,
} from "../../src/index.ts";
import { anyRule, crowdedRule, ruleOf } from "../support/arbitrary-rule.ts";
import { errorOf, memoryTarget, present, type MemoryTarget } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const tcp = (port: number): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: port, to: port }, remote: "10.0.0.0/8" });
const everything = ruleOf({ direction: "ingress", remote: "10.0.0.0/8" });
const ports = (target: MemoryTarget): (number | undefined)[] =>
  target.cloud
    .groups()
    .flatMap(({ rules }) =>
      rules.map(({ rule }) => ("ports" in rule && rule.ports !== "all" ? rule.ports.from : undefined)),
    );
const statuses = async (applying: ReturnType<typeof applyPlan>): Promise<string[]> =>
  (await applying).targets.flatMap(({ steps }) => steps.map(({ status }) => status));

/** A group with one rule to lose and three to gain, which have to come first because they take over from it. */
async function threeCreatesOneDelete(target: MemoryTarget): Promise<Plan> {
  target.cloud.seed({ name: "web", rules: [everything] });
  return target.plan([present("web", { rules: [tcp(80), tcp(81), tcp(82)] })]);
}

describe("after every apply the next plan is empty", () => {
  const byRuleSet: Partial<Capabilities> = { writeGranularity: "rule-set", ruleUpdates: no("rules are replaced") };
  const distinct = (rule: typeof anyRule) => fc.uniqueArray(rule, { selector: ruleKey, maxLength: 12 });
  const pairs = fc.oneof(
    fc.tuple(distinct(anyRule), distinct(anyRule)),
    fc.tuple(distinct(crowdedRule), distinct(crowdedRule)),
  );

  it.each([
    ["rule by rule", {}],
    ["whole rule sets", byRuleSet],
  ])("with %s, and the cloud holds exactly what was wanted", async (_, capabilities) => {
    await fc.assert(
      fc.asyncProperty(pairs, fc.boolean(), async ([from, to], relabel) => {
        const target = memoryTarget(capabilities);
        target.cloud.seed({ name: "web", rules: from });
        const desired = [
          present("web", { rules: to, description: "d", tags: { a: "1" } }),
          present("new", { rules: from }),
        ];
        const plan = await target.plan(desired, { relabel });
        // Only a relabelling on a cloud that cannot do it in place leaves something to be proved.
        const allowInterruption = relabel && !canRelabelInPlace(target.adapter.capabilities.ruleUpdates);
        const report = await target.apply(plan, { force: true, allowInterruption });
        expect(report.targets[0]?.error).toBeUndefined();
        const again = await target.plan(desired, { relabel });
        expect(again.targets[0]?.waves).toEqual([]);
        const accepted = target.cloud.accepted.length;
        expect(hasConverged(await target.apply(again))).toBe(true);
        expect(target.cloud.accepted).toHaveLength(accepted);
        const web = target.cloud.groups().find(({ name }) => name === "web");
        expect(web?.rules.map(({ rule }) => ruleKey(rule)).toSorted()).toEqual(to.map(ruleKey).toSorted());
      }),
    );
  });
});

describe("a plan is applied only to what it was made for", () => {
  it.each<[string, (target: MemoryTarget) => void | Promise<unknown>]>([
    [
      "a rule was added",
      async (target) => target.apply(await target.plan([present("web", { rules: [tcp(22), tcp(23)] })])),
    ],
    [
      "a rule was relabelled",
      async (target) =>
        target.apply(await target.plan([present("web", { rules: [{ ...tcp(22), description: "x" }] })])),
    ],
    [
      "the description changed",
      async (target) => target.apply(await target.plan([present("web", { rules: [tcp(22)], description: "x" })])),
    ],
    ["a group to create exists", (target) => void target.cloud.seed({ name: "new" })],
    ["the group is gone", async (target) => target.apply(await target.plan([{ ensure: "absent", name: "web" }]))],
  ])("and is stale when %s", async (_, between) => {
    const target = memoryTarget();
    target.cloud.seed({ name: "web", rules: [tcp(22)] });
    const plan = await target.plan([present("web", { rules: [tcp(80)] }), present("new")]);
    await between(target);
    const accepted = target.cloud.accepted.length;
    expect(await errorOf(target.apply(plan))).toMatchObject({ code: "stale-plan", place: { target: "here" } });
    expect(target.cloud.accepted).toHaveLength(accepted);
  });

  it("and is not stale because a group changed that it does not speak of", async () => {
    const target = memoryTarget();
    const plan = await threeCreatesOneDelete(target);
    target.cloud.seed({ name: "other" });
    expect(hasConverged(await target.apply(plan))).toBe(true);
  });

  it("survives JSON", async () => {
    const target = memoryTarget();
    const plan = JSON.parse(JSON.stringify(await threeCreatesOneDelete(target))) as Plan;
    expect(hasConverged(await target.apply(plan))).toBe(true);
    expect(ports(target)).toEqual([80, 81, 82]);
  });

  it("needs an adapter of its cloud", async () => {
    const target = memoryTarget();
    const plan = await threeCreatesOneDelete(target);
    const other = new Map([["here", { ...target.adapter, cloud: "other" }]]);
    for (const adapters of [new Map<string, Adapter>(), other]) {
      const error = await errorOf(target.apply(plan, { adapters }));
      expect(error).toMatchObject({ code: "invalid-plan", place: { target: "here" } });
    }
  });

  it("removes a large share of a group's rules only when forced", async () => {
    const target = memoryTarget();
    target.cloud.seed({ name: "web", rules: Array.from({ length: 10 }, (_, index) => tcp(index + 1)) });
    const plan = await target.plan([present("web", { rules: [tcp(1)] })]);
    expect(await errorOf(target.apply(plan))).toMatchObject({
      code: "unsafe-plan",
      place: { target: "here", group: "web" },
    });
    expect(target.cloud.accepted).toEqual([]);
    expect(hasConverged(await target.apply(plan, { force: true }))).toBe(true);
  });
});

describe("a plan that may interrupt traffic", () => {
  const narrow = ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: 22, to: 22 }, remote: "10.1.0.0/16" });
  const byRuleSet: Partial<Capabilities> = { writeGranularity: "rule-set", ruleUpdates: no("rules are replaced") };
  const full = { limits: { rulesPerGroup: 1 } };
  const labelled = { ...tcp(22), description: "ssh" };

  it.each<[string, Partial<Capabilities>, wanted: Rule, message: string]>([
    ["the group is full", full, narrow, "step 1 of wave 1 may interrupt tcp/22 from 10.1.0.0"],
    ["the group is full", { ...full, ...byRuleSet }, narrow, "step 1 of wave 1 may interrupt tcp/22 from 10.1.0.0"],
    ["a rule is relabelled", byRuleSet, labelled, "step 1 of wave 1 may interrupt tcp/22 from 10.0.0.7"],
  ])("because %s with %j is applied only when that is allowed", async (_, capabilities, wanted, message) => {
    const target = memoryTarget(capabilities);
    target.cloud.seed({ name: "web", rules: [tcp(22)] });
    const plan = await target.plan([present("web", { rules: [wanted] })], { relabel: true });
    expect(plan.targets[0]?.unproved).toMatchObject([{ reason: "interrupts", group: "web", wave: 0, step: 0 }]);
    expect(await errorOf(target.apply(plan, { force: true }))).toMatchObject({
      code: "unsafe-plan",
      message: expect.stringContaining(message),
      hint: expect.stringContaining("--allow-interruption"),
      place: { target: "here", group: "web" },
    });
    expect(target.cloud.accepted).toEqual([]);
    expect(hasConverged(await target.apply(plan, { allowInterruption: true }))).toBe(true);
    expect(target.cloud.groups()[0]?.rules.map(({ rule }) => rule)).toEqual([wanted]);
  });

  it("says how many more steps there are, and which limit may be exceeded", async () => {
    const target = memoryTarget();
    const [plan] = (await threeCreatesOneDelete(target)).targets;
    if (!plan) throw new Error("no plan");
    const exceeds = { reason: "exceeds-limit", group: "web", wave: 0, step: 2, rules: 4, limit: 3 } as const;
    const unsafe: Plan = { format: "secgroup-plan/1", targets: [{ ...plan, unproved: [exceeds, exceeds, exceeds] }] };
    expect(await errorOf(target.apply(unsafe))).toMatchObject({
      code: "unsafe-plan",
      message: expect.stringContaining("step 3 of wave 1 may bring the group to 4 rules, the most is 3, and 2 more"),
    });
    expect(target.cloud.accepted).toEqual([]);
  });

  it("is not believed when it says of itself that it does not", async () => {
    const target = memoryTarget(full);
    target.cloud.seed({ name: "web", rules: [tcp(22)] });
    const plan = await target.plan([present("web", { rules: [narrow] })]);
    const innocent: Plan = { ...plan, targets: plan.targets.map((one) => ({ ...one, unproved: [] })) };
    expect(await errorOf(target.apply(innocent))).toMatchObject({ code: "unsafe-plan" });
    expect(target.cloud.accepted).toEqual([]);
    expect(hasConverged(await target.apply(innocent, { allowInterruption: true }))).toBe(true);
  });

  it("is found out when its steps were exchanged", async () => {
    const target = memoryTarget();
    const plan = await threeCreatesOneDelete(target);
    const backwards: Plan = {
      ...plan,
      targets: plan.targets.map((one) => ({ ...one, waves: one.waves.toReversed() })),
    };
    expect(await errorOf(target.apply(backwards))).toMatchObject({
      code: "unsafe-plan",
      message: expect.stringContaining("step 1 of wave 1 may interrupt tcp/8"),
    });
    const [wave = []] = plan.targets[0]?.waves ?? [];
    const stranger = wave.map((step) => (step.kind === "create-rule" ? { ...step, rule: tcp(9) } : step));
    const strange: Plan = { ...plan, targets: plan.targets.map((one) => ({ ...one, waves: [stranger] })) };
    expect(await errorOf(target.apply(strange))).toMatchObject({ code: "invalid-plan", place: { target: "here" } });
    expect(target.cloud.accepted).toEqual([]);
  });

  it("is refused whole, even where only one of its targets is concerned", async () => {
    const good = memoryTarget();
    const bad = memoryTarget(full);
    const [first] = (await threeCreatesOneDelete(good)).targets;
    bad.cloud.seed({ name: "web", rules: [tcp(22)] });
    const [second] = (await bad.plan([present("web", { rules: [narrow] })])).targets;
    if (!first || !second) throw new Error("no plan");
    const targets = [
      { ...first, target: "good" },
      { ...second, target: "bad" },
    ];
    const adapters = new Map([
      ["good", good.adapter],
      ["bad", bad.adapter],
    ]);
    const error = await errorOf(good.apply({ format: "secgroup-plan/1", targets }, { adapters }));
    expect(error).toMatchObject({ code: "unsafe-plan", place: { target: "bad" } });
    expect(good.cloud.accepted).toEqual([]);
  });

  it("needs its own permission: force does not give it, and it does not give force", async () => {
    const target = memoryTarget();
    target.cloud.seed({ name: "web", rules: Array.from({ length: 10 }, (_, index) => tcp(index + 1)) });
    const plan = await target.plan([present("web", { rules: [tcp(1)] })]);
    expect(await errorOf(target.apply(plan, { allowInterruption: true }))).toMatchObject({ code: "unsafe-plan" });
    expect(target.cloud.accepted).toEqual([]);
  });
});

describe("when something breaks", () => {
  it("a failed operation stops what follows, and the report says so", async () => {
    const target = memoryTarget();
    const plan = await threeCreatesOneDelete(target);
    target.cloud.failNextOperation("no space left");
    const report = await target.apply(plan);
    expect(report.targets[0]).toMatchObject({
      target: "here",
      error: { code: "operation-failed", message: expect.stringContaining("no space left") },
    });
    expect(report.targets[0]?.steps.map(({ status }) => status)).toEqual(["failed", "done", "done", "not-done"]);
    expect(ports(target)).toEqual([undefined, 81, 82]);
  });

  it("an operation that never ends is unknown after the deadline", async () => {
    const target = memoryTarget();
    const plan = await threeCreatesOneDelete(target);
    target.cloud.holdOperations(true);
    const report = await target.apply(plan, { deadlineMs: 10_000 });
    expect(report.targets[0]?.error).toMatchObject({ code: "operation-timeout" });
    expect(report.targets[0]?.steps.map(({ status }) => status)).toEqual(["unknown", "unknown", "unknown", "not-done"]);
  });

  it.each<ErrorCode>(["forbidden", "unauthorized", "unsupported", "conflict"])(
    "a write that is refused with %s for good stops the target, and is never sent again",
    async (code) => {
      let sent = 0;
      const target = memoryTarget({}, (adapter) => ({
        ...adapter,
        submit: async (step, signal) => {
          if (++sent === 2) throw new SecurityGroupError(code, "no");
          return adapter.submit(step, signal);
        },
      }));
      const report = await target.apply(await threeCreatesOneDelete(target));
      expect(report.targets[0]?.steps.map((step) => step.status)).toEqual(["done", "failed", "done", "not-done"]);
      expect(report.targets[0]?.error).toMatchObject({ code, place: { target: "here" } });
      expect(sent).toBe(3);
    },
  );

  it("a defect in an adapter loses no report", async () => {
    const target = memoryTarget({}, (adapter) => ({
      ...adapter,
      submit: () => Promise.reject(new TypeError("x is undefined")),
    }));
    const report = await target.apply(await threeCreatesOneDelete(target));
    expect(report.targets[0]?.error).toMatchObject({ code: "unexpected-response", cause: expect.any(TypeError) });
  });

  it("reading back proves more than an answer does", async () => {
    const lying = memoryTarget({}, (adapter) => ({
      ...adapter,
      submit: async (step, signal) =>
        step.kind === "delete-rule" ? { cloud: "memory", handles: [] } : adapter.submit(step, signal),
      readOperations: async (operations, signal) =>
        Promise.all(
          operations.map(async (operation) =>
            operation.handles.length === 0
              ? { status: "succeeded" as const }
              : ((await adapter.readOperations([operation], signal))[0] ?? { status: "running" as const }),
          ),
        ),
    }));
    const report = await lying.apply(await threeCreatesOneDelete(lying));
    expect(report.targets[0]?.error).toMatchObject({
      code: "not-converged",
      message: expect.stringContaining("still has the rule ingress any from 10.0.0.0/8"),
    });
    expect(hasConverged(report)).toBe(false);
  });

  it("reading back waits a moment for a cloud that shows writes late", async () => {
    let stale = 0;
    const late = memoryTarget({}, (adapter) => {
      let before: Awaited<ReturnType<Adapter["listGroups"]>> | undefined;
      return {
        ...adapter,
        listGroups: async (signal) => {
          before ??= await adapter.listGroups(signal);
          return stale-- > 0 ? before : adapter.listGroups(signal);
        },
      };
    });
    const plan = await threeCreatesOneDelete(late);
    const observed = new Map([["here", await late.adapter.listGroups(new AbortController().signal)]]);
    stale = 2;
    expect(hasConverged(await late.apply(plan, { observed }))).toBe(true);
  });

  it("a cloud that does nothing is read for half a minute after each of four plans, and then left", async () => {
    const forgetful = memoryTarget({}, (adapter) => ({
      ...adapter,
      submit: async () => ({ cloud: "memory", handles: [] }),
      readOperations: async (operations) => operations.map(() => ({ status: "succeeded" as const })),
    }));
    const plan = await threeCreatesOneDelete(forgetful);
    const clock = virtualClock();
    const report = await forgetful.apply(plan, { clock });
    expect(report.targets[0]?.error).toMatchObject({ code: "not-converged" });
    const total = clock.slept.reduce((sum, slept) => sum + slept, 0);
    expect(total).toBeGreaterThan(4 * 30_000);
    expect(total).toBeLessThan(4 * 40_000);
    expect(report.targets[0]?.steps.every(({ status }) => status !== "done")).toBe(true);
  });

  it.each([
    ["sets", { a: "2" }],
    ["removes some", { b: "1" }],
    ["removes all", {}],
  ])("a cloud that ignores a patch that %s tags is found out by reading back", async (_, tags) => {
    const target = memoryTarget({}, (adapter) => ({
      ...adapter,
      submit: (step, signal) =>
        adapter.submit(
          step.kind === "update-group" ? { ...step, fields: { ...step.fields, tags: undefined } } : step,
          signal,
        ),
    }));
    target.cloud.seed({ name: "web", tags: { a: "1", b: "1" } });
    const report = await target.apply(await target.plan([present("web", { tags })]));
    expect(report.targets[0]?.error).toMatchObject({
      code: "not-converged",
      message: expect.stringContaining("has other tags"),
    });
  });

  it("one failing target does not stop the others", async () => {
    const good = memoryTarget();
    const bad = memoryTarget();
    const [first] = (await threeCreatesOneDelete(good)).targets;
    const [second] = (await threeCreatesOneDelete(bad)).targets;
    if (!first || !second) throw new Error("no plan");
    bad.cloud.failNextOperation("no");
    const plan: Plan = {
      format: "secgroup-plan/1",
      targets: [
        { ...second, target: "bad" },
        { ...first, target: "good" },
      ],
    };
    const adapters = new Map([
      ["bad", bad.adapter],
      ["good", good.adapter],
    ]);
    const report = await good.apply(plan, { adapters });
    expect(report.targets.map(({ target, error }) => [target, error?.code])).toEqual([
      ["bad", "operation-failed"],
      ["good", undefined],
    ]);
  });

  it("nothing is written anywhere when one target is stale", async () => {
    const fresh = memoryTarget();
    const stale = memoryTarget();
    const [first] = (await threeCreatesOneDelete(fresh)).targets;
    const [second] = (await threeCreatesOneDelete(stale)).targets;
    if (!first || !second) throw new Error("no plan");
    await stale.apply(await stale.plan([present("web", { rules: [tcp(1)] })]));
    const plan: Plan = {
      format: "secgroup-plan/1",
      targets: [
        { ...first, target: "fresh" },
        { ...second, target: "stale" },
      ],
    };
    const adapters = new Map([
      ["fresh", fresh.adapter],
      ["stale", stale.adapter],
    ]);
    expect(await errorOf(fresh.apply(plan, { adapters }))).toMatchObject({
      code: "stale-plan",
      place: { target: "stale" },
    });
    expect(fresh.cloud.accepted).toEqual([]);
  });
});

describe("an abort", () => {
  it("before the first write leaves everything not done", async () => {
    const target = memoryTarget();
    const plan = await threeCreatesOneDelete(target);
    const abort = new AbortController();
    const observed = new Map([["here", await target.adapter.listGroups(abort.signal)]]);
    abort.abort();
    const report = await target.apply(plan, { signal: abort.signal, observed });
    expect(report.targets[0]).toMatchObject({
      error: { code: "aborted" },
      steps: [{ status: "not-done" }, { status: "not-done" }, { status: "not-done" }, { status: "not-done" }],
    });
    expect(target.cloud.accepted).toEqual([]);
  });

  it("while waiting leaves what was sent unknown and the rest not done", async () => {
    const target = memoryTarget();
    const plan = await threeCreatesOneDelete(target);
    const abort = new AbortController();
    const clock = virtualClock(() => abort.abort());
    expect(await statuses(target.apply(plan, { signal: abort.signal, clock }))).toEqual([
      "unknown",
      "unknown",
      "unknown",
      "not-done",
    ]);
    expect(target.cloud.accepted).toHaveLength(3);
  });

  it("lets a write that is on its way come to its answer, and sends no other", async () => {
    const abort = new AbortController();
    const target = memoryTarget({}, (adapter) => ({
      ...adapter,
      submit: async (step, signal) => {
        const operation = await adapter.submit(step, signal);
        abort.abort();
        expect(signal.aborted).toBe(false);
        return operation;
      },
    }));
    target.cloud.seed({ name: "web" });
    const plan = await target.plan([
      present("web", { rules: Array.from({ length: 40 }, (_, index) => tcp(index + 1)) }),
    ]);
    const found = await statuses(target.apply(plan, { signal: abort.signal }));
    expect(found.filter((status) => status === "unknown")).toHaveLength(target.cloud.accepted.length);
    expect(target.cloud.accepted.length).toBeLessThanOrEqual(32);
    expect(found.filter((status) => status === "not-done")).toHaveLength(40 - target.cloud.accepted.length);
  });
});

describe("apply tells what it does", () => {
  it("in the order in which it happens", async () => {
    const target = memoryTarget();
    const events: ApplyEvent[] = [];
    await target.apply(await threeCreatesOneDelete(target), { onEvent: (event) => void events.push(event) });
    expect(events.map((event) => ("status" in event ? `${event.kind} ${event.status}` : event.kind))).toEqual([
      "target-started",
      "step-sent",
      "step-sent",
      "step-sent",
      "waiting",
      "step-ended done",
      "step-ended done",
      "step-ended done",
      "reading-back",
      "step-sent",
      "waiting",
      "step-ended done",
      "reading-back",
      "target-ended",
    ]);
    expect(events[0]).toMatchObject({ steps: 4 });
    expect(events.at(-1)).toMatchObject({ converged: true });
  });
});
