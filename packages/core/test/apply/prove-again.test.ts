import { describe, expect, it } from "vitest";
import { SecurityGroupError, type Adapter, type Guardrail } from "../../src/index.ts";
import { proveAgain } from "../../src/apply/prove-again.ts";
import { narrow, targetOf, tcp } from "../support/describe-waves.ts";
import { absencePlan, deletionPlan, updatePlan } from "../support/group-plans.ts";
import { errorOf, memoryTarget, present } from "../support/memory-target.ts";
import { targetRun } from "../support/target-run.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const never = (port: number): Guardrail => ({ kind: "never", rules: [tcp(port)], except: [] });
const always = (port: number): Guardrail => ({ kind: "always", rules: [tcp(port)], except: [] });

/** What proving again throws for a plan that keeps one group, deletes another, and has a third stay away, under a guardrail. */
async function underGuardrail(guardrail: Guardrail): Promise<SecurityGroupError | undefined> {
  const target = memoryTarget();
  for (const name of ["kept", "old"]) target.cloud.seed({ name, rules: [tcp(80)] });
  const made = await target.plan([
    present("kept", { rules: [tcp(80)] }),
    { ensure: "absent", name: "old" },
    { ensure: "absent", name: "away" },
  ]);
  const plan = { ...targetOf(made), guardrails: [guardrail] };
  const { options } = targetRun([]);
  const proof = proveAgain(plan, await target.adapter.listGroups(options.signal), target.adapter, options);
  return proof.then(
    () => undefined,
    (error: SecurityGroupError) => error,
  );
}

describe("guardrails hold", () => {
  it.each<[string, Guardrail]>([
    ["what is never to be allowed and is not", never(22)],
    ["what is always to be allowed and is, in groups that go or stay away as little as ever", always(80)],
    ["what is not allowed in one group, asked of another", { ...never(80), groups: ["old", "away"] }],
  ])("for %s", async (_, guardrail) => {
    expect(await underGuardrail(guardrail)).toBeUndefined();
  });

  it.each<[string, Guardrail]>([
    ["what is never to be allowed and stands", never(80)],
    ["what is always to be allowed and is not", always(22)],
  ])("not for %s, in a group that is kept", async (_, guardrail) => {
    expect(await underGuardrail(guardrail)).toMatchObject({
      code: "guardrail-broken",
      place: { target: "here", group: "kept" },
    });
  });
});

describe("a plan that the documented limits do not prove", () => {
  /** From a rule to a part of it, for which there has to be room for both. */
  async function proving(rulesPerGroup: number) {
    const { cloud, adapter, plan } = memoryTarget({ limits: { rulesPerGroup: 1 } }, (adapter) => ({
      ...adapter,
      readLimits: async () => ({ rulesPerGroup: 2 }),
    }));
    cloud.seed({ name: "web", rules: [tcp(22)] });
    const made = targetOf(await plan([present("web", { rules: [narrow(22)] })]));
    const clock = virtualClock();
    let reads = 0;
    const failingOnce: Adapter = {
      ...adapter,
      readLimits: async () => {
        if (++reads === 1) throw new SecurityGroupError("unavailable", "not now", { retryable: true });
        return { rulesPerGroup };
      },
    };
    const options = { ...targetRun([]).options, clock };
    const observed = await adapter.listGroups(options.signal);
    return { proof: proveAgain(made, observed, failingOnce, options), clock, reads: () => reads };
  }

  it("is proved by those of the account, which are read again when they cannot be for a moment", async () => {
    const { proof, clock, reads } = await proving(2);
    await proof;
    expect(reads()).toBe(2);
    expect(clock.slept).toHaveLength(1);
  });

  it("is refused when those of the account do not prove it either", async () => {
    const { proof } = await proving(1);
    expect(await errorOf(proof)).toMatchObject({ code: "unsafe-plan", place: { target: "here", group: "web" } });
  });
});

it("limits are not asked for where the documented ones prove all", async () => {
  const target = memoryTarget({}, (adapter) => ({ ...adapter, readLimits: () => Promise.reject(new Error("no")) }));
  const { plan, options } = targetRun([absencePlan("away")]);
  await expect(proveAgain(plan, [], target.adapter, options)).resolves.toBeUndefined();
});

it("groups that are gone change nothing, so that there is nothing to prove of them", async () => {
  const keep = updatePlan("kept", { action: "keep" });
  const { plan, adapter, options } = targetRun([updatePlan("web"), deletionPlan("old"), keep]);
  const guarded = { ...plan, guardrails: [never(80)] };
  await expect(proveAgain(guarded, [], adapter, options)).resolves.toBeUndefined();
});
