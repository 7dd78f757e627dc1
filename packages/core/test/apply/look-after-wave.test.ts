import { describe, expect, it } from "vitest";
import { hasConverged, SecurityGroupError, type Adapter, type ApplyEvent, type Rule } from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { memoryTarget, present, type MemoryTarget } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const tcp = (port: number): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: port, to: port }, remote: "10.0.0.0/8" });
const lost = new SecurityGroupError("unreachable", "no answer", { retryable: true });

/** A target whose first writes, so many, lose their answers after they were taken on. */
function losing(writes: number, wrap: (adapter: Adapter) => Adapter = (adapter) => adapter): MemoryTarget {
  let sent = 0;
  return memoryTarget({}, (adapter) =>
    wrap({
      ...adapter,
      submit: async (step, signal) => {
        const operation = await adapter.submit(step, signal);
        if (++sent <= writes) throw lost;
        return operation;
      },
    }),
  );
}

async function kindsOf(target: MemoryTarget, apply: (onEvent: (event: ApplyEvent) => void) => Promise<unknown>) {
  const kinds: string[] = [];
  await apply(({ kind }) => void kinds.push(kind));
  return kinds;
}

const total = (slept: readonly number[]): number => slept.reduce((sum, one) => sum + one, 0);

describe("after a wave", () => {
  it("a new group whose answer was lost is known by its name to the steps that refer to it", async () => {
    const target = losing(1);
    const fromWeb: Rule = { ...tcp(5432), remote: { kind: "named-group", name: "web" } };
    const plan = await target.plan([present("web", { rules: [tcp(80)] }), present("database", { rules: [fromWeb] })]);
    const kinds = await kindsOf(target, (onEvent) => target.apply(plan, { onEvent }));
    expect(kinds).not.toContain("planned-again");
    const [web, database] = target.cloud.groups();
    expect(database?.rules[0]?.rule.remote).toEqual({ kind: "group", id: web?.id });
  });

  it("nothing is looked at when the cloud may still finish what it did not finish in time", async () => {
    const target = memoryTarget();
    const plan = await target.plan([present("web")]);
    target.cloud.holdOperations(true);
    const kinds = await kindsOf(target, (onEvent) => target.apply(plan, { onEvent, deadlineMs: 10_000 }));
    expect(kinds).not.toContain("reading-back");
    expect(kinds).not.toContain("waiting-until-quiet");
  });

  it("nothing is looked at when somebody wants to stop", async () => {
    const target = memoryTarget();
    const plan = await target.plan([present("web")]);
    const abort = new AbortController();
    const clock = virtualClock(() => abort.abort());
    const kinds = await kindsOf(target, (onEvent) => target.apply(plan, { onEvent, clock, signal: abort.signal }));
    expect(kinds).not.toContain("reading-back");
  });

  it("nothing is looked at when the journal is incomplete, and nothing more is sent", async () => {
    const target = memoryTarget();
    const plan = await target.plan([present("web")]);
    const journal = {
      write: async ({ kind }: { readonly kind: string }) => {
        if (kind === "accepted") throw new Error("disk full");
      },
    };
    const kinds = await kindsOf(target, (onEvent) => target.apply(plan, { onEvent, journal }));
    expect(kinds).not.toContain("reading-back");
  });

  it("what the cloud lists late as under way is still awaited, and not sent again", async () => {
    let lists = 0;
    const target = losing(1, (adapter) => ({
      ...adapter,
      // One look before anything is sent; the next one comes too early to show it.
      listOperations: async (signal) => (++lists === 2 ? [] : adapter.listOperations(signal)),
    }));
    target.cloud.seed({ name: "web" });
    const report = await target.apply(await target.plan([present("web", { rules: [tcp(80)] })]));
    expect(hasConverged(report)).toBe(true);
    expect(target.cloud.accepted).toHaveLength(1);
  });

  it("each of several lost answers is found out", async () => {
    const target = losing(2);
    target.cloud.seed({ name: "web" });
    const plan = await target.plan([present("web", { rules: [tcp(80), tcp(81)] })]);
    const kinds = await kindsOf(target, (onEvent) => target.apply(plan, { onEvent }));
    expect(kinds).not.toContain("planned-again");
    expect(target.cloud.accepted).toHaveLength(2);
  });

  it("what was refused needs no wait for late reads, and no look at what is under way beyond the first", async () => {
    let lists = 0;
    const target = memoryTarget({}, (adapter) => ({
      ...adapter,
      listOperations: async (signal) => {
        lists++;
        return adapter.listOperations(signal);
      },
      submit: () => Promise.reject(new SecurityGroupError("forbidden", "no")),
    }));
    target.cloud.seed({ name: "web" });
    const clock = virtualClock();
    const report = await target.apply(await target.plan([present("web", { rules: [tcp(80)] })]), { clock });
    expect(report.targets[0]).toMatchObject({ error: { code: "forbidden" }, steps: [{ status: "failed" }] });
    expect(total(clock.slept)).toBeLessThan(1_000);
    // Before anything is sent, and after the refusal.
    expect(lists).toBe(2);
  });

  it("what the cloud says is done is awaited as long as reads may lag, without asking what is under way", async () => {
    let lists = 0;
    const target = memoryTarget({}, (adapter) => ({
      ...adapter,
      listOperations: async (signal) => {
        lists++;
        return adapter.listOperations(signal);
      },
      submit: async () => ({ cloud: "memory", handles: [] }),
      readOperations: async (operations) => operations.map(() => ({ status: "succeeded" })),
    }));
    target.cloud.seed({ name: "web" });
    const plan = await target.plan([present("web", { rules: [tcp(80)] })]);
    const report = await target.apply(plan);
    expect(report.targets[0]?.error).toMatchObject({
      code: "not-converged",
      hint: expect.stringContaining("Make a new plan"),
    });
    expect(lists).toBe(1);
  });
});
