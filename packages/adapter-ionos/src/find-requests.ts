import { SecurityGroupError } from "@secgroup/core";
import { filterTime, isTime } from "./cloud-time.ts";
import type { RequestAnswer } from "./operation-answer.ts";
import type { RequestHandle } from "./operation-handle.ts";
import type { ListRequests } from "./request-list.ts";
import type { Sighting } from "./sighting.ts";

/** A request to look for, under the text of its handle, and when the cloud took it on. */
export interface WantedRequest {
  readonly text: string;
  readonly handle: RequestHandle;
  readonly startedAt: number | undefined;
}

/** Taken off the oldest request's time: the list's times and those of answers need not be of one clock. */
const marginMs = 300_000;

/** How old a request may be of which nobody knows when it began. */
const unknownAgeMs = 3_600_000;

/** No more requests than about this are listed for one look; in an account that is as busy as that they are read one by one. */
const mostListed = 5_000;

/** What one read of the list shows of the requests, by their handles' texts; none for those that it does not show. */
export async function findRequests(
  list: ListRequests,
  wanted: readonly WantedRequest[],
  now: number,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Sighting>> {
  const oldest = Math.min(...wanted.map(({ startedAt }) => (isTime(startedAt) ? startedAt : now - unknownAgeMs)));
  const filter = { "filter.createdAfter": filterTime(Math.max(0, oldest - marginMs)) };
  const isEnough = (found: ReadonlyMap<string, unknown>): boolean =>
    found.size >= mostListed || wanted.every(({ handle }) => found.has(handle.requestId));
  const requests = await listOrNothing(list(filter, isEnough, signal));
  return new Map(
    wanted.flatMap(({ text, handle }) => {
      const { status, message } = requests?.get(handle.requestId)?.metadata?.requestStatus?.metadata ?? {};
      return status ? [[text, { found: true, word: status, message: message ?? undefined }] as const] : [];
    }),
  );
}

/** A list that cannot be read shows nothing: the single status reads may still be good. */
async function listOrNothing(list: ReturnType<ListRequests>): Promise<ReadonlyMap<string, RequestAnswer> | undefined> {
  try {
    return await list;
  } catch (error) {
    if (SecurityGroupError.is(error) && error.code === "unexpected-response") return undefined;
    throw error;
  }
}
