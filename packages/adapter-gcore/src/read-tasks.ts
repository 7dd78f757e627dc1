import { mapConcurrently, SecurityGroupError, type ErrorCode } from "@secgroup/core";
import { taskAnswer, type TaskAnswer } from "./gcore-answer.ts";
import { exchange, parseAnswer, type GcoreClient } from "./gcore-client.ts";
import { findListedTasks, type WantedTask } from "./find-listed-tasks.ts";

/** Tasks by id. One that is not in it was not asked for this time. */
export type ReadTasks = (
  wanted: readonly WantedTask[],
  signal: AbortSignal,
) => Promise<ReadonlyMap<string, TaskAnswer>>;

// So many of those that the list does not show are read one by one for each look; the others have their turn in the next ones.
const singleReads = 8;
const readsAtOnce = 4;

// For so long a task that was just started may be unknown.
const unknownMs = 60_000;

// What says that the list is not for this key or this region, rather than that it fails just now.
const lastingRefusals: ReadonlySet<ErrorCode> = new Set(["forbidden", "not-found", "rejected"]);

/**
 * Looks tasks up: a single one by its id (`TaskInstanceViewSet.get`), several in the account's list (`TaskViewSet.get`), which has no
 * filter by id, and by their ids those that the list does not show. Where the list is refused it is not asked for again.
 */
export function createTaskReader(client: GcoreClient): ReadTasks {
  const lastRead = new Map<string, number>();
  const unknownSince = new Map<string, number>();
  let isListRefused = false;
  let looks = 0;

  async function readListed(
    wanted: readonly WantedTask[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, TaskAnswer>> {
    try {
      return await findListedTasks(client, wanted, signal);
    } catch (error) {
      if (!SecurityGroupError.is(error)) throw error;
      isListRefused = lastingRefusals.has(error.code);
      // A list that cannot be understood shows nothing; each task may still be told.
      if (isListRefused || error.code === "unexpected-response") return new Map();
      throw error;
    }
  }

  async function readSingle({ id, startedAt }: WantedTask, signal: AbortSignal): Promise<TaskAnswer> {
    lastRead.set(id, looks);
    const params = { path: { task_id: id } };
    const answer = await exchange(client, signal, (options) =>
      client.api.GET("/cloud/v1/tasks/{task_id}", { ...options, params }),
    );
    if (answer.refusal === undefined) return { ...parseAnswer(client, taskAnswer, answer), id };
    if (answer.refusal.code !== "not-found") throw answer.refusal;
    const now = answer.date ?? client.account.clock.now();
    const firstUnknown = unknownSince.get(id) ?? now;
    unknownSince.set(id, firstUnknown);
    // The start is by the cloud's clock, so it says nothing where the answer is not.
    const since = answer.date === undefined ? firstUnknown : Math.min(firstUnknown, startedAt ?? firstUnknown);
    return now - since > unknownMs ? neverKnown(id) : { id, state: "RUNNING" };
  }

  return async (wanted, signal) => {
    looks++;
    const once = [...new Map(wanted.map((task) => [task.id, task])).values()];
    const isListOfUse = once.length > 1 && !isListRefused;
    const tasks = new Map(isListOfUse ? await readListed(once, signal) : []);
    const longestWaiting = once
      .filter(({ id }) => !tasks.has(id))
      .toSorted((one, other) => (lastRead.get(one.id) ?? 0) - (lastRead.get(other.id) ?? 0))
      .slice(0, singleReads);
    for (const task of await mapConcurrently(readsAtOnce, longestWaiting, (each) => readSingle(each, signal))) {
      tasks.set(task.id, task);
    }
    return tasks;
  };
}

/** The state that stands for a task of which the cloud has known nothing for too long; no word of the vendor's has blanks. */
export const lostTask = "not known";

const neverKnown = (id: string): TaskAnswer => ({
  id,
  state: lostTask,
  error: `Gcore does not know the task ${id}, more than ${unknownMs / 1000} seconds after it was named; whether it was done, only the group tells`,
});
