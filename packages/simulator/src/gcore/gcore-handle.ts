import type { AskedRefusal } from "../asked-refusal.ts";
import { createInstance } from "./create-instance.ts";
import type { GcoreQuirks } from "./gcore-quirks.ts";
import type { GroupRecord, ProjectRecord } from "./gcore-records.ts";
import { findProject, type GcoreState } from "./gcore-state.ts";
import { portsOf } from "./group-checks.ts";
import { readWantedRules } from "./read-wanted-rules.ts";
import type { RuleContent, RuleRequest } from "./rule-content.ts";
import type { TaskFailure } from "./task-troubles.ts";

/** A group to be there from the start. Rules are in the form of a request, and are normalised and refused as in one. */
export interface GcoreGroupSeed {
  readonly name: string;
  readonly description?: string;
  readonly rules: readonly RuleRequest[];
  readonly tags?: Readonly<Record<string, string>>;
  /** Tags that belong to the platform: every change that a client asks for passes them over. */
  readonly readOnlyTags?: Readonly<Record<string, string>>;
}

/** A group as it is in force, seen past the API. */
export interface GcoreGroupView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly rules: readonly (RuleContent & { readonly id: string })[];
  readonly tags: Readonly<Record<string, string>>;
  readonly readOnlyTags: Readonly<Record<string, string>>;
}

/** A port, seen past the API. */
export interface GcorePortView {
  readonly id: string;
  readonly instanceId: string;
  /** Ids of its groups. */
  readonly groups: readonly string[];
}

/**
 * The simulated Gcore Cloud from behind: what is there without a request, what is truly in force, and what goes wrong next.
 * All of it takes effect at once; what is added shows in reads at once as well. Projects, regions and groups that are not there throw.
 */
export interface GcoreCloud {
  /** Makes a project in a region, empty, also of a default group. `region` is the region's display name. */
  addProject(project: { readonly projectId: number; readonly regionId: number; readonly region?: string }): void;
  /** Answers with the new group's id. */
  addGroup(projectId: number, regionId: number, group: GcoreGroupSeed): string;
  /** Makes a virtual machine with one port that carries the groups of these ids; answers with the machine's id. */
  addInstance(
    projectId: number,
    regionId: number,
    instance: { readonly name: string; readonly groups: readonly string[] },
  ): string;
  /** An edit by somebody else, in one step. A rule that stays as it is, description included, keeps its id. */
  editRules(groupId: string, edit: (rules: readonly RuleContent[]) => readonly RuleRequest[]): void;
  groups(projectId: number, regionId: number): readonly GcoreGroupView[];
  ports(projectId: number, regionId: number): readonly GcorePortView[];
  /** Somebody else deletes the group, and takes it from the ports that use it before. */
  removeGroup(groupId: string): void;
  /** The next task that a request starts ends in ERROR with this text, by default `at-end`; called twice, the next two. */
  failNextTask(message: string, how?: TaskFailure["how"]): void;
  /** The next task that a request starts stays RUNNING until `releaseStuck`; called twice, the next two. */
  stickNextTask(): void;
  /** Lets the tasks end that are stuck, each when it is due. */
  releaseStuck(): void;
  /** While held, tasks stay RUNNING at most; on release, those that are due end. */
  holdTasks(held: boolean): void;
  /** The next call with the right key is refused like this, without effect; called twice, the next two. */
  readonly refuseNextCall: (refusal: AskedRefusal) => void;
}

export function createGcoreHandle(state: GcoreState): Omit<GcoreCloud, "refuseNextCall"> {
  const { now, projects, store, reader, tasks } = state;
  // Rules as they are stored, with a null for no remote group, may be given back.
  const quirks: GcoreQuirks = { ...state.quirks, nullRemoteGroup: "accepted" };
  const present = (projectId: number, regionId: number): ProjectRecord => {
    tasks.advance();
    return findProject(state, { project_id: projectId, region_id: regionId });
  };
  const presentGroup = (groupId: string): GroupRecord => {
    tasks.advance();
    const group = projects.map(({ groups }) => groups.get(groupId)).find((found) => found !== undefined);
    if (group === undefined) throw new Error(`Security group ${groupId} does not exist.`);
    return group;
  };
  return {
    addProject({ projectId, regionId, region = `Region ${regionId}` }) {
      if (projects.some((project) => project.projectId === projectId && project.regionId === regionId)) {
        throw new Error(`Project ${projectId} in region ${regionId} is there already.`);
      }
      projects.push({ projectId, regionId, region, groups: new Map(), instances: new Map(), ports: new Map() });
    },
    addGroup(projectId, regionId, { name, description = "", rules, tags = {}, readOnlyTags = {} }) {
      const project = present(projectId, regionId);
      const contents = readWantedRules(project, rules, quirks).map(({ content }) => content);
      const maps = { tags: new Map(Object.entries(tags)), readOnlyTags: new Map(Object.entries(readOnlyTags)) };
      const group = store.create(project, { name, description, rules: contents, ...maps }, now());
      reader.settle(group);
      return group.id;
    },
    addInstance: (projectId, regionId, instance) =>
      createInstance(present(projectId, regionId), instance, now(), state.newId),
    editRules(groupId, edit) {
      const group = presentGroup(groupId);
      const wanted = readWantedRules(group.project, edit(group.rules.map(({ content }) => content)), quirks);
      store.replaceRules(group, wanted, now());
    },
    removeGroup(groupId) {
      const group = presentGroup(groupId);
      for (const port of portsOf(group)) port.groupIds = port.groupIds.filter((id) => id !== groupId);
      store.delete(group, now());
    },
    groups: (projectId, regionId) => [...present(projectId, regionId).groups.values()].map(viewGroup),
    ports: (projectId, regionId) =>
      [...present(projectId, regionId).ports.values()].map(({ id, instanceId, groupIds }) => ({
        id,
        instanceId,
        groups: groupIds,
      })),
    failNextTask: (message, how = "at-end") => tasks.failNext({ message, how }),
    stickNextTask: () => tasks.stickNext(),
    releaseStuck: () => tasks.releaseStuck(),
    holdTasks: (held) => tasks.hold(held),
  };
}

const viewGroup = ({ id, name, description, rules, tags, readOnlyTags }: GroupRecord): GcoreGroupView => ({
  id,
  name,
  description,
  rules: rules.map((rule) => ({ id: rule.id, ...rule.content })),
  tags: Object.fromEntries(tags),
  readOnlyTags: Object.fromEntries(readOnlyTags),
});
