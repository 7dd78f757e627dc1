import type { components } from "@secgroup/api-types/gcore";
import { ApiError } from "./api-error.ts";

type Schemas = components["schemas"];

export type TaskType =
  | "create_security_group"
  | "update_security_group"
  | "create_security_group_rule"
  | "delete_security_group_rule"
  | "update_port";

/** What a task is to do. */
export interface TaskWork {
  readonly taskType: TaskType;
  readonly project: { readonly projectId: number; readonly regionId: number };
  /** The parameters, as the task's `data` shows them. */
  readonly data: unknown;
  /** Does the work, all of it at the given time. An `ApiError` ends the task in ERROR; what was done until then stays done. */
  readonly run: (at: number) => { readonly groupIds?: readonly string[]; readonly ruleIds?: readonly string[] };
}

export interface TaskRecord {
  readonly id: string;
  readonly work: TaskWork;
  readonly createdAt: number;
  readonly requestId: string;
  state: Schemas["TaskState"];
  updatedAt: number;
  finishedAt: number | undefined;
  error: string | undefined;
  created: Required<Schemas["CreatedResources"]> | undefined;
}

/** The background work of the account: NEW, then RUNNING, then done all at once at the end, in order of creation. */
export interface Tasks {
  /** Starts a task and answers with its id. */
  start(work: TaskWork, requestId: string): string;
  /** Takes every task to where it stands now. */
  advance(): void;
  /** Oldest first. */
  all(): readonly TaskRecord[];
  get(id: string): TaskRecord | undefined;
  /** Makes the next task that is started end in ERROR with this text, without effect. */
  failNext(message: string): void;
  /** While held, no task gets beyond RUNNING. On release, those that are due end at the time of the release. */
  hold(held: boolean): void;
}

export function createTasks(options: {
  readonly now: () => number;
  readonly newMs: number;
  readonly runningMs: number;
}): Tasks {
  const { now, newMs, runningMs } = options;
  const tasks = new Map<string, TaskRecord>();
  const failures: string[] = [];
  let held = false;
  let releasedAt = Number.NEGATIVE_INFINITY;

  const advance = (): void => {
    const time = now();
    for (const task of tasks.values()) {
      if (task.state === "NEW" && time >= task.createdAt + newMs) {
        task.state = "RUNNING";
        task.updatedAt = task.createdAt + newMs;
      }
      const due = Math.max(task.createdAt + newMs + runningMs, releasedAt);
      if (task.state === "RUNNING" && !held && time >= due) finish(task, due);
    }
  };

  return {
    start(work, requestId) {
      const message = failures.shift();
      const run = message === undefined ? work.run : failWith(message);
      const createdAt = now();
      const id = crypto.randomUUID();
      const waiting = {
        state: "NEW",
        updatedAt: createdAt,
        finishedAt: undefined,
        error: undefined,
        created: undefined,
      } as const;
      tasks.set(id, { id, work: { ...work, run }, requestId, createdAt, ...waiting });
      return id;
    },
    advance,
    all: () => [...tasks.values()],
    get: (id) => tasks.get(id),
    failNext: (message) => void failures.push(message),
    hold(hold) {
      advance();
      if (held && !hold) releasedAt = now();
      held = hold;
    },
  };
}

function failWith(message: string): TaskWork["run"] {
  return () => {
    throw new ApiError(409, "ConflictError", message);
  };
}

function finish(task: TaskRecord, at: number): void {
  task.updatedAt = at;
  task.finishedAt = at;
  try {
    const { groupIds = [], ruleIds = [] } = task.work.run(at);
    task.state = "FINISHED";
    task.created = { security_groups: [...groupIds], security_group_rules: [...ruleIds], ports: [] };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    task.state = "ERROR";
    task.error = error.message;
  }
}
