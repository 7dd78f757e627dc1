import { describe, expect, it } from "vitest";
import type { Guardrail, Plan } from "../../src/index.ts";
import { planAgain } from "../../src/apply/plan-again.ts";
import { asPlanned } from "../../src/apply/manner.ts";
import { tcp } from "../support/describe-waves.ts";
import { errorOf, memoryTarget, present } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const never = (port: number): Guardrail => ({ kind: "never", rules: [tcp(port)], except: [] });

/** A plan from one port to another with a guardrail that nobody looked at when it was made, as from a file that was edited. */
async function guarded(guardrail: Guardrail) {
  const target = memoryTarget();
  target.cloud.seed({ name: "web", rules: [tcp(1)] });
  const made = await target.plan([present("web", { rules: [tcp(2)] })]);
  const plan: Plan = { ...made, targets: made.targets.map((one) => ({ ...one, guardrails: [guardrail] })) };
  return { ...target, plan };
}

describe("the guardrails of a plan", () => {
  it.each([false, true])("are checked before it is applied, interruptions allowed: %s", async (allowInterruption) => {
    const { plan, apply, cloud } = await guarded(never(2));
    expect(await errorOf(apply(plan, { allowInterruption }))).toMatchObject({
      code: "guardrail-broken",
      place: { target: "here", group: "web" },
    });
    expect(cloud.accepted).toEqual([]);
  });

  it("that hold are in nobody's way", async () => {
    const { plan, apply } = await guarded(never(3));
    expect((await apply(plan)).targets[0]?.error).toBeUndefined();
  });

  it("are checked when what is left is planned again", async () => {
    const { plan, adapter, cloud } = await guarded(never(2));
    const { signal } = new AbortController();
    const [target] = plan.targets;
    if (target === undefined) throw new Error("the plan has no target");
    const again = planAgain(
      {
        plan: target,
        adapter,
        options: { adapters: new Map([["here", adapter]]), clock: virtualClock(), signal },
        journal: { write: async () => undefined, note: async () => undefined, failure: () => undefined },
        before: new Map(),
        created: new Map(),
        manner: asPlanned(),
        sent: 0,
      },
      cloud.groups().map((group) => ({ rules: "listed", group })),
    );
    expect(await errorOf(again)).toMatchObject({ code: "guardrail-broken" });
  });
});
