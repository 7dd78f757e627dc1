import { describe, expect, it } from "vitest";
import { verifyTarget } from "../../src/apply/verify-target.ts";
import type { GroupId, ObservedGroup, PresentGroup, TargetPlan } from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { memoryTarget, present, type MemoryTarget } from "../support/memory-target.ts";

const allow = (port: number, description = "") =>
  ruleOf({ direction: "ingress", protocol: "tcp", ipVersion: "IPv4", ports: { from: port, to: port }, description });
const standing = {
  name: "web",
  description: "old",
  tags: { team: "edge", zone: "lux" },
  rules: [allow(22), allow(80), allow(443, "a")],
};

/** A plan, and the group that it is about as it stood before. */
async function planned(
  desired: Partial<PresentGroup>,
): Promise<{ readonly plan: TargetPlan; readonly before: ObservedGroup; readonly target: MemoryTarget }> {
  const target = memoryTarget();
  const id = target.cloud.seed(standing);
  const { targets } = await target.plan([present("web", { id, rules: standing.rules, ...desired })]);
  const [plan] = targets;
  const [before] = target.cloud.groups();
  if (plan === undefined || before === undefined) throw new Error("nothing was planned");
  return { plan, before, target };
}

const verify = (plan: TargetPlan, ...groups: readonly ObservedGroup[]): readonly string[] =>
  verifyTarget(
    plan,
    groups.map((group) => ({ rules: "listed", group })),
    new Map(),
  );

describe("what was not done is told:", () => {
  it.each<[string, Partial<PresentGroup>, string[]]>([
    ["nothing when nothing was to be done", {}, []],
    ["a rule to come", { rules: [...standing.rules, allow(53)] }, ["lacks the rule ingress tcp/53 from any (IPv4)"]],
    ["a rule to go", { rules: standing.rules.slice(1) }, ["still has the rule ingress tcp/22 from any (IPv4)"]],
    [
      "a description of a rule",
      { rules: [allow(22), allow(80), allow(443, "b")] },
      ['describes the rule ingress tcp/443 from any (IPv4) as "a", not "b"'],
    ],
    ["another description", { description: "new" }, ['has the description "old"']],
    ["another tag", { tags: { team: "core", zone: "lux" } }, ["has other tags"]],
    ["a tag to go", { tags: { team: "edge" } }, ["has other tags"]],
    ["all tags to go", { tags: {} }, ["has other tags"]],
  ])("%s", async (_, desired, wanted) => {
    const { plan, before } = await planned(desired);
    expect(verify(plan, before)).toEqual(wanted.map((what) => `the group web ${what}`));
  });

  it("another name", async () => {
    const { plan, before } = await planned({ name: "www" });
    expect(verify(plan, before)).toEqual(['the group www has the name "web"']);
  });

  it("a group that is not there, and one that still is", async () => {
    const { plan, before, target } = await planned({});
    expect(verify(plan)).toEqual(["the group web does not exist"]);
    const { targets } = await target.plan([{ ensure: "absent", name: "web" }]);
    for (const going of targets) {
      expect(verify(going, before)).toEqual(["the group web still exists"]);
      expect(verify(going)).toEqual([]);
    }
  });
});

describe("what was done is not told", () => {
  it.each<[string, Partial<PresentGroup>]>([
    ["of rules", { rules: [allow(22), allow(53), allow(443, "b")] }],
    ["of fields", { name: "www", description: "new", tags: { team: "core" } }],
    ["of tags that all go", { tags: {} }],
  ])("%s", async (_, desired) => {
    const { plan, target } = await planned(desired);
    await target.apply({ format: "secgroup-plan/1", targets: [plan] });
    expect(verify(plan, ...target.cloud.groups())).toEqual([]);
  });

  it("of a new group, found by the id that it was given", async () => {
    const { target } = await planned({});
    const plan = await target.plan([present("new", { rules: [allow(53)], tags: { team: "core" } })]);
    await target.apply(plan);
    const made = target.cloud.groups().find(({ name }) => name === "new");
    if (made === undefined) throw new Error("it was not made");
    for (const one of plan.targets) {
      const created = new Map([["new", made.id]]);
      const renamed = { ...made, name: "renamed" };
      expect(verify(one, made)).toEqual([]);
      expect(verify(one, { ...made, tags: {} })).toEqual(["the group new has other tags"]);
      expect(verifyTarget(one, [{ rules: "listed", group: renamed }], created)).toEqual([
        'the group new has the name "renamed"',
      ]);
      expect(verifyTarget(one, [{ rules: "listed", group: made }], new Map([["new", "gone" as GroupId]]))).toEqual([
        "the group new does not exist",
      ]);
    }
  });
});
