import { taskAnswer, taskPageAnswer, type TaskAnswer } from "./gcore-answer.ts";
import { readAnswer, type GcoreClient } from "./gcore-client.ts";

/** A task by its id, and when the cloud took it on, in milliseconds since the epoch and by its own clock. */
export interface WantedTask {
  readonly id: string;
  readonly startedAt?: number | undefined;
}

// The greatest page that the operation allows; the default is 10.
const limit = 1_000;
// What is older than the newest few thousand tasks of an account is found sooner by its id.
const mostPages = 3;
// Between the time of an answer and that of the task that it tells of.
const marginMs = 600_000;

/**
 * Those of the tasks that the account's list (`TaskViewSet.get`) shows, the newest first, of any project and region. It is read
 * until all are found, three pages at most. What the other tasks look like does not matter.
 */
export async function findListedTasks(
  client: GcoreClient,
  wanted: readonly WantedTask[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, TaskAnswer>> {
  const ids = new Set(wanted.map(({ id }) => id));
  const found = new Map<string, TaskAnswer>();
  const from = earliestStart(wanted);
  let offset = 0;
  for (let page = 0; page < mostPages && found.size < ids.size; page++) {
    const query = { limit, offset, order_by: "desc" as const, ...(from !== undefined && { from_timestamp: from }) };
    const { count, results } = await readAnswer(client, taskPageAnswer, signal, (options) =>
      client.api.GET("/cloud/v1/tasks", { ...options, params: { query } }),
    );
    for (const result of results) {
      const task = taskAnswer.safeParse(result);
      if (task.success && ids.has(task.data.id)) found.set(task.data.id, task.data);
    }
    offset += results.length;
    if (results.length === 0 || offset >= count) break;
  }
  return found;
}

/** The earliest time at which one of the tasks can have begun; none when that of one is not known. */
function earliestStart(wanted: readonly WantedTask[]): string | undefined {
  const earliest = new Date(Math.min(...wanted.map(({ startedAt = Number.NaN }) => startedAt)) - marginMs);
  return Number.isNaN(earliest.getTime()) ? undefined : earliest.toISOString();
}
