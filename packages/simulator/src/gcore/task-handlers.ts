import type { components } from "@secgroup/api-types/gcore";
import { notFound } from "./api-error.ts";
import type { Handlers } from "./gcore-handlers.ts";
import type { GcoreState } from "./gcore-state.ts";
import { readPage } from "./read-page.ts";
import type { TaskRecord } from "./tasks.ts";
import { taskTimestamp } from "./timestamps.ts";

/** Reading tasks: by id, and the account's list with its filters. */
export function taskHandlers({ tasks }: GcoreState): Pick<Handlers, "TaskViewSet.get" | "TaskInstanceViewSet.get"> {
  return {
    "TaskViewSet.get": ({ query }) => {
      const oldestFirst = tasks.all().filter(readFilter(query));
      const order = query.get("order_by") ?? query.get("sorting") ?? "desc";
      const { count, results } = readPage(order === "asc" ? oldestFirst : oldestFirst.toReversed(), query);
      return { count, results: results.map(taskAnswer) };
    },
    "TaskInstanceViewSet.get": ({ path }) => {
      const task = tasks.get(path.task_id);
      if (task === undefined) throw notFound(`Task ${path.task_id} does not exist`);
      return taskAnswer(task);
    },
  };
}

function readFilter(query: URLSearchParams): (task: TaskRecord) => boolean {
  const isWanted = (name: string, value: string | number): boolean =>
    !query.has(name) || query.getAll(name).includes(String(value));
  const from = Date.parse(query.get("from_timestamp") ?? "") || Number.NEGATIVE_INFINITY;
  const to = Date.parse(query.get("to_timestamp") ?? "") || Number.POSITIVE_INFINITY;
  return ({ state, createdAt, work }) =>
    isWanted("state", state) &&
    isWanted("task_type", work.taskType) &&
    isWanted("project_id", work.project.projectId) &&
    isWanted("region_id", work.project.regionId) &&
    // No operation here acknowledges a task.
    isWanted("is_acknowledged", "false") &&
    createdAt >= from &&
    createdAt <= to;
}

function taskAnswer(task: TaskRecord): components["schemas"]["TaskSerializer"] {
  return {
    id: task.id,
    task_type: task.work.taskType,
    state: task.state,
    error: task.error ?? null,
    created_on: taskTimestamp(task.createdAt),
    updated_on: taskTimestamp(task.updatedAt),
    finished_on: task.finishedAt === undefined ? null : taskTimestamp(task.finishedAt),
    acknowledged_at: null,
    acknowledged_by: null,
    client_id: 1,
    user_client_id: 1,
    user_id: 1,
    project_id: task.work.project.projectId,
    region_id: task.work.project.regionId,
    request_id: task.requestId,
    job_id: null,
    schedule_id: null,
    lifecycle_policy_id: null,
    detailed_state: null,
    data: task.work.data,
    created_resources: task.created ?? null,
  };
}
