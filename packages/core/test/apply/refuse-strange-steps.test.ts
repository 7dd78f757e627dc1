import { describe, expect, it } from "vitest";
import { no, type Capabilities, type Plan, type RuleId, type Step } from "../../src/index.ts";
import { targetOf, tcp } from "../support/describe-waves.ts";
import { errorOf, memoryTarget, present } from "../support/memory-target.ts";

const byRuleSet: Partial<Capabilities> = { writeGranularity: "rule-set", ruleUpdates: no("rules are replaced") };

/** A plan that changes the group web, makes the group new, deletes the group old and leaves the group kept. */
async function planned(capabilities: Partial<Capabilities>) {
  const target = memoryTarget(capabilities);
  const [web, kept, other] = ["web", "kept", "other"].map((name) => target.cloud.seed({ name, rules: [tcp(1)] }));
  target.cloud.seed({ name: "old" });
  const plan = await target.plan([
    present("web", { rules: [tcp(1), tcp(2)] }),
    present("kept", { rules: [tcp(1)] }),
    present("new", { rules: [tcp(3)] }),
    { ensure: "absent", name: "old" },
  ]);
  return {
    target,
    plan,
    web: { id: web, name: "web" },
    kept: { id: kept, name: "kept" },
    other: { id: other, name: "x" },
  };
}

type Planned = Awaited<ReturnType<typeof planned>>;

const withWave = (plan: Plan, ...steps: readonly Step[]): Plan => ({
  ...plan,
  targets: plan.targets.map((one) => ({ ...one, waves: [...one.waves, steps] })),
});

describe("a plan is refused before anything is sent, interruptions allowed or not, for a step that", () => {
  it.each<[string, (at: Planned) => Step, Partial<Capabilities>?]>([
    [
      "takes a rule from a group that is kept",
      ({ kept }) => ({ kind: "delete-rule", group: kept, ruleId: "rule-4" as RuleId }),
    ],
    ["deletes a group that is kept", ({ kept }) => ({ kind: "delete-group", group: kept })],
    ["deletes a group that is changed", ({ web }) => ({ kind: "delete-group", group: web })],
    ["deletes a group that the plan does not speak of", ({ other }) => ({ kind: "delete-group", group: other })],
    ["deletes a group that it makes", () => ({ kind: "delete-group", group: { name: "new" } })],
    ["makes a group that the plan does not speak of", () => ({ kind: "create-group", name: "newer", rules: [] })],
    ["makes a group with another rule", () => ({ kind: "create-group", name: "new", rules: [tcp(3), tcp(4)] })],
    ["adds another rule to a new group", () => ({ kind: "create-rule", group: { name: "new" }, rule: tcp(2) })],
    ["adds another rule to a group that is changed", ({ web }) => ({ kind: "create-rule", group: web, rule: tcp(3) })],
    [
      "adds a rule by keeping what does not stand",
      ({ web }) => ({
        kind: "update-group",
        group: web,
        rules: { keep: [{ direction: "ingress", protocol: "tcp", ports: { from: 9, to: 9 } }], add: [] },
      }),
      byRuleSet,
    ],
    [
      "keeps what nobody understands",
      ({ web }) => ({
        kind: "update-group",
        group: web,
        rules: { keep: [{ direction: "ingress", protocol: "smoke signals" }], add: [] },
      }),
      byRuleSet,
    ],
  ])("%s", async (_, step, capabilities = {}) => {
    const at = await planned(capabilities);
    const written = step(at);
    const strange = withWave(at.plan, written);
    const { name } = written.kind === "create-group" ? written : written.group;
    for (const allowInterruption of [false, true]) {
      expect(await errorOf(at.target.apply(strange, { allowInterruption }))).toMatchObject({
        code: "invalid-plan",
        hint: expect.stringMatching(/make a new plan/i),
        place: { target: "here" },
        cause: { message: expect.stringContaining(`the group ${name}`) },
      });
    }
    expect(at.target.cloud.accepted).toEqual([]);
  });
});

it("a plan with the steps that it speaks of is not refused", async () => {
  for (const capabilities of [{}, byRuleSet]) {
    const { target, plan } = await planned(capabilities);
    expect(targetOf(plan).waves.length).toBeGreaterThan(0);
    expect((await target.apply(plan)).targets[0]?.error).toBeUndefined();
  }
});
