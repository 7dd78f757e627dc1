import { conflict, notFound } from "./api-error.ts";
import type { GcoreQuirks } from "./gcore-quirks.ts";
import type { GroupRecord, PortRecord, ProjectRecord } from "./gcore-records.ts";
import type { GroupReader } from "./group-reader.ts";
import type { GroupStore } from "./group-store.ts";
import type { Tasks } from "./tasks.ts";

/** All that the handlers of the operations share. */
export interface GcoreState {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly quirks: GcoreQuirks;
  /** Milliseconds that an answer is behind, where a quirk makes it so. */
  readonly lagMs: number;
  /** Draws orders of answers; from 0 to 1. */
  readonly answerRandom: () => number;
  readonly newId: () => string;
  readonly projects: ProjectRecord[];
  readonly store: GroupStore;
  readonly reader: GroupReader;
  readonly tasks: Tasks;
}

/** The part of an operation's path that names project and region. */
export interface ProjectPath {
  readonly project_id: number;
  readonly region_id: number;
}

/** Throws NotFoundError for a project that is not there or not in that region. */
export function findProject(state: GcoreState, path: ProjectPath): ProjectRecord {
  const found = state.projects.find(
    ({ projectId, regionId }) => projectId === path.project_id && regionId === path.region_id,
  );
  if (found === undefined) throw notFound(`Project ${path.project_id} does not exist in region ${path.region_id}`);
  return found;
}

/** Throws NotFoundError for a group that is not in that project and region. */
export function findGroup(state: GcoreState, path: ProjectPath & { readonly group_id: string }): GroupRecord {
  const group = findProject(state, path).groups.get(path.group_id);
  if (group === undefined) throw notFound(`Security group ${path.group_id} does not exist`);
  return group;
}

/** The group as reads show it. Throws NotFoundError for one that they do not show. */
export function readGroup(state: GcoreState, path: ProjectPath & { readonly group_id: string }): GroupRecord {
  const group = state.reader.read(findProject(state, path)).find(({ id }) => id === path.group_id);
  if (group === undefined) throw notFound(`Security group ${path.group_id} does not exist`);
  return group;
}

/** Throws ConflictError for a write to a group that a task is working on, where the quirk has it so. */
export function refuseBusy({ quirks, tasks }: GcoreState, group: GroupRecord): void {
  if (quirks.busyGroup === "409" && tasks.isBusy(group.id)) {
    throw conflict(`Security group ${group.id} is locked by another task`);
  }
}

/** Throws NotFoundError for a port that is not in that project and region. */
export function findPort(state: GcoreState, path: ProjectPath & { readonly port_id: string }): PortRecord {
  const port = findProject(state, path).ports.get(path.port_id);
  if (port === undefined) throw notFound(`Port ${path.port_id} does not exist`);
  return port;
}
