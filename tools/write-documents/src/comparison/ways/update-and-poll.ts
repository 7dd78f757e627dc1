import type { Way } from "../way.ts";
import { writeGcoreRule } from "../wire-rules.ts";
import { groupDescription, groupName } from "../world.ts";
import { groupsV1, groupsV2, pollFirstTask, send } from "./gcore-tasks.ts";

/**
 * The calls of a program that states all rules with one call of Gcore's own SDK: NewAndPoll for a new group, UpdateAndPoll for one that
 * stands (gcore-go 0.50.0, cloud/securitygroup.go).
 */
export const updateAndPoll: Way = {
  cloud: "gcore",
  title: "gcore-go, `UpdateAndPoll` with all rules",
  kind: "replay",
  async lead(world, next) {
    const rules = next.map(writeGcoreRule);
    const { group } = world;
    const answer = group
      ? await send(world, "PATCH", `${groupsV2}/${group.id}`, { rules })
      : await send(world, "POST", groupsV2, { name: groupName, description: groupDescription, rules });
    const task = await pollFirstTask(world, answer);
    const id = group?.id ?? task?.created_resources?.security_groups?.[0];
    await send(world, "GET", `${groupsV1}/${id}`);
  },
};
