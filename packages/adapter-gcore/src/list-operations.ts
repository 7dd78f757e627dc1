import type { GroupId, Operation } from "@secgroup/core";
import { openTaskPageAnswer, type OpenTaskAnswer } from "./gcore-answer.ts";
import { readAnswer, type GcoreClient } from "./gcore-client.ts";
import { readTaskState } from "./read-operation.ts";
import { readPages } from "./read-pages.ts";

// The greatest page that the operation allows; the default is 10.
const limit = 1_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The tasks of this project and region that change security groups and have not ended (`TaskViewSet.get`), one request for each
 * 1000 tasks under way.
 */
export async function listOperations(client: GcoreClient, signal: AbortSignal): Promise<readonly Operation[]> {
  const { project_id: project, region_id: region } = client.place;
  const tasks = await readPages("tasks", (offset) =>
    readAnswer(client, openTaskPageAnswer, signal, (options) =>
      client.api.GET("/cloud/v1/tasks", {
        ...options,
        // The filter by kind takes a single one.
        params: {
          query: {
            limit,
            offset,
            order_by: "asc",
            project_id: [project],
            region_id: [region],
            state: ["NEW", "RUNNING"],
          },
        },
      }),
    ),
  );
  // Looked at again, should the server know fewer filters than its document.
  return tasks
    .filter(({ project_id: at }) => (at ?? project) === project)
    .filter(({ region_id: at }) => (at ?? region) === region)
    .filter(({ state }) => !["succeeded", "failed"].includes(readTaskState(state)))
    .filter(changesGroups)
    .map(({ id, data }) => ({ cloud: "gcore", handles: [id], groupId: groupNamedBy(data) }));
}

/** `create_security_group`, `update_security_group`, `create_security_group_rule`, `delete_security_group_rule`, and what may come to be called like these. */
function changesGroups({ task_type: kind }: OpenTaskAnswer): boolean {
  return kind.includes("security_group");
}

/** The group that a task's parameters plainly name. What they hold is not documented, so in doubt it is none, which stands for any. */
function groupNamedBy(data: unknown): GroupId | undefined {
  const fields: Readonly<Record<string, unknown>> = { ...(typeof data === "object" && data) };
  const named = new Set([fields["security_group_id"], fields["group_id"]].filter((id) => id !== undefined));
  const [id] = named;
  const isOne = named.size === 1 && typeof id === "string" && uuid.test(id);
  return isOne ? (id as GroupId) : undefined;
}
