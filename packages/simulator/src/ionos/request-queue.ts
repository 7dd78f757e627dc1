import { randomUUID } from "node:crypto";
import type { components } from "@secgroup/api-types/ionos";
import type { Change } from "./apply-change.ts";
import { createRandom } from "../seeded-random.ts";
import type { IonosSettings } from "./ionos-options.ts";

export type RequestState = components["schemas"]["RequestState"];

/** What is remembered of the call that a request came with. */
export interface RequestSource {
  readonly method: string;
  readonly url: string;
  /** As it was sent. */
  readonly body: string;
}

/** An object that a request touches; `path` is below the base path. */
export interface RequestTarget {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

/** A write that was accepted, on its way from QUEUED over RUNNING to DONE or FAILED. */
export interface QueuedRequest {
  readonly id: string;
  readonly datacenterId: string;
  readonly change: Change;
  readonly source: RequestSource;
  readonly target: RequestTarget;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** How long the work on it takes, in milliseconds. */
  readonly runningMs: number;
  state: RequestState;
  message: string;
  startedAt: number;
}

export interface RequestQueue {
  accept(request: Pick<QueuedRequest, "datacenterId" | "change" | "source" | "target">, now: number): QueuedRequest;
  /** Lets time pass: starts and ends requests in the order of their times. */
  advance(now: number): void;
  failNext(message: string): void;
  hold(held: boolean, now: number): void;
  find(id: string): QueuedRequest | undefined;
  /** Oldest first. */
  all(): readonly QueuedRequest[];
  /** Those of one datacenter that have not ended, in the order in which they came. */
  pending(datacenterId: string): readonly QueuedRequest[];
}

/** When a request takes effect, and whether it overtakes none of its datacenter that came before it. */
export interface Execution {
  readonly at: number;
  readonly isOldest: boolean;
}

/** `execute` does the work of a request at its end and tells why it failed, if it did; `drop` is told of those that were made to fail. */
export function createRequestQueue(
  settings: IonosSettings,
  work: {
    execute(request: QueuedRequest, execution: Execution): string | undefined;
    drop(request: QueuedRequest): void;
  },
): RequestQueue {
  const requests = new Map<string, QueuedRequest>();
  const laneFreeAt = new Map<string, number>();
  const failures = new Map<string, string>();
  let pending: QueuedRequest[] = [];
  const nextFailures: string[] = [];
  let isHeld = false;
  let releasedAt = Number.NEGATIVE_INFINITY;

  const { execution, parallelOrder } = settings.quirks;
  const random = createRandom(settings.seed);
  const isShuffled = execution === "parallel" && parallelOrder === "shuffled";

  const laneOf = (request: QueuedRequest): string => (execution === "parallel" ? request.id : request.datacenterId);

  const eventAt = (request: QueuedRequest): number => {
    if (request.state === "QUEUED")
      return Math.max(request.createdAt + settings.queuedMs, laneFreeAt.get(laneOf(request)) ?? 0);
    return isHeld ? Number.POSITIVE_INFINITY : Math.max(request.startedAt + request.runningMs, releasedAt);
  };

  const nextEvent = (): { readonly request: QueuedRequest; readonly at: number } | undefined => {
    const lanes = new Set<string>();
    let next: { request: QueuedRequest; at: number } | undefined;
    for (const request of pending) {
      const lane = laneOf(request);
      if (lanes.has(lane)) continue;
      lanes.add(lane);
      const at = eventAt(request);
      if (next === undefined || at < next.at) next = { request, at };
    }
    return next;
  };

  const finish = (request: QueuedRequest, at: number): void => {
    const isOldest = pending.find(({ datacenterId }) => datacenterId === request.datacenterId) === request;
    pending = pending.filter((other) => other !== request);
    laneFreeAt.set(laneOf(request), at);
    const planned = failures.get(request.id);
    if (planned !== undefined) work.drop(request);
    const failure = planned ?? work.execute(request, { at, isOldest });
    request.state = failure === undefined ? "DONE" : "FAILED";
    request.message = failure ?? "Request has been successfully executed";
  };

  return {
    accept(request, now) {
      const accepted: QueuedRequest = {
        ...request,
        id: randomUUID(),
        createdAt: now,
        runningMs: isShuffled ? Math.floor(random() * 2 * settings.runningMs) : settings.runningMs,
        state: "QUEUED",
        message: "Request has been queued",
        startedAt: Number.POSITIVE_INFINITY,
      };
      const failure = nextFailures.shift();
      if (failure !== undefined) failures.set(accepted.id, failure);
      requests.set(accepted.id, accepted);
      pending.push(accepted);
      return accepted;
    },
    advance(now) {
      for (let event = nextEvent(); event !== undefined && event.at <= now; event = nextEvent()) {
        const { request, at } = event;
        if (request.state === "RUNNING") finish(request, at);
        else {
          request.state = "RUNNING";
          request.message = "Request is being executed";
          request.startedAt = at;
        }
      }
    },
    failNext: (message) => void nextFailures.push(message),
    hold(held, now) {
      if (isHeld && !held) releasedAt = now;
      isHeld = held;
    },
    find: (id) => requests.get(id),
    all: () => [...requests.values()],
    pending: (datacenterId) => pending.filter((request) => request.datacenterId === datacenterId),
  };
}
