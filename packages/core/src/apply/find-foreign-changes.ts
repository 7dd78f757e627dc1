import { describeRule } from "../describe/describe-rule.ts";
import type { ObservedGroup, Tags } from "../model/group.ts";
import type { Rule } from "../model/rule.ts";
import { ruleKey, type RuleKey } from "../normalize/rule-key.ts";
import type { GroupPlan } from "../plan/plan.ts";
import { requireRules, type ObservedTarget } from "../plan/read-target.ts";
import { expectedGroup, tagsAfter } from "./expected-group.ts";
import { findPlanned, type TargetRun } from "./target-run.ts";

/**
 * What no step of the plan can have brought about, one sentence each: whatever lies between what the groups were and what they are to be
 * is the plan's own doing, wherever it stands; everything else is somebody else's.
 */
export function findForeignChanges(run: TargetRun, observed: ObservedTarget): readonly string[] {
  return run.plan.groups.flatMap((group) => {
    const entry = findPlanned(group, observed, run.created);
    const before = run.before.get(group.key);
    const name = `the group ${group.name}`;
    const others = group.action === "create" ? observed.filter((other) => other.group.name === group.name) : [];
    if (others.length > 1)
      return [`${name} was made more than once (${others.map((other) => other.group.id).join(", ")})`];
    if (entry === undefined) {
      const mayBeGone = before === undefined || group.action === "delete";
      return mayBeGone ? [] : [`${name} is gone`];
    }
    if (before === undefined && group.action !== "create") return [`${name} was made`];
    return compare(group, before, requireRules(entry), run).map((what) => `${name} ${what}`);
  });
}

function compare(
  group: GroupPlan,
  before: ObservedGroup | undefined,
  now: ObservedGroup,
  { created }: TargetRun,
): readonly string[] {
  const after = expectedGroup(group, created, before);
  const rulesBefore = before?.rules.map(({ rule }) => rule) ?? [];
  const present = after.ensure === "present" ? after : undefined;
  const isRelabelling = "relabelled" in group && group.relabelled.length > 0;
  return [
    ...compareRules(rulesBefore, present?.rules ?? [], now, {
      mayAllGo: isRelabelling || present === undefined,
      isNew: before === undefined,
    }),
    ...now.unreadable.map(({ id }) => `holds a rule that cannot be understood (${id})`),
    ...(now.name === before?.name || now.name === group.name ? [] : [`has the name "${now.name}"`]),
    ...(isOneOf(now.description, before?.description ?? "", present?.description)
      ? []
      : [`has the description "${now.description}"`]),
    ...(haveTagsOf(now.tags, before?.tags ?? {}, tagsAfter(group, before?.tags ?? {}) ?? before?.tags ?? {})
      ? []
      : ["has other tags"]),
  ];
}

interface Count {
  readonly rule: Rule;
  before: number;
  after: number;
  now: number;
}

/** Of each rule there are at least as many as stand all the way, and at most as many as ever stand. */
function compareRules(
  before: readonly Rule[],
  after: readonly Rule[],
  now: ObservedGroup,
  { mayAllGo, isNew }: { readonly mayAllGo: boolean; readonly isNew: boolean },
): readonly string[] {
  const counts = new Map<RuleKey, Count>();
  const add = (rule: Rule, when: "before" | "after" | "now"): void => {
    const key = ruleKey(rule);
    const count = counts.get(key) ?? { rule, before: 0, after: 0, now: 0 };
    count[when]++;
    counts.set(key, count);
  };
  for (const rule of before) add(rule, "before");
  for (const rule of after) add(rule, "after");
  for (const { rule } of now.rules) add(rule, "now");
  return [...counts.values()].flatMap((count) => {
    const least = mayAllGo ? 0 : Math.min(count.before, count.after);
    if (count.now < least) return [`lost the rule ${describeRule(count.rule)}`];
    // A cloud may put rules of its own into a new group; they are removed like any that nobody listed.
    if (!isNew && count.now > Math.max(count.before, count.after))
      return [`gained the rule ${describeRule(count.rule)}${count.after > 0 ? " once more" : ""}`];
    return [];
  });
}

function isOneOf(value: string, ...known: readonly (string | undefined)[]): boolean {
  return known.includes(value);
}

function haveTagsOf(now: Tags, before: Tags, after: Tags): boolean {
  return [...new Set([now, before, after].flatMap((tags) => Object.keys(tags)))].every(
    (key) => now[key] === before[key] || now[key] === after[key],
  );
}
