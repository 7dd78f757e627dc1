import type { components } from "@secgroup/api-types/gcore";
import type { TaskFailure } from "./task-troubles.ts";

type Schemas = components["schemas"];

export type TaskType =
  | "create_security_group"
  | "update_security_group"
  | "create_security_group_rule"
  | "delete_security_group_rule"
  | "update_port";

/** How much of its work a task does: all, or the first half of the rules that it adds and removes. */
export type TaskPart = "all" | "half";

/** What a task is to do. */
export interface TaskWork {
  readonly taskType: TaskType;
  readonly project: { readonly projectId: number; readonly regionId: number };
  /** The group that it works on, when there is one already. */
  readonly groupId?: string;
  /** The parameters, as the task's `data` may show them. */
  readonly data: object;
  /** Does the work, all of it at the given time. An `ApiError` ends the task in ERROR; what was done until then stays done. */
  readonly run: (
    at: number,
    part: TaskPart,
  ) => { readonly groupIds?: readonly string[]; readonly ruleIds?: readonly string[] };
}

export interface TaskRecord {
  readonly id: string;
  readonly work: TaskWork;
  readonly createdAt: number;
  readonly requestId: string;
  readonly failure: TaskFailure | undefined;
  /** Milliseconds of work. */
  readonly runningMs: number;
  state: Schemas["TaskState"];
  /** The earliest time at which it can start. */
  startsAt: number;
  startedAt: number | undefined;
  updatedAt: number;
  finishedAt: number | undefined;
  error: string | undefined;
  created: Required<Schemas["CreatedResources"]> | undefined;
}

/** The task as it was at that time, which lies between its creation and the present. */
export function taskAt(task: TaskRecord, at: number): TaskRecord {
  const { createdAt, startedAt, finishedAt } = task;
  if (finishedAt !== undefined && finishedAt <= at) return task;
  const past = { ...task, finishedAt: undefined, error: undefined, created: undefined };
  return startedAt !== undefined && startedAt <= at
    ? { ...past, state: "RUNNING", updatedAt: startedAt }
    : { ...past, state: "NEW", updatedAt: createdAt };
}
