import type { PlainRule } from "../change.ts";
import type { Way } from "../way.ts";
import { writeGcoreRule } from "../wire-rules.ts";
import { groupDescription, groupName, type World } from "../world.ts";
import { groupsV1, groupsV2, pollFirstTask, send } from "./gcore-tasks.ts";
import { createWalk } from "./terraform-walk.ts";

/**
 * The calls of Terraform with the provider G-Core/gcore 2.x, one `gcore_cloud_security_group_rule` for each rule. Every attribute of it
 * requires replacement. From internal/services/cloud_security_group/resource.go (commit 44b8965), cloud_security_group_rule/resource.go and
 * schema.go (commit 028bf41), and NewAndPoll and DeleteAndPoll of gcore-go 0.50.0.
 */
export const terraformGcore = (lifecycle: "destroy first" | "create_before_destroy"): Way => ({
  cloud: "gcore",
  title: `Terraform, provider gcore${lifecycle === "create_before_destroy" ? ", with `create_before_destroy`" : ""}`,
  kind: "replay",
  async lead(world, next) {
    const walk = createWalk();
    const { group } = world;
    // The plan refreshes every resource: the group first, since the rules refer to it. A rule is read with its whole group.
    const read = (): Promise<unknown> => send(world, "GET", `${groupsV1}/${group?.id}`);
    if (group) await walk(read);
    const standing = group?.rules ?? [];
    await Promise.all(standing.map(() => walk(read)));
    const groupId = group?.id ?? (await walk(() => createGroup(world)));
    await Promise.all(
      next.map(async (rule, index) => {
        const old = standing[index];
        const create = (): Promise<void> => walk(() => createRule(world, groupId, rule));
        if (old === undefined) return create();
        if (old.port === rule.port && old.network === rule.network) return;
        const destroy = (): Promise<void> => walk(() => deleteRule(world, groupId, old.id));
        const [first, second] = lifecycle === "destroy first" ? [destroy, create] : [create, destroy];
        await first();
        await second();
      }),
    );
  },
});

async function createGroup(world: World): Promise<string> {
  const created = await send(world, "POST", groupsV2, { name: groupName, description: groupDescription, rules: [] });
  const task = await pollFirstTask(world, created);
  const id = task?.created_resources?.security_groups?.[0];
  if (id === undefined) throw new Error("the provider needs the id in the task");
  await send(world, "GET", `${groupsV1}/${id}`);
  return id;
}

async function createRule(world: World, groupId: string, rule: PlainRule): Promise<void> {
  await pollFirstTask(world, await send(world, "POST", `${groupsV2}/${groupId}/rules`, writeGcoreRule(rule)));
  await send(world, "GET", `${groupsV1}/${groupId}`);
}

async function deleteRule(world: World, groupId: string, ruleId: string): Promise<void> {
  await pollFirstTask(world, await send(world, "DELETE", `${groupsV2}/${groupId}/rules/${ruleId}`));
}
