import { createIds } from "../create-ids.ts";
import type { Change } from "./change.ts";
import { createDatacenterStore, type DatacenterStore, type EnforcedListener } from "./datacenter-store.ts";
import type { DatacenterState, Stamp } from "./datacenter-state.ts";
import { createView, type DatacenterView } from "./datacenter-view.ts";
import { hrefOf } from "./answer/address.ts";
import type { CallSource } from "./handler.ts";
import { notFound } from "./ionos-refusal.ts";
import type { IonosSettings } from "./ionos-options.ts";
import type { IonosQuirks } from "./ionos-quirks.ts";
import { refusePending, type Unstamped } from "./refuse-pending.ts";
import type { RequestTarget } from "./queued-request.ts";
import { createRequestQueue, type RequestQueue } from "./request-queue.ts";

/** The parts that handlers and the seeding handle work with. */
export interface IonosBackend {
  readonly settings: IonosSettings;
  readonly store: DatacenterStore;
  readonly queue: RequestQueue;
  now(): number;
  /** Lets time pass up to now. Comes before everything else that is done. */
  advance(): void;
  /** What writes are checked against and answered from: all that was asked for. Throws a 404. */
  view(datacenterId: string): DatacenterView;
  /** What reads of one object, or of a list, tell. Throws a 404. */
  read(datacenterId: string, what: "object" | "list"): DatacenterView;
  /** An id in the form of a UUID, the same for the same seed. */
  newId(): string;
  newStamp(): Stamp;
  /** Queues a write; the answer's headers are those that follow from it. Throws what the quirks say while another is pending. */
  accept(write: Write, call: CallSource): { readonly headers: Readonly<Record<string, string>> };
}

export interface Write {
  readonly datacenterId: string;
  readonly change: Unstamped<Change>;
  readonly target: RequestTarget;
  /** The two kinds of writes about whose answers documents disagree; left out for the others. */
  readonly location?: "unlisted-in-reference" | "unused-by-provider";
}

const writesWithoutLocation: Readonly<Record<IonosQuirks["locationHeader"], readonly Write["location"][]>> = {
  always: [],
  "as-documented": ["unlisted-in-reference"],
  "as-relied-on": ["unused-by-provider"],
  never: ["unlisted-in-reference", "unused-by-provider", undefined],
};

const idsFrom = 1_000_003;

export function createIonosBackend(
  settings: IonosSettings,
  now: () => number,
  onEnforced: EnforcedListener,
): IonosBackend {
  const { quirks } = settings;
  // Another row than that of the other cloud, so that no id stands for two things.
  const newId = createIds(settings.seed + idsFrom);
  const queue: RequestQueue = createRequestQueue(settings, newId, {
    execute: (request, execution) => store.execute(request, execution),
    fail: (request, execution, how) => store.fail(request, execution, how),
  });
  const store = createDatacenterStore((id) => queue.pending(id), settings, onEnforced);
  const newEtag = (): string => newId().replaceAll("-", "");

  const viewOf = (state: DatacenterState | undefined): DatacenterView => {
    if (state === undefined) throw notFound();
    const changes = queue.pending(state.id).map(({ change }) => change);
    return createView(state, changes, quirks.busyScope);
  };
  const toldState = (datacenterId: string, what: "object" | "list"): DatacenterState | undefined => {
    switch (quirks.readAfterWrite) {
      case "requested":
        return quirks.leavingObjects === "hidden" ? store.promised(datacenterId) : store.requested(datacenterId);
      case "in-force":
        return store.enforced(datacenterId);
      case "lists-lag":
        return what === "list" ? store.lagging(datacenterId, now()) : store.enforced(datacenterId);
      case "all-lag":
        return store.lagging(datacenterId, now());
    }
  };

  return {
    settings,
    store,
    queue,
    now,
    advance: () => queue.advance(now()),
    view: (datacenterId) => viewOf(store.requested(datacenterId)),
    read: (datacenterId, what) => viewOf(toldState(datacenterId, what)),
    newId,
    newStamp() {
      const at = now();
      return { etag: newEtag(), createdAt: at, modifiedAt: at };
    },
    accept({ datacenterId, change, target, location }, { method, url, text, credentials }) {
      if (quirks.writesWhileBusy !== "queued" || quirks.writesWhileLeaving !== "queued")
        refusePending(quirks, viewOf(store.requested(datacenterId)), change);
      const request = queue.accept(
        {
          datacenterId,
          change: { ...change, etag: newEtag(), at: now() },
          target,
          source: { method, url: url.href, body: text, credentials },
        },
        now(),
      );
      store.accept(request);
      const isTold = !writesWithoutLocation[quirks.locationHeader].includes(location);
      const headers: Record<string, string> = isTold
        ? { Location: hrefOf(url.origin, `/requests/${request.id}/status`) }
        : {};
      return { headers };
    },
  };
}
