import { randomBytes } from "node:crypto";
import type { Change } from "./apply-change.ts";
import { createDatacenterStore, type DatacenterStore, type EnforcedListener } from "./datacenter-store.ts";
import type { DatacenterState, GroupState, Stamp } from "./datacenter-state.ts";
import { hrefOf } from "./answer/address.ts";
import { notFound } from "./ionos-refusal.ts";
import type { IonosSettings } from "./ionos-options.ts";
import { createRequestQueue, type RequestQueue, type RequestTarget } from "./request-queue.ts";

/** A datacenter as reads tell it, with what is pending in it. */
export interface DatacenterView {
  readonly state: DatacenterState;
  readonly isBusy: boolean;
  /** Groups with a pending request on themselves or one of their rules. */
  readonly busyGroups: ReadonlySet<string>;
  /** Servers with a pending request on themselves or one of their NICs. */
  readonly busyServers: ReadonlySet<string>;
  /** Rules that a pending request deletes. */
  readonly leavingRules: ReadonlySet<string>;
}

/** The parts that handlers and the seeding handle work with. */
export interface IonosBackend {
  readonly settings: IonosSettings;
  readonly store: DatacenterStore;
  readonly queue: RequestQueue;
  now(): number;
  /** Lets time pass up to now. Comes before everything else that is done. */
  advance(): void;
  /** Throws a 404. */
  view(datacenterId: string): DatacenterView;
  newStamp(): Stamp;
  /** Queues a write; the answer's headers are those that follow from it. */
  accept(
    write: Write,
    call: { readonly method: string; readonly url: URL; readonly text: string },
  ): { readonly headers: Readonly<Record<string, string>> };
}

/** Each kind of change apart, without version and time. */
type Unstamped<Kind> = Kind extends Change ? Omit<Kind, "etag" | "at"> : never;

export interface Write {
  readonly datacenterId: string;
  readonly change: Unstamped<Change>;
  readonly target: RequestTarget;
  /** True for the writes whose answer has no `Location` in the vendor's API reference. */
  readonly isLocationUnlisted?: boolean;
}

export function createIonosBackend(
  settings: IonosSettings,
  now: () => number,
  onEnforced: EnforcedListener,
): IonosBackend {
  const queue: RequestQueue = createRequestQueue(settings, {
    execute: (request, execution) => store.execute(request, execution),
    drop: (request) => store.drop(request),
  });
  const store = createDatacenterStore((id) => queue.pending(id), settings.quirks, onEnforced);
  const newEtag = (): string => randomBytes(16).toString("hex");
  return {
    settings,
    store,
    queue,
    now,
    advance: () => queue.advance(now()),
    view(datacenterId) {
      const state = store.requested(datacenterId);
      if (state === undefined) throw notFound();
      return viewOf(
        state,
        queue.pending(datacenterId).map(({ change }) => change),
      );
    },
    newStamp() {
      const at = now();
      return { etag: newEtag(), createdAt: at, modifiedAt: at };
    },
    accept({ datacenterId, change, target, isLocationUnlisted = false }, { method, url, text }) {
      const request = queue.accept(
        {
          datacenterId,
          change: { ...change, etag: newEtag(), at: now() },
          target,
          source: { method, url: url.href, body: text },
        },
        now(),
      );
      store.accept(request);
      const { locationHeader } = settings.quirks;
      const isTold = locationHeader === "always" || (locationHeader === "as-documented" && !isLocationUnlisted);
      const headers: Record<string, string> = isTold
        ? { Location: hrefOf(url.origin, `/requests/${request.id}/status`) }
        : {};
      return { headers };
    },
  };
}

function viewOf(state: DatacenterState, changes: readonly Change[]): DatacenterView {
  return {
    state,
    isBusy: changes.length > 0,
    busyGroups: new Set(changes.flatMap(groupOf)),
    busyServers: new Set(changes.flatMap((change) => (change.kind === "attach" ? [change.serverId] : []))),
    leavingRules: new Set(changes.flatMap((change) => (change.kind === "delete-rule" ? [change.ruleId] : []))),
  };
}

function groupOf(change: Change): readonly string[] {
  switch (change.kind) {
    case "create-group":
      return [change.group.id];
    case "update-datacenter":
      return change.defaultGroup ? [change.defaultGroup.id] : [];
    case "attach":
      return [];
    case "update-group":
    case "delete-group":
    case "create-rule":
    case "update-rule":
    case "delete-rule":
      return [change.groupId];
  }
}

/** Throws a 404. */
export function groupOfView(view: DatacenterView, groupId: string): GroupState {
  const group = view.state.groups.get(groupId);
  if (group === undefined) throw notFound();
  return group;
}
