import { ruleKey, type Step, type TargetPlan } from "@secgroup/core";
import { describeNamed, type GroupNames } from "./describe-rules.ts";
import { namesOf } from "./render-target.ts";
import { count, list } from "./words.ts";

/** Turns the steps of one target's plan into short sentences; the plan tells which rule an id stands for. */
export function stepDescriber(plan: TargetPlan): (step: Step) => string {
  const names = namesOf(plan.groups);
  const removed = plan.groups.flatMap((group) => ("removed" in group ? group.removed : []));
  const rules = new Map<string, string>(removed.map(({ id, rule }) => [id, describeNamed(rule, names)]));
  return (step) => describeStep(step, names, (id) => rules.get(id) ?? `the rule ${id}`);
}

function describeStep(step: Step, names: GroupNames, ruleOf: (id: string) => string): string {
  switch (step.kind) {
    case "create-group":
      return `${step.name}: create the group with ${count(step.rules.length, "rule")}`;
    case "update-group":
      return `${step.group.name}: ${describeUpdate(step)}`;
    case "delete-group":
      return `${step.group.name}: delete the group`;
    case "create-rule":
      return `${step.group.name}: add ${describeNamed(step.rule, names)}`;
    case "update-rule":
      return `${step.group.name}: ${describeRuleUpdate(step, names)}`;
    case "delete-rule":
      return `${step.group.name}: remove ${ruleOf(step.ruleId)}`;
  }
}

function describeRuleUpdate({ from, to }: Extract<Step, { readonly kind: "update-rule" }>, names: GroupNames): string {
  return ruleKey(from) === ruleKey(to)
    ? `relabel ${describeNamed(from, names)}`
    : `change ${describeNamed(from, names)} to ${describeNamed(to, names)}`;
}

function describeUpdate({ fields, rules }: Extract<Step, { readonly kind: "update-group" }>): string {
  const named = Object.entries(fields ?? {}).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  const set = rules && `its rules (${rules.add.length} new, ${rules.keep.length} kept)`;
  return `set ${list([...named, set])}`;
}
