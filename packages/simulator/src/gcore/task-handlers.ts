import type { components } from "@secgroup/api-types/gcore";
import { shuffle } from "../seeded-random.ts";
import { ApiError, notFound } from "./api-error.ts";
import type { Handlers } from "./gcore-handlers.ts";
import type { GcoreQuirks } from "./gcore-quirks.ts";
import type { GcoreState } from "./gcore-state.ts";
import { readPage } from "./read-page.ts";
import { taskAt, type TaskRecord } from "./task-record.ts";
import { taskTimestamp } from "./timestamps.ts";

/** Reading tasks: by id, and the account's list with its filters. */
export function taskHandlers(state: GcoreState): Pick<Handlers, "TaskViewSet.get" | "TaskInstanceViewSet.get"> {
  const { tasks, quirks, lagMs, now } = state;
  return {
    "TaskViewSet.get": ({ query }) => {
      if (quirks.taskList === "forbidden") throw new ApiError(403, "ForbiddenError", "Tasks must not be listed");
      const at = quirks.taskList === "late" ? now() - lagMs : now();
      const shown = tasks
        .all()
        .filter(({ createdAt }) => createdAt <= at)
        .map((task) => taskAt(task, at));
      const { count, results } = readPage(orderTasks(state, shown.filter(readFilter(query)), query), query);
      return { count, results: results.map((task) => taskAnswer(task, quirks)) };
    },
    "TaskInstanceViewSet.get": ({ path }) => {
      const task = tasks.get(path.task_id);
      const isTooFresh = quirks.freshTask === "404" && task !== undefined && now() < task.createdAt + lagMs;
      if (task === undefined || isTooFresh) throw notFound(`Task ${path.task_id} does not exist`);
      return taskAnswer(task, quirks);
    },
  };
}

function orderTasks(
  { quirks, answerRandom }: GcoreState,
  oldestFirst: readonly TaskRecord[],
  query: URLSearchParams,
): readonly TaskRecord[] {
  switch (quirks.taskListOrder) {
    case "as-asked":
      return (query.get("order_by") ?? query.get("sorting")) === "asc" ? oldestFirst : oldestFirst.toReversed();
    case "newest-first":
      return oldestFirst.toReversed();
    case "oldest-first":
      return oldestFirst;
    case "shuffled":
      return shuffle(oldestFirst, answerRandom);
  }
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

function taskAnswer(task: TaskRecord, quirks: GcoreQuirks): components["schemas"]["TaskSerializer"] {
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
    data: dataOf(task, quirks),
    created_resources: createdBy(task, quirks) ?? null,
  };
}

function dataOf({ work }: TaskRecord, { taskData }: GcoreQuirks): object | null {
  if (taskData === "null") return null;
  const isNamed = taskData !== "parameters" && work.groupId !== undefined;
  return { ...(isNamed && { [taskData]: work.groupId }), ...work.data };
}

function createdBy({ work, created }: TaskRecord, { createdByUpdate }: GcoreQuirks): TaskRecord["created"] {
  if (work.taskType !== "update_security_group" || created === undefined || createdByUpdate === "listed")
    return created;
  return createdByUpdate === "empty" ? { ...created, security_group_rules: [] } : undefined;
}
