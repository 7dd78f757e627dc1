import type { OperationState } from "@secgroup/core";
import { expect } from "vitest";
import type { Exchange } from "../exchange.ts";
import { integer, like, matching, uuid } from "../matchers.ts";
import { exchange, followed, groupId, signal, taskPath, values } from "./wire.ts";

const message = "Quota limit for volume_size exceeded by 20";
// Without a zone, as in the guide "Asynchronous operations".
const date = matching(String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?`, "2026-05-23T05:07:31");

const task = (state: string, fields: object, wanted: OperationState): Exchange =>
  exchange(
    {
      description: `TaskInstanceViewSet.get: ${state}`,
      state: { name: "a task that creates a group", params: { state, message } },
      request: { method: "GET", path: taskPath },
      response: {
        status: 200,
        body: {
          id: uuid(values.taskId),
          task_type: "create_security_group",
          state,
          user_id: integer(1),
          created_on: date,
          ...fields,
        },
      },
    },
    async (adapter) => {
      expect(await adapter.readOperations([followed({})], signal)).toEqual([wanted]);
    },
  );

const nothing = { error: null, created_resources: null };

/** Following writes: a task in its four states, with the new group's id where there is one. */
export const followTasks: readonly Exchange[] = [
  task("NEW", nothing, { status: "queued" }),
  task("RUNNING", nothing, { status: "running" }),
  task(
    "FINISHED",
    { error: null, created_resources: { security_groups: [like(groupId)] } },
    { status: "succeeded", groupId },
  ),
  task("ERROR", { error: message, created_resources: null }, { status: "failed", message }),
];
