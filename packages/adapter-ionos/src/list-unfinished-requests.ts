import type { RequestAnswer } from "./operation-answer.ts";
import type { ListRequests } from "./request-list.ts";

/**
 * The account's requests that wait or are worked on, whoever sent them, by their ids; `undefined` where the list of requests cannot be
 * had. Those that wait first, then those that run, so that one that begins to run in between is seen.
 */
export async function listUnfinishedRequests(
  list: ListRequests,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, RequestAnswer> | undefined> {
  const requests = new Map<string, RequestAnswer>();
  for (const status of ["QUEUED", "RUNNING"] as const) {
    const isFinished = (found: ReadonlyMap<string, RequestAnswer>): boolean => [...found.values()].some(hasEnded);
    const found = await list({ "filter.status": status }, isFinished, signal);
    // A list that does not heed the filter is of no use: it holds all that was ever asked.
    if (!found || isFinished(found)) return undefined;
    for (const [id, request] of found) requests.set(id, request);
  }
  return requests;
}

function hasEnded({ metadata }: RequestAnswer): boolean {
  const word = metadata?.requestStatus?.metadata?.status;
  return word === "DONE" || word === "FAILED";
}
