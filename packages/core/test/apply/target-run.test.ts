import { describe, expect, it } from "vitest";
import type { Adapter, GroupId, GroupPlan } from "../../src/index.ts";
import { findPlanned, readPlanned } from "../../src/apply/target-run.ts";
import { memoryTarget } from "../support/memory-target.ts";
import { creationPlan, updatePlan } from "../support/group-plans.ts";
import { targetRun } from "../support/target-run.ts";

/** A cloud with groups of these names whose lists are without rules, with the names of those that were read one by one. */
function listing(...names: readonly string[]) {
  const { cloud, adapter } = memoryTarget();
  const ids = names.map((name) => cloud.seed({ name }));
  const read: string[] = [];
  const sparse: Adapter = {
    ...adapter,
    listGroups: async () =>
      cloud.groups().map(({ id, name, description, tags, readOnlyTags }) => ({
        rules: "not-listed",
        group: { id, name, description, tags, readOnlyTags },
      })),
    readGroup: async (id, signal) => {
      const group = await adapter.readGroup(id, signal);
      read.push(group.name);
      return group;
    },
  };
  return { ids, read, adapter: sparse };
}

it.each<[string, (ids: readonly GroupId[]) => readonly GroupPlan[], readonly string[]]>([
  ["by its id, whatever its name", ([id]) => [updatePlan("renamed", { id })], ["web"]],
  ["by its name, when it has no id yet", () => [creationPlan("database")], ["database"]],
  ["by either", ([id]) => [updatePlan("web", { id }), creationPlan("other")], ["web", "other"]],
  ["by its name, which another may bear already", ([id]) => [updatePlan("database", { id })], ["web", "database"]],
  ["not at all, when the plan does not speak of it", () => [creationPlan("new")], []],
])("a group is read whole %s", async (_, groupsFor, wanted) => {
  const { ids, read, adapter } = listing("web", "database", "other");
  const { plan, options } = targetRun(groupsFor(ids));
  const observed = await readPlanned(plan, adapter, options);
  expect(read).toEqual(wanted);
  expect(observed.flatMap(({ rules, group }) => (rules === "listed" ? [group.name] : []))).toEqual(wanted);
  expect(observed).toHaveLength(3);
});

describe("the group that a plan speaks of is found", () => {
  const { cloud } = memoryTarget();
  const [first, second] = [cloud.seed({ name: "web" }), cloud.seed({ name: "web" })];
  const observed = cloud.groups().map((group) => ({ rules: "listed", group }) as const);

  it.each<[string, GroupPlan, ReadonlyMap<string, GroupId>, GroupId | undefined]>([
    ["by its id", updatePlan("web", { id: second }), new Map(), second],
    ["by its own id alone", updatePlan("web", { id: second }), new Map([["web", first]]), second],
    ["by the id that it was given", creationPlan("web"), new Map([["web", second]]), second],
    ["by its name until it has one", creationPlan("web"), new Map(), first],
    ["nowhere when it is gone", updatePlan("web", { id: "gone" as GroupId }), new Map(), undefined],
  ])("%s", (_, group, created, wanted) => {
    expect(findPlanned(group, observed, created)?.group.id).toBe(wanted);
  });
});
