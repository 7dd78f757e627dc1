import { canRelabelInPlace, countWrites, type Rule } from "@secgroup/core";
import fc from "fast-check";
import { check, type Chapter, type Subject } from "../chapter.ts";
import { equal, fail } from "../expect.ts";
import { reach } from "../reach.ts";
import { arbitraryChange } from "../rules/arbitrary-change.ts";
import { fitting } from "../rules/fitting.ts";
import { tcp } from "../rules/rule-of.ts";
import { applyPlan, groupNamed, namedRules, planGroups, wanted, type World } from "../world.ts";

/**
 * Whoever applies the same document twice must see nothing happen the second time. If your read spells a rule differently from
 * what your write was given, this is where it shows: as a rule that is removed and added for ever. The rules here are random,
 * within your capabilities; fast-check prints the seed and the smallest set that fails.
 */
export const secondRunIsQuiet: Chapter = {
  title: "second run is quiet",
  checks: (subject) => [
    { name: "any two states, there and back again", run: () => goesThereAndBack(subject) },
    { name: "any group that is described as it stands", run: () => describesWhatStands(subject) },
    check(subject, "an apply without work writes nothing", async (world) => {
      const description = fitting("Public", subject.capabilities.groupDescription);
      const groups = [wanted("group-1", { rules: [tcp(22)], description }), wanted("group-2")];
      await reach(subject, world, groups);
      const { writes } = world.backend.requests();
      const report = await applyPlan(world, await planGroups(world, groups));
      equal("the second report", report, { target: report.target, steps: [] });
      equal("writes", world.backend.requests().writes, writes);
    }),
    check(subject, "the same group is read the same, time after time", async ({ adapter, backend, signal }) => {
      const id = backend.seedGroup({ name: "group-1", rules: [tcp(22), tcp(80, 90, { remote: "10.0.0.0/8" })] });
      const first = await adapter.readGroup(id, signal);
      for (let time = 0; time < 3; time++) equal("the group", await adapter.readGroup(id, signal), first);
    }),
    ...(canRelabelInPlace(subject.capabilities.ruleUpdates)
      ? []
      : [
          check(subject, "another description alone is told and left as it is", async (world) => {
            const rules = [tcp(22, 22, { description: "one" })];
            await reach(subject, world, [wanted("group-1", { rules })]);
            const plan = await planGroups(world, [wanted("group-1", { rules: [tcp(22, 22, { description: "two" })] })]);
            equal("writes", countWrites(plan), 0);
          }),
        ]),
  ],
};

async function goesThereAndBack(subject: Subject): Promise<void> {
  await fc.assert(
    fc.asyncProperty(arbitraryChange(subject.capabilities, "group-remote"), async ([before, after]) => {
      const world = subject.newWorld();
      for (const rules of [before, after, before]) {
        await reach(subject, world, [wanted("group-remote"), wanted("group-1", { rules })]);
      }
    }),
    { numRuns: 25 },
  );
}

/** As an import does: the document says what the cloud has. */
async function describesWhatStands(subject: Subject): Promise<void> {
  await fc.assert(
    fc.asyncProperty(arbitraryChange(subject.capabilities), async ([one, other]) => {
      const world = subject.newWorld();
      const description = fitting("found", subject.capabilities.groupDescription);
      world.backend.seedGroup({ name: "group-1", description, rules: one });
      world.backend.seedGroup({ name: "group-2", rules: other });
      await expectQuiet(world, ["group-1", "group-2"]);
      const more: Rule = tcp(1, 2, { remote: "192.0.2.77", description: "is new" });
      const rules = [...one.filter((rule) => JSON.stringify(rule) !== JSON.stringify(more)), more];
      await reach(subject, world, [wanted("group-1", { rules })]);
    }),
    { numRuns: 25 },
  );
}

async function expectQuiet(world: World, names: readonly string[]): Promise<void> {
  const groups = names.map((name) => {
    const group = groupNamed(world, name);
    return wanted(name, { description: group.description, rules: namedRules(world, group) });
  });
  const plan = await planGroups(world, groups);
  if (countWrites(plan) > 0) fail("the plan for what stands already", "no writes", JSON.stringify(plan.waves));
}
