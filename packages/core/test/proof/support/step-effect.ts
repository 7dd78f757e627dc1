import type { Rule, RuleDraft, RuleId, Step } from "../../../src/index.ts";
import { normalizeRule } from "../../../src/normalize/normalize-rule.ts";
import { identityOf, labelledIdentityOf } from "./rule-identity.ts";

/** Why the cloud could not run a step. */
export class ImpossibleStep extends Error {}

/** A rule that a group holds; without an id when a step of the plan has made it. */
export interface HeldRule {
  readonly id?: RuleId | undefined;
  readonly rule: Rule;
}

/** What a group allows at some moment, and how many rules the cloud's limit counts then. */
export interface GroupState {
  readonly rules: readonly Rule[];
  readonly count: number;
}

/** What one step does to its group. */
export interface Effect {
  /** The rules that it changes or removes; all others stay. */
  readonly touched: readonly HeldRule[];
  /** Each comes about by itself and passes through all of its states; together with what is untouched they are the group. */
  readonly choices: readonly (readonly GroupState[])[];
  /** What stands in place of what was touched when the step is done. */
  readonly leaves: readonly HeldRule[];
  /** Whether it is about the rules of the group at all, and about all of them. */
  readonly isWrite: boolean;
  readonly isWhole: boolean;
  readonly existence?: "begins" | "ends";
}

export const none: GroupState = { rules: [], count: 0 };
const all = (rules: readonly Rule[]): GroupState => ({ rules, count: rules.length });
const one = (rule: Rule): GroupState => all([rule]);

/** The effect of a step on a target as it is when its wave begins. Throws when the cloud could not run the step. */
export function effectOf(step: Step, target: ReadonlyMap<string, readonly HeldRule[]>): Effect {
  if (step.kind === "create-group") return createGroup(step.name, step.rules, target);
  const { name } = step.group;
  const held = target.get(name);
  if (held === undefined) throw new ImpossibleStep(`${step.kind}: there is no group ${name}`);
  const find = (id: RuleId): HeldRule => {
    const found = held.find((rule) => rule.id === id);
    if (found === undefined) throw new ImpossibleStep(`${step.kind}: the group ${name} has no rule ${id}`);
    return found;
  };
  const ofRule = { isWrite: true, isWhole: false };
  const ofGroup = { isWrite: true, isWhole: true };
  switch (step.kind) {
    case "create-rule":
      requireGroups([step.rule], target);
      return { ...ofRule, touched: [], choices: [[none, one(step.rule)]], leaves: [{ rule: step.rule }] };
    case "delete-rule": {
      const rule = find(step.ruleId);
      return { ...ofRule, touched: [rule], choices: [[one(rule.rule), none]], leaves: [] };
    }
    case "update-rule": {
      const rule = find(step.ruleId);
      const { from, to, ruleId: id } = step;
      if (labelledIdentityOf(rule.rule) !== labelledIdentityOf(from))
        throw new ImpossibleStep(`the rule ${id} is another`);
      requireGroups([to], target);
      // The cloud may take the old rule away before it puts the new one there.
      const between: GroupState[] = identityOf(from) === identityOf(to) ? [] : [{ rules: [], count: 1 }];
      return { ...ofRule, touched: [rule], choices: [[one(from), ...between, one(to)]], leaves: [{ id, rule: to }] };
    }
    case "update-group": {
      if (step.rules === undefined) return { isWrite: false, isWhole: false, touched: [], choices: [], leaves: [] };
      requireGroups(step.rules.add, target);
      return { ...ofGroup, ...replaceRules(held, [...step.rules.keep.map(readDraft), ...step.rules.add]) };
    }
    case "delete-group":
      requireNoReference(name, target);
      return {
        ...ofGroup,
        touched: held,
        choices: [[all(held.map(({ rule }) => rule)), none]],
        leaves: [],
        existence: "ends",
      };
  }
}

function createGroup(name: string, rules: readonly Rule[], target: ReadonlyMap<string, readonly HeldRule[]>): Effect {
  if (target.has(name)) throw new ImpossibleStep(`create-group: there is a group ${name} already`);
  requireGroups(rules, target);
  return {
    isWrite: true,
    isWhole: true,
    touched: [],
    choices: [[none, all(rules)]],
    leaves: rules.map((rule) => ({ rule })),
    existence: "begins",
  };
}

/** Rules that stay are untouched; the others come and go one by one, and each of them counts while it is there. */
function replaceRules(
  held: readonly HeldRule[],
  wanted: readonly Rule[],
): Pick<Effect, "touched" | "choices" | "leaves"> {
  const present = new Map(held.map((entry) => [labelledIdentityOf(entry.rule), entry]));
  const leaves = wanted.map((rule): HeldRule => present.get(labelledIdentityOf(rule)) ?? { rule });
  const stays = new Set(leaves);
  const kept = held.filter((entry) => stays.has(entry)).map(({ rule }) => rule);
  const removed = held.filter((entry) => !stays.has(entry)).map(({ rule }) => [all([rule]), none]);
  const added = leaves.filter((entry) => !held.includes(entry)).map(({ rule }) => [none, all([rule])]);
  return { touched: held, choices: [[all(kept)], ...removed, ...added], leaves };
}

function readDraft(draft: RuleDraft): Rule {
  const normalized = normalizeRule(draft, "cloud");
  const [rule, second] = normalized.ok ? normalized.rules : [];
  if (rule === undefined || second !== undefined) throw new ImpossibleStep("a kept rule is not one of the cloud's");
  return rule;
}

/** Gcore would silently remove the rules that name a group which goes. */
function requireNoReference(name: string, target: ReadonlyMap<string, readonly HeldRule[]>): void {
  for (const [other, held] of target) {
    const refers = held.some(({ rule: { remote } }) => remote.kind === "group" && remote.id === name);
    if (refers && other !== name) throw new ImpossibleStep(`a rule of ${other} still names the group ${name}`);
  }
}

/** A rule can be written only when every group that it names is there. */
function requireGroups(rules: readonly Rule[], target: ReadonlyMap<string, readonly HeldRule[]>): void {
  for (const { remote } of rules) {
    if (remote.kind === "named-group" && !target.has(remote.name))
      throw new ImpossibleStep(`there is no group ${remote.name}`);
  }
}
