import { countWrites, type DesiredGroup, type PresentGroup } from "@secgroup/core";
import type { BackendGroup } from "./backend.ts";
import type { Subject } from "./chapter.ts";
import { equal, equalRules, fail } from "./expect.ts";
import { featuresOf } from "./tally.ts";
import { applyPlan, groupNamed, namedRules, planGroups, type World } from "./world.ts";

/**
 * Brings the cloud to the desired groups and holds the whole way to its laws: every step is one write, the apply converges, the
 * cloud enforces exactly what was asked for and nothing else has changed, and a second plan has nothing to do.
 */
export async function reach(
  { tally, capabilities }: Subject,
  world: World,
  groups: readonly DesiredGroup[],
  options: { readonly relabel?: boolean } = {},
): Promise<void> {
  const { backend } = world;
  const before = backend.groups();
  const plan = await planGroups(world, groups, options);
  const { writes } = backend.requests();
  const report = await applyPlan(world, plan);
  if (report.error) fail("apply", "to converge", `${report.error.code}: ${report.error.message}`);
  equal("writes that reached the cloud", backend.requests().writes - writes, countWrites(plan));
  for (const desired of groups) {
    if (desired.ensure === "present") expectEnforced(world, desired);
    else equal(`groups named ${desired.name}`, backend.groups().filter(({ name }) => name === desired.name).length, 0);
  }
  expectOthersUnchanged(world, before, groups);
  const second = await planGroups(world, groups, options);
  if (countWrites(second) > 0) fail("the second plan", "no writes", JSON.stringify(second.waves));
  for (const desired of groups) {
    if (desired.ensure === "absent") continue;
    tally.supported(
      "groupName",
      ...(desired.description ? ["groupDescription"] : []),
      ...(desired.tags ? ["tags"] : []),
    );
    tally.supported(...desired.rules.flatMap((rule) => featuresOf(rule, capabilities)));
  }
}

/** Fails unless the cloud enforces the group as it is desired; what the document leaves out is not looked at. */
export function expectEnforced(world: World, { name, description, tags, rules }: PresentGroup): void {
  const group = groupNamed(world, name);
  equalRules(`the rules of ${name} on the cloud`, namedRules(world, group), rules);
  if (description !== undefined) equal(`the description of ${name}`, group.description, description);
  if (tags !== undefined) equal(`the tags of ${name}`, group.tags, tags);
}

function expectOthersUnchanged(
  { backend }: World,
  before: readonly BackendGroup[],
  desired: readonly DesiredGroup[],
): void {
  const isMeant = ({ id, name }: BackendGroup): boolean =>
    desired.some((group) => (group.id === undefined ? group.name === name : group.id === id));
  const others = (groups: readonly BackendGroup[]): readonly BackendGroup[] =>
    groups.filter((group) => !isMeant(group));
  equal("groups that the document does not name", others(backend.groups()), others(before));
}
