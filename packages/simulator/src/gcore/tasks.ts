import { ApiError } from "./api-error.ts";
import type { GcoreQuirks } from "./gcore-quirks.ts";
import type { TaskRecord, TaskWork } from "./task-record.ts";
import { createTaskTroubles, type TaskFailure } from "./task-troubles.ts";

/** The background work of the account: NEW, then RUNNING, then done all at once at the end. */
export interface Tasks {
  /** Starts a task and answers with its id. */
  start(work: TaskWork, requestId: string): string;
  /** Takes every task to where it stands now. */
  advance(): void;
  /** Oldest first. */
  all(): readonly TaskRecord[];
  get(id: string): TaskRecord | undefined;
  /** Whether a task that has not ended works on the group. */
  isBusy(groupId: string): boolean;
  /** Makes the next task that is started end in ERROR; called twice, the next two. */
  failNext(failure: TaskFailure): void;
  /** Makes the next task that is started stay RUNNING until `releaseStuck`; called twice, the next two. */
  stickNext(): void;
  /** Lets the stuck tasks end, those that are due at the time of the release. */
  releaseStuck(): void;
  /** While held, no task gets beyond RUNNING. On release, those that are due end at the time of the release. */
  hold(held: boolean): void;
}

export function createTasks(options: {
  readonly now: () => number;
  readonly newMs: number;
  readonly runningMs: number;
  readonly quirks: Pick<GcoreQuirks, "taskExecution">;
  readonly newId: () => string;
  /** Draws how long a task takes; from 0 to 1. */
  readonly random: () => number;
}): Tasks {
  const { now, newMs, runningMs, quirks, newId, random } = options;
  const tasks = new Map<string, TaskRecord>();
  /** Those that have not ended, oldest first. */
  const open = new Set<TaskRecord>();
  const troubles = createTaskTroubles(now);
  const openOf = (groupId: string | undefined): readonly TaskRecord[] =>
    groupId === undefined ? [] : [...open].filter(({ work }) => work.groupId === groupId);
  const isWaiting = (task: TaskRecord): boolean =>
    quirks.taskExecution === "serial-per-group" && (openOf(task.work.groupId)[0] ?? task) !== task;
  const dueOf = (task: TaskRecord): number =>
    isWaiting(task) ? Number.POSITIVE_INFINITY : Math.max(task.startsAt + task.runningMs, troubles.heldUntil(task.id));

  /** The task that is due first; of several the oldest. */
  const nextDue = (): { readonly task: TaskRecord; readonly at: number } | undefined =>
    [...open].map((task) => ({ task, at: dueOf(task) })).sort((a, b) => a.at - b.at)[0];

  const advance = (): void => {
    const time = now();
    for (let next = nextDue(); next !== undefined && next.at <= time; next = nextDue()) {
      const { task, at } = next;
      task.startedAt ??= task.startsAt;
      open.delete(task);
      finish(task, at);
      for (const waiting of openOf(task.work.groupId)) {
        if (quirks.taskExecution === "serial-per-group") waiting.startsAt = Math.max(waiting.startsAt, at);
      }
    }
    for (const task of open) {
      if (task.state !== "NEW" || task.startsAt > time || isWaiting(task)) continue;
      task.state = "RUNNING";
      task.startedAt = task.startsAt;
      task.updatedAt = task.startsAt;
    }
  };

  return {
    start(work, requestId) {
      const createdAt = now();
      const id = newId();
      const failure = troubles.begin(id);
      const task: TaskRecord = {
        id,
        work,
        requestId,
        createdAt,
        failure,
        runningMs: quirks.taskExecution === "shuffled" ? Math.round(runningMs * 2 * random()) : runningMs,
        state: "NEW",
        startsAt: createdAt + newMs,
        startedAt: undefined,
        updatedAt: createdAt,
        finishedAt: undefined,
        error: undefined,
        created: undefined,
      };
      tasks.set(id, task);
      if (failure?.how === "at-once") endInError(task, failure.message, createdAt);
      else open.add(task);
      return id;
    },
    advance,
    all: () => [...tasks.values()],
    get: (id) => tasks.get(id),
    isBusy: (groupId) => openOf(groupId).length > 0,
    failNext: (failure) => troubles.failNext(failure),
    stickNext: () => troubles.stickNext(),
    releaseStuck() {
      advance();
      troubles.releaseStuck();
    },
    hold(held) {
      advance();
      troubles.hold(held);
    },
  };
}

function finish(task: TaskRecord, at: number): void {
  const { failure, work } = task;
  if (failure?.how === "at-end") return endInError(task, failure.message, at);
  try {
    const { groupIds = [], ruleIds = [] } = work.run(at, failure === undefined ? "all" : "half");
    if (failure !== undefined) return endInError(task, failure.message, at);
    task.state = "FINISHED";
    task.updatedAt = at;
    task.finishedAt = at;
    task.created = { security_groups: [...groupIds], security_group_rules: [...ruleIds], ports: [] };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    endInError(task, error.message, at);
  }
}

function endInError(task: TaskRecord, message: string, at: number): void {
  task.state = "ERROR";
  task.updatedAt = at;
  task.finishedAt = at;
  task.error = message;
}
