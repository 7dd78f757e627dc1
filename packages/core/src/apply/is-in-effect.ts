import type { ObservedGroup } from "../model/group.ts";
import type { GroupId, Rule } from "../model/rule.ts";
import { ruleIdentity, rulesOfDrafts } from "../normalize/rule-identity.ts";
import type { ObservedTarget } from "../plan/read-target.ts";
import { resolveReferences } from "../plan/resolve-references.ts";
import type { GroupFieldsChange, GroupReference, RuleSet, Step } from "../plan/step.ts";
import { isPatched } from "./is-patched.ts";

/** Whether a target, as read, shows what a step was to bring about. */
export function isInEffect(step: Step, observed: ObservedTarget, created: ReadonlyMap<string, GroupId>): boolean {
  if (step.kind === "create-group") {
    const group = find({ id: created.get(step.name), name: step.name }, observed);
    return group !== undefined && hasRules(group, step.rules, created) && hasFields(group, step);
  }
  const group = find({ ...step.group, id: step.group.id ?? created.get(step.group.name) }, observed);
  if (step.kind === "delete-group") return !observed.some((entry) => entry.group.id === step.group.id);
  if (group === undefined) return false;
  switch (step.kind) {
    case "create-rule":
      return group.rules.some(({ rule }) => isSame(rule, resolve([step.rule], created)[0]));
    case "update-rule":
      return group.rules.some(({ id, rule }) => id === step.ruleId && isSame(rule, resolve([step.to], created)[0]));
    case "delete-rule":
      return !group.rules.some(({ id }) => id === step.ruleId);
    case "update-group":
      return hasFields(group, step.fields ?? {}) && (step.rules === undefined || hasSet(group, step.rules, created));
  }
}

function find({ id, name }: GroupReference, observed: ObservedTarget): ObservedGroup | undefined {
  const entry = observed.find(({ group }) => (id === undefined ? group.name === name : group.id === id));
  return entry?.rules === "listed" ? entry.group : undefined;
}

const resolve = resolveReferences;

function isSame(rule: Rule, wanted: Rule | undefined): boolean {
  return wanted !== undefined && ruleIdentity(rule) === ruleIdentity(wanted);
}

function hasRules(group: ObservedGroup, rules: readonly Rule[], created: ReadonlyMap<string, GroupId>): boolean {
  const wanted = resolve(rules, created).map(ruleIdentity).toSorted();
  const found = group.rules.map(({ rule }) => ruleIdentity(rule)).toSorted();
  return wanted.length === found.length && wanted.every((one, index) => one === found[index]);
}

function hasSet(group: ObservedGroup, { keep, add }: RuleSet, created: ReadonlyMap<string, GroupId>): boolean {
  return hasRules(group, [...rulesOfDrafts(keep), ...add], created);
}

function hasFields(group: ObservedGroup, { name, description, tags }: GroupFieldsChange): boolean {
  return (
    (name === undefined || group.name === name) &&
    (description === undefined || group.description === description) &&
    isPatched(group.tags, tags)
  );
}
