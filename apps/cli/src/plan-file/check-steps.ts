import { normalizeRule, ruleKey, type GroupPlan, type PlannedRule, type Rule, type Step } from "@secgroup/core";

/** A step that the plan's own list of changes does not explain, or the want of one. */
export interface Misstep {
  /** The position of the step among those given; none when all steps together bring something else than the plan says. */
  readonly index?: number | undefined;
  readonly message: string;
}

interface Standing {
  readonly id?: string | undefined;
  readonly identity: string;
}

/**
 * Why the steps of a group are not a way from the rules that the plan found to those that it promises, over nothing but these; nothing
 * when they are. So nothing is written that a person who read the plan did not see.
 */
export function findMisstep(group: GroupPlan, steps: readonly Step[]): Misstep | undefined {
  const before = rulesBefore(group).map(({ id, rule }): Standing => ({ id, identity: identityOf(rule) }));
  const after = rulesAfter(group).map(identityOf);
  const known = new Set([...before.map(({ identity }) => identity), ...after]);
  let standing: readonly Standing[] = before;
  for (const [index, step] of steps.entries()) {
    const refuse = (message: string): Misstep => ({ index, message });
    if ((step.kind === "create-group") !== (group.action === "create" && index === 0))
      return refuse(`does not fit the group ${group.name}, of which the plan says ${group.action}`);
    if ((step.kind === "delete-group") !== (group.action === "delete"))
      return refuse(`does not fit the group ${group.name}, of which the plan says ${group.action}`);
    if (!hasFieldsOf(group, step)) return refuse(`sets other fields of the group ${group.name} than the plan lists`);
    const next = follow(standing, step);
    if (next === undefined) return refuse(`is about a rule that the group ${group.name} does not have by then`);
    standing = next;
    if (standing.some(({ identity }) => !known.has(identity)))
      return refuse(`writes a rule into the group ${group.name} that the plan does not list`);
  }
  const reached = standing.map(({ identity }) => identity).toSorted();
  const isReached = group.action === "delete" ? steps.length === 1 : isEqual(reached, after.toSorted());
  const isComplete = isReached && (group.action !== "create" || steps.length > 0) && hasAllFields(group, steps);
  return isComplete ? undefined : { message: `do not bring the group ${group.name} to what the plan lists` };
}

/** What stands after a step; nothing when it changes a rule that is not there. */
function follow(standing: readonly Standing[], step: Step): readonly Standing[] | undefined {
  switch (step.kind) {
    case "create-group":
      return step.rules.map((rule) => ({ identity: identityOf(rule) }));
    case "delete-group":
      return [];
    case "create-rule":
      return [...standing, { identity: identityOf(step.rule) }];
    case "delete-rule":
      return standing.some(({ id }) => id === step.ruleId)
        ? standing.filter(({ id }) => id !== step.ruleId)
        : undefined;
    case "update-rule": {
      const from = identityOf(step.from);
      if (!standing.some(({ id, identity }) => id === step.ruleId && identity === from)) return undefined;
      return standing.map((one) => (one.id === step.ruleId ? { ...one, identity: identityOf(step.to) } : one));
    }
    case "update-group": {
      if (step.rules === undefined) return standing;
      const kept = step.rules.keep.map((draft) => {
        const normalized = normalizeRule(draft, "cloud");
        return normalized.ok ? normalized.rules : undefined;
      });
      if (kept.includes(undefined)) return undefined;
      return [...kept.flatMap((rules) => rules ?? []), ...step.rules.add].map((rule) => ({
        identity: identityOf(rule),
      }));
    }
  }
}

function rulesBefore(group: GroupPlan): readonly PlannedRule[] {
  switch (group.action) {
    case "create":
    case "stay-absent":
      return [];
    case "delete":
      return group.removed;
    case "update":
    case "keep":
      return [...group.removed, ...group.relabelled, ...group.relabelsLeft, ...group.kept, ...group.unlistedKept];
  }
}

function rulesAfter(group: GroupPlan): readonly Rule[] {
  if (group.action === "create") return group.added;
  if (group.action === "delete" || group.action === "stay-absent") return [];
  const { added, relabelled, relabelsLeft, kept, unlistedKept } = group;
  return [
    ...added,
    ...relabelled.map(({ rule, description }) => ({ ...rule, description })),
    ...[...relabelsLeft, ...kept, ...unlistedKept].map(({ rule }) => rule),
  ];
}

function identityOf(rule: Rule): string {
  return JSON.stringify([ruleKey(rule), rule.description]);
}

function hasFieldsOf(group: GroupPlan, step: Step): boolean {
  if (step.kind === "create-group") {
    if (group.action !== "create") return false;
    return isEqual([step.name, step.description, step.tags], [group.name, group.description, group.tags]);
  }
  if (step.kind !== "update-group" || step.fields === undefined) return true;
  return "fields" in group && isEqual(step.fields, group.fields);
}

function hasAllFields(group: GroupPlan, steps: readonly Step[]): boolean {
  if (!("fields" in group) || group.fields === undefined) return true;
  return steps.some((step) => step.kind === "update-group" && step.fields !== undefined);
}

/** Whether plain data is the same; the order of fields says nothing. */
function isEqual(left: unknown, right: unknown): boolean {
  return JSON.stringify(inOrder(left)) === JSON.stringify(inOrder(right));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, inner]) => [name, inOrder(inner)]),
  );
}
