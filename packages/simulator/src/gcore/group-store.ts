import { ApiError, conflict, refusalAs } from "./api-error.ts";
import { afterFailure } from "./after-failure.ts";
import type { GcoreQuirks } from "./gcore-quirks.ts";
import type { GroupRecord, ProjectRecord } from "./gcore-records.ts";
import {
  checkExists,
  checkGroupQuota,
  checkName,
  checkNewName,
  checkRemoteGroup,
  isDefault,
  portsOf,
  rulesReferringTo,
} from "./group-checks.ts";
import type { GroupRecorder } from "./group-recorder.ts";
import { equalTags, type Tags } from "./merge-tags.ts";
import type { RuleContent } from "./rule-content.ts";
import { createRuleStore, type RuleStore } from "./rule-store.ts";

export interface NewGroup {
  readonly name: string;
  readonly description: string;
  readonly rules: readonly RuleContent[];
  readonly tags: Tags;
  readonly readOnlyTags?: Tags;
}

/**
 * The changes that take force, one at a time; each goes to the history of its group. Times are milliseconds since the epoch.
 * What the cloud refuses throws an `ApiError`: to the client when a request calls, into the task when a task does.
 */
export interface GroupStore extends RuleStore {
  /** Throws what a new group of that name is refused with. */
  checkNew(project: ProjectRecord, name: string): void;
  /** Makes the group with all its rules at once. */
  create(project: ProjectRecord, group: NewGroup, at: number): GroupRecord;
  /** Throws when the name is not free for the group. */
  changeFields(group: GroupRecord, fields: { readonly name?: string; readonly description?: string }, at: number): void;
  /** Makes the change; when that throws on its way, leaves behind what the quirk says. */
  attempt<Result>(group: GroupRecord, at: number, change: () => Result): Result;
  changeTags(group: GroupRecord, tags: Tags, at: number): void;
  /** Throws when a port uses it, its name is `default`, or, where the quirk has it so, rules of other groups refer to it. */
  checkDeletion(group: GroupRecord): void;
  /** Ends the group, whatever stands in its way; rules of other groups that refer to it go along. */
  delete(group: GroupRecord, at: number): void;
}

export function createGroupStore(options: {
  readonly recorder: GroupRecorder;
  readonly quirks: GcoreQuirks;
  readonly groupLimit: number;
  readonly newId: () => string;
  /** Draws orders; from 0 to 1. */
  readonly random: () => number;
}): GroupStore {
  const { recorder, quirks, groupLimit, newId } = options;
  const rules = createRuleStore(options);

  const store: GroupStore = {
    ...rules,
    checkNew(project, name) {
      checkNewName(project, name, quirks);
      checkGroupQuota(project, groupLimit, quirks);
    },
    create(project, group, at) {
      store.checkNew(project, group.name);
      for (const rule of group.rules) checkRemoteGroup(project, rule, quirks);
      const created: GroupRecord = {
        readOnlyTags: new Map(),
        ...group,
        id: newId(),
        project,
        rules: group.rules.map((content) => ({ id: newId(), content, createdAt: at })),
        createdAt: at,
        updatedAt: at,
        revision: 1,
      };
      project.groups.set(created.id, created);
      recorder.record(created, at);
      return created;
    },
    changeFields(group, { name = group.name, description = group.description }, at) {
      checkExists(group);
      if (name === group.name && description === group.description) return;
      checkName(group, name, quirks);
      group.name = name;
      group.description = description;
      recorder.touch(group, at);
    },
    attempt(group, at, change) {
      const before = { ...group };
      try {
        return change();
      } catch (error) {
        const isHalfWay = error instanceof ApiError && group.revision > before.revision;
        if (isHalfWay && quirks.partialFailure !== "moves-kept") {
          Object.assign(group, afterFailure(before, group, quirks));
          recorder.touch(group, at);
        }
        throw error;
      }
    },
    changeTags(group, tags, at) {
      if (equalTags(group.tags, tags)) return;
      group.tags = tags;
      recorder.touch(group, at);
    },
    checkDeletion(group) {
      if (isDefault(group.name)) throw conflict("Insufficient rights for removing default security group.");
      if (portsOf(group).length > 0) {
        throw refusalAs(quirks.inUseDelete, "group_id", `Security Group ${group.id} in use.`);
      }
      if (quirks.referredDelete === "refused" && rulesReferringTo(group).length > 0) {
        throw conflict(`Security group ${group.id} is referred to by rules of other groups.`);
      }
    },
    delete(group, at) {
      group.project.groups.delete(group.id);
      recorder.record(group, at);
      for (const rule of rulesReferringTo(group)) store.removeRule(rule.group, rule.id, at);
    },
  };
  return store;
}
