import { groupOf } from "./change.ts";
import type { FailureHow, Fate, QueuedRequest } from "./queued-request.ts";
import { createRandom } from "../seeded-random.ts";
import type { IonosSettings } from "./ionos-options.ts";

export interface RequestQueue {
  accept(request: Pick<QueuedRequest, "datacenterId" | "change" | "source" | "target">, now: number): QueuedRequest;
  /** Lets time pass: starts and ends requests in the order of their times. */
  advance(now: number): void;
  /** The next request that is accepted, and has no fate yet, gets this one. */
  decideNext(fate: Fate): void;
  /** Those that are stuck go on; they end now at the earliest. */
  releaseStuck(now: number): void;
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

/** `execute` does the work of a request at its end and tells why it failed, if it did; `fail` is told of those that were made to fail. */
export function createRequestQueue(
  settings: IonosSettings,
  newId: () => string,
  work: {
    execute(request: QueuedRequest, execution: Execution): string | undefined;
    fail(request: QueuedRequest, execution: Execution, how: FailureHow): void;
  },
): RequestQueue {
  const requests = new Map<string, QueuedRequest>();
  const laneFreeAt = new Map<string, number>();
  let pending: QueuedRequest[] = [];
  const nextFates: Fate[] = [];
  let isHeld = false;
  let releasedAt = Number.NEGATIVE_INFINITY;

  const { execution, parallelOrder } = settings.quirks;
  const random = createRandom(settings.seed);
  const isShuffled = execution === "parallel" && parallelOrder === "shuffled";

  const failsAtOnce = ({ fate }: QueuedRequest): boolean => fate?.kind === "fails" && fate.how === "at-once";

  /** Requests in one lane are worked on one after the other. */
  const laneOf = (request: QueuedRequest): string => {
    if (execution === "parallel" || failsAtOnce(request)) return request.id;
    return execution === "serial-per-group" ? (groupOf(request.change) ?? request.id) : request.datacenterId;
  };

  const eventAt = (request: QueuedRequest): number => {
    if (failsAtOnce(request)) return request.createdAt;
    if (request.state === "QUEUED")
      return Math.max(request.createdAt + settings.queuedMs, laneFreeAt.get(laneOf(request)) ?? 0);
    return isHeld || request.fate?.kind === "sticks"
      ? Number.POSITIVE_INFINITY
      : Math.max(request.startedAt + request.runningMs, releasedAt, request.endsFrom);
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
    const { fate } = request;
    if (fate?.kind === "fails") work.fail(request, { at, isOldest }, fate.how);
    const failure = fate?.kind === "fails" ? fate.message : work.execute(request, { at, isOldest });
    request.state = failure === undefined ? "DONE" : "FAILED";
    request.message = failure ?? "Request has been successfully executed";
  };

  return {
    accept(request, now) {
      const accepted: QueuedRequest = {
        ...request,
        id: newId(),
        createdAt: now,
        runningMs: isShuffled ? Math.floor(random() * 2 * settings.runningMs) : settings.runningMs,
        state: "QUEUED",
        message: "Request has been queued",
        startedAt: Number.POSITIVE_INFINITY,
        endsFrom: now,
        fate: nextFates.shift(),
      };
      requests.set(accepted.id, accepted);
      pending.push(accepted);
      return accepted;
    },
    advance(now) {
      for (let event = nextEvent(); event !== undefined && event.at <= now; event = nextEvent()) {
        const { request, at } = event;
        if (request.state === "RUNNING" || failsAtOnce(request)) finish(request, at);
        else {
          request.state = "RUNNING";
          request.message = "Request is being executed";
          request.startedAt = at;
        }
      }
    },
    decideNext: (fate) => void nextFates.push(fate),
    releaseStuck(now) {
      for (const request of pending.filter(({ fate }) => fate?.kind === "sticks")) {
        request.fate = undefined;
        request.endsFrom = now;
      }
    },
    hold(held, now) {
      if (isHeld && !held) releasedAt = now;
      isHeld = held;
    },
    find: (id) => requests.get(id),
    all: () => [...requests.values()],
    pending: (datacenterId) => pending.filter((request) => request.datacenterId === datacenterId),
  };
}
