import { conflict, TaskFault } from "./api-error.ts";
import { compareRules, type RuleDifference, type StoredRule, type WantedRule } from "./compare-rules.ts";
import type { GcoreQuirks } from "./gcore-quirks.ts";
import type { GroupRecord } from "./gcore-records.ts";
import { checkExists, checkRemoteGroup, checkRoom, findRule } from "./group-checks.ts";
import type { GroupRecorder } from "./group-recorder.ts";
import { orderRuleMoves, type RuleMove } from "./order-rule-moves.ts";
import type { RuleContent } from "./rule-content.ts";
import { ruleKey } from "./rule-key.ts";
import type { TaskPart } from "./task-record.ts";

/** The changes of a group's rules; see `GroupStore`. */
export interface RuleStore {
  /** Throws what the quirk says for a remote group that is not there, ConflictError for a rule that is there already. */
  checkRule(group: GroupRecord, rule: RuleContent): void;
  /** Checks and adds the rule. */
  addRule(group: GroupRecord, rule: RuleContent, at: number): StoredRule;
  /** Throws NotFoundError when the group has no such rule. */
  removeRule(group: GroupRecord, ruleId: string, at: number): void;
  /** What has to happen to the rules that are there, by the quirk. */
  compare(group: GroupRecord, wanted: readonly WantedRule[]): RuleDifference;
  /** Adds and removes, in the order of the quirk, and answers with the ids of the new ones. */
  moveRules(group: GroupRecord, difference: RuleDifference, at: number, part: TaskPart): readonly string[];
  /** Puts the wanted rules in place of those that are there, in one step; a rule that stays as it is keeps its id. */
  replaceRules(group: GroupRecord, wanted: readonly WantedRule[], at: number): void;
}

export function createRuleStore(options: {
  readonly recorder: GroupRecorder;
  readonly quirks: GcoreQuirks;
  readonly newId: () => string;
  /** Draws orders; from 0 to 1. */
  readonly random: () => number;
}): RuleStore {
  const { recorder, quirks, newId, random } = options;

  const add = (group: GroupRecord, rule: RuleContent, at: number): StoredRule => {
    checkExists(group);
    store.checkRule(group, rule);
    const added = { id: newId(), content: rule, createdAt: at };
    group.rules = [...group.rules, added];
    return added;
  };
  const remove = (group: GroupRecord, ruleId: string): void => {
    checkExists(group);
    findRule(group, ruleId);
    group.rules = group.rules.filter(({ id }) => id !== ruleId);
  };
  /** Answers with the id of a new rule. */
  const makeMove = (group: GroupRecord, move: RuleMove, at: number): readonly string[] => {
    if (move.kind === "remove") {
      remove(group, move.rule.id);
      return [];
    }
    if (quirks.limitInsideTask === "every-moment") checkRoom(group, quirks);
    return [add(group, move.rule, at).id];
  };

  const store: RuleStore = {
    checkRule(group, rule) {
      checkRemoteGroup(group.project, rule, quirks);
      const same = group.rules.find(({ content }) => ruleKey(content, quirks) === ruleKey(rule, quirks));
      if (same === undefined) return;
      const message = `Security group rule already exists. Rule id is ${same.id}.`;
      throw quirks.ruleValidation === "in-task" ? new TaskFault(message) : conflict(message);
    },
    addRule(group, rule, at) {
      const added = add(group, rule, at);
      recorder.touch(group, at);
      return added;
    },
    removeRule(group, ruleId, at) {
      remove(group, ruleId);
      recorder.touch(group, at);
    },
    compare: (group, wanted) => compareRules(group.rules, wanted, quirks),
    moveRules(group, difference, at, part) {
      const all = orderRuleMoves(difference, quirks.patchOrder, random);
      const moves = part === "all" ? all : all.slice(0, Math.ceil(all.length / 2));
      const before = group.rules;
      try {
        const added = moves.flatMap((move) => {
          const ids = makeMove(group, move, at);
          if (quirks.patchOrder !== "at-once") recorder.touch(group, at);
          return ids;
        });
        if (quirks.patchOrder === "at-once" && moves.length > 0) recorder.touch(group, at);
        return added;
      } catch (error) {
        if (quirks.patchOrder === "at-once") group.rules = before;
        throw error;
      }
    },
    replaceRules(group, wanted, at) {
      const { add, remove } = compareRules(group.rules, wanted, {
        ...quirks,
        ruleComparison: "normalized-with-description",
      });
      const added = add.map((content) => ({ id: newId(), content, createdAt: at }));
      group.rules = [...group.rules.filter((rule) => !remove.includes(rule)), ...added];
      recorder.touch(group, at);
    },
  };
  return store;
}
