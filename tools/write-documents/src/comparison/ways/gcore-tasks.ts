import { call, type Answer } from "../call.ts";
import { apiKey, project, region, type World } from "../world.ts";

export const groupsV1 = `https://api.gcore.com/cloud/v1/securitygroups/${project}/${region}`;
export const groupsV2 = `https://api.gcore.com/cloud/v2/security_groups/${project}/${region}`;

export const send = (world: World, method: string, url: string, body?: unknown): Promise<Answer> =>
  call(world, method, url, `APIKey ${apiKey}`, body);

interface Task {
  readonly state: string;
  readonly error: string | null;
  readonly created_resources: { readonly security_groups?: readonly string[] } | null;
}

/** Follows the first task of an answer as `TaskService.Poll` of gcore-go does: at once, and then every 3 s. */
export async function pollFirstTask(world: World, { body }: Answer): Promise<Task | undefined> {
  const [id] = (body as { readonly tasks: readonly string[] }).tasks;
  if (id === undefined) return undefined;
  for (;;) {
    const task = (await send(world, "GET", `https://api.gcore.com/cloud/v1/tasks/${id}`)).body as Task;
    if (task.state === "FINISHED") return task;
    if (task.state === "ERROR") throw new Error(`the task failed: ${task.error}`);
    await world.time.sleep(3_000);
  }
}
