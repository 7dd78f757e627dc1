import type { OperationState } from "@secgroup/core";
import { expect } from "vitest";
import type { Exchange, State } from "../exchange.ts";
import { integer, like, matching, uuid } from "../matchers.ts";
import { exchange, followed, groupId, openTasksQuery, project, signal, taskPath, tasksPath, values } from "./wire.ts";

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

const listed = (id: string): object => ({
  id: uuid(id),
  task_type: "create_security_group",
  state: "RUNNING",
  user_id: integer(1),
  created_on: date,
  ...nothing,
});

const newestFirst = { limit: "1000", offset: "0", order_by: "desc" };
const two: State = { name: "two tasks that create groups", params: {} };

const unknown: Exchange = exchange(
  {
    description: "TaskInstanceViewSet.get: 404, a task that is not known, or not yet",
    state: { name: "nothing", params: {} },
    request: { method: "GET", path: taskPath },
    response: {
      status: 404,
      body: { exception_class: "NotFoundError", message: like("there is no such object"), request_id: like("r-1") },
    },
  },
  async (adapter) => {
    expect(await adapter.readOperations([followed({})], signal)).toEqual([{ status: "running" }]);
  },
);

const lists: readonly Exchange[] = [
  exchange(
    {
      description: "TaskViewSet.get: several tasks of the account, the newest first",
      state: two,
      request: { method: "GET", path: tasksPath, query: newestFirst },
      response: { status: 200, body: { count: 2, results: [listed(values.otherTaskId), listed(values.taskId)] } },
    },
    async (adapter) => {
      const other = { ...followed({}), handles: [values.otherTaskId] };
      const running = { status: "running" };
      expect(await adapter.readOperations([followed({}), other], signal)).toEqual([running, running]);
    },
  ),
  exchange(
    {
      description: "TaskViewSet.get: what is under way in a project and region",
      state: two,
      request: { method: "GET", path: tasksPath, query: openTasksQuery },
      response: {
        status: 200,
        body: {
          count: 2,
          results: [values.taskId, values.otherTaskId].map((id) => ({
            ...listed(id),
            project_id: integer(1),
            region_id: integer(1),
          })),
        },
      },
    },
    async (adapter) => {
      const other = { ...followed({}), handles: [values.otherTaskId] };
      expect(await adapter.listOperations(signal)).toEqual([followed({}), other]);
    },
  ),
  exchange(
    {
      description: "TaskViewSet.get: nothing under way",
      state: project(),
      request: { method: "GET", path: tasksPath, query: openTasksQuery },
      response: { status: 200, body: { count: 0, results: [] } },
    },
    async (adapter) => {
      expect(await adapter.listOperations(signal)).toEqual([]);
    },
  ),
];

/** Following writes: a task in its four states, with the new group's id where there is one, and the account's list of tasks. */
export const followTasks: readonly Exchange[] = [
  task("NEW", nothing, { status: "queued" }),
  task("RUNNING", nothing, { status: "running" }),
  task(
    "FINISHED",
    { error: null, created_resources: { security_groups: [like(groupId)] } },
    { status: "succeeded", groupId },
  ),
  task("ERROR", { error: message, created_resources: null }, { status: "failed", message }),
  unknown,
  ...lists,
];
