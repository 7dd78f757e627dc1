import type { Plan, Step } from "@secgroup/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMisstep } from "../../src/plan-file/check-steps.ts";
import { readPlan } from "../../src/plan-file/read-plan-file.ts";
import { rulePairs } from "../end-to-end/support/rule-pairs.ts";
import { planFor } from "./plans.ts";

const options = fc.record({
  relabel: fc.boolean(),
  unlistedRules: fc.constantFrom("remove" as const, "keep" as const),
});

describe.each(["ionos", "gcore"] as const)("any plan for %s", (cloud) => {
  const pair = rulePairs(cloud, 6);
  const wanted = fc.tuple(pair, pair);

  it("is read as it was written: its steps do what its groups say", async () => {
    await fc.assert(
      fc.asyncProperty(wanted, options, async (pairs, chosen) => {
        const plan = await planFor(cloud, pairs, chosen);
        expect(JSON.parse(JSON.stringify(await readPlan(plan, "plan.json")))).toEqual(plan);
      }),
      { numRuns: 80 },
    );
  });

  it("with a step left out, put twice, or given another rule, is refused", async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(wanted, options, fc.nat(), fc.nat(2), async (pairs, chosen, position, what) => {
        const plan = await planFor(cloud, pairs, chosen);
        const edited = editStep(plan, position, what);
        if (edited === undefined) return;
        await expect(readPlan(edited, "plan.json")).rejects.toMatchObject({ code: "invalid-plan" });
        refused++;
      }),
      { numRuns: 80 },
    );
    expect(refused).toBeGreaterThan(15);
  });
});

/** The plan with one of its steps changed so that it does something else; nothing where that step cannot be changed so. */
function editStep(plan: Plan, position: number, what: number): unknown {
  const [target] = plan.targets;
  const places = target?.waves.flatMap((wave, index) => wave.map((_, step) => ({ index, step }))) ?? [];
  const place = places[position % places.length];
  if (target === undefined || place === undefined) return undefined;
  const edit = (step: Step): readonly unknown[] | undefined => {
    // A complete set of rules written twice is the same, and one on the way to it may be left out.
    if (step.kind === "update-group") return what === 2 && step.rules ? [withOtherRule(step)] : undefined;
    if (what === 0) return [];
    if (what === 1) return step.kind === "update-rule" ? undefined : [step, step];
    return "rule" in step || "rules" in step || "to" in step ? [withOtherRule(step)] : undefined;
  };
  let isEdited = false;
  const waves = target.waves.map((wave, index) =>
    wave.flatMap((step, at) => {
      if (index !== place.index || at !== place.step) return [step];
      const edited = edit(step);
      isEdited = edited !== undefined;
      return edited ?? [step];
    }),
  );
  const filled = waves.filter((wave) => wave.length > 0);
  return isEdited ? { ...plan, targets: [{ ...target, waves: filled, unproved: [] }] } : undefined;
}

function withOtherRule(step: Step): unknown {
  const other = {
    direction: "ingress",
    ipVersion: "IPv4",
    protocol: "sctp",
    ports: { from: 7, to: 7 },
    remote: { kind: "any" },
    local: { kind: "any" },
    sourceMac: "any",
    description: "",
  };
  if (step.kind === "create-group") return { ...step, rules: [...step.rules, other] };
  if (step.kind === "update-group") return { ...step, rules: { ...step.rules, add: [other] } };
  return step.kind === "update-rule" ? { ...step, to: other } : { ...step, rule: other };
}

describe("the steps of a group", () => {
  it("are none where nothing is to be done", () => {
    const group = { key: "a", name: "a", base: "", action: "stay-absent" } as const;
    expect(findMisstep(group, [])).toBeUndefined();
    expect(findMisstep(group, [{ kind: "create-group", name: "a", rules: [] }])).toMatchObject({ index: 0 });
  });
});
