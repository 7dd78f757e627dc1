import { notFound } from "./api-error.ts";
import type { GroupRecord, PortRecord, ProjectRecord } from "./gcore-records.ts";
import type { GcoreQuirks } from "./gcore-options.ts";
import type { GroupStore } from "./group-store.ts";
import type { Tasks } from "./tasks.ts";

/** All that the handlers of the operations share. */
export interface GcoreState {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly quirks: GcoreQuirks;
  readonly projects: ProjectRecord[];
  readonly store: GroupStore;
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

/** Throws NotFoundError for a port that is not in that project and region. */
export function findPort(state: GcoreState, path: ProjectPath & { readonly port_id: string }): PortRecord {
  const port = findProject(state, path).ports.get(path.port_id);
  if (port === undefined) throw notFound(`Port ${path.port_id} does not exist`);
  return port;
}
