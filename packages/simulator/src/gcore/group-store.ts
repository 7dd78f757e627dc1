import type { History } from "../history.ts";
import { conflict } from "./api-error.ts";
import { compareRules, type StoredRule, type WantedRule } from "./compare-rules.ts";
import type { GroupRecord, ProjectRecord } from "./gcore-records.ts";
import type { GcoreQuirks } from "./gcore-options.ts";
import {
  checkExists,
  checkName,
  checkRemoteGroup,
  checkRoom,
  findRule,
  isDefault,
  portsOf,
  refuseSecondDefault,
} from "./group-checks.ts";
import { equalTags, type Tags } from "./merge-tags.ts";
import { orderRuleMoves } from "./order-rule-moves.ts";
import type { RuleContent } from "./rule-content.ts";
import { ruleKey } from "./rule-key.ts";

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
export interface GroupStore {
  /** Makes the group with all its rules at once. */
  create(project: ProjectRecord, group: NewGroup, at: number): GroupRecord;
  /** Throws NotFoundError for a remote group that is not there, ConflictError for a rule that is there already. */
  checkRule(group: GroupRecord, rule: RuleContent): void;
  /** Checks and adds the rule. */
  addRule(group: GroupRecord, rule: RuleContent, at: number): StoredRule;
  /** Throws NotFoundError when the group has no such rule. */
  removeRule(group: GroupRecord, ruleId: string, at: number): void;
  /** Takes the rules to the wanted ones, rule by rule, in the order of the quirk, and answers with the ids of the new ones. */
  moveRules(group: GroupRecord, wanted: readonly WantedRule[], at: number): readonly string[];
  /** Puts the wanted rules in place of those that are there, in one step; a rule that stays as it is keeps its id. */
  replaceRules(group: GroupRecord, wanted: readonly WantedRule[], at: number): void;
  /** Throws ConflictError when it would rename the group `default`, or make another one of that name. */
  changeFields(group: GroupRecord, fields: { readonly name?: string; readonly description?: string }, at: number): void;
  changeTags(group: GroupRecord, tags: Tags, at: number): void;
  /** Takes the rules of other groups that refer to it along. Throws ConflictError when a port uses it or its name is `default`. */
  delete(group: GroupRecord, at: number): void;
}

export function createGroupStore(options: {
  readonly recordHistory: History["record"];
  readonly quirks: Pick<GcoreQuirks, "patchOrder" | "ruleComparison" | "limitInsideTask">;
  /** Draws orders; from 0 to 1. */
  readonly random: () => number;
}): GroupStore {
  const { recordHistory, quirks, random } = options;

  const record = (group: GroupRecord, at: number): void => {
    const rules = group.rules.map(({ content }) => content);
    recordHistory(group.id, {
      at,
      cloud: "gcore",
      exists: true,
      name: group.name,
      description: group.description,
      rules,
    });
  };

  const touch = (group: GroupRecord, at: number): void => {
    group.updatedAt = at;
    group.revision++;
    record(group, at);
  };

  const store: GroupStore = {
    create(project, { name, description, rules, tags, readOnlyTags = new Map() }, at) {
      refuseSecondDefault(project, name);
      for (const rule of rules) checkRemoteGroup(project, rule);
      const times = { createdAt: at, updatedAt: at, revision: 1 };
      const id = crypto.randomUUID();
      const stored = rules.map((content) => ({ id: crypto.randomUUID(), content, createdAt: at }));
      const group = { id, project, name, description, rules: stored, tags, readOnlyTags, ...times };
      project.groups.set(id, group);
      record(group, at);
      return group;
    },
    checkRule(group, rule) {
      checkRemoteGroup(group.project, rule);
      const same = group.rules.find(({ content }) => ruleKey(content) === ruleKey(rule));
      if (same !== undefined) throw conflict(`Security group rule already exists. Rule id is ${same.id}.`);
    },
    addRule(group, rule, at) {
      checkExists(group);
      store.checkRule(group, rule);
      const added = { id: crypto.randomUUID(), content: rule, createdAt: at };
      group.rules = [...group.rules, added];
      touch(group, at);
      return added;
    },
    removeRule(group, ruleId, at) {
      checkExists(group);
      findRule(group, ruleId);
      group.rules = group.rules.filter(({ id }) => id !== ruleId);
      touch(group, at);
    },
    moveRules(group, wanted, at) {
      const difference = compareRules(group.rules, wanted, quirks.ruleComparison);
      return orderRuleMoves(difference, quirks.patchOrder, random).flatMap((move) => {
        if (move.kind === "remove") {
          store.removeRule(group, move.rule.id, at);
          return [];
        }
        if (quirks.limitInsideTask === "every-moment") checkRoom(group);
        return [store.addRule(group, move.rule, at).id];
      });
    },
    replaceRules(group, wanted, at) {
      const { add, remove } = compareRules(group.rules, wanted, "normalized-with-description");
      const added = add.map((content) => ({ id: crypto.randomUUID(), content, createdAt: at }));
      group.rules = [...group.rules.filter((rule) => !remove.includes(rule)), ...added];
      touch(group, at);
    },
    changeFields(group, { name = group.name, description = group.description }, at) {
      checkExists(group);
      if (name === group.name && description === group.description) return;
      checkName(group, name);
      group.name = name;
      group.description = description;
      touch(group, at);
    },
    changeTags(group, tags, at) {
      if (equalTags(group.tags, tags)) return;
      group.tags = tags;
      touch(group, at);
    },
    delete(group, at) {
      const { project } = group;
      if (isDefault(group.name)) throw conflict("Insufficient rights for removing default security group.");
      if (portsOf(group).length > 0) throw conflict(`Security Group ${group.id} in use.`);
      project.groups.delete(group.id);
      recordHistory(group.id, {
        at,
        cloud: "gcore",
        exists: false,
        name: group.name,
        description: group.description,
        rules: [],
      });
      for (const other of project.groups.values()) {
        for (const { id, content } of other.rules) {
          if (content.remote_group_id === group.id) store.removeRule(other, id, at);
        }
      }
    },
  };
  return store;
}
