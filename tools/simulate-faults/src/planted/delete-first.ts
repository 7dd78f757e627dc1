import type { GroupChanges, OrderSteps, RuleSet, Step, Wave } from "@secgroup/core";
import { orderSafely } from "@secgroup/core";
import type { PlantedBug } from "./planted-bug.ts";

type Update = Extract<GroupChanges, { readonly kind: "update" }>;

/** Rules go before others come, and the plan says nothing of that. Whatever is no update of rules is ordered as it should be. */
export const deleteFirst: PlantedBug = {
  orderSteps: { ionos: inOrder(deleteRules, createRules), gcore: inOrder(writeSet(false), writeSet(true)) },
  plan: (plan) => ({ ...plan, targets: plan.targets.map((target) => ({ ...target, unproved: [] })) }),
};

function inOrder(...parts: readonly ((update: Update) => readonly Step[])[]): OrderSteps {
  return (changes, context) => {
    const isOwn = (change: GroupChanges): change is Update =>
      change.kind === "update" && change.diff.fields === undefined && change.diff.relabel.length === 0;
    const others = orderSafely(
      changes.filter((change) => !isOwn(change)),
      context,
    );
    const own = parts.map((part): Wave => changes.filter(isOwn).flatMap(part));
    return [...others, ...own].filter((wave) => wave.length > 0);
  };
}

function deleteRules({ observed: { id, name }, diff }: Update): readonly Step[] {
  return diff.remove.map((rule) => ({ kind: "delete-rule", group: { id, name }, ruleId: rule.id }));
}

function createRules({ observed: { id, name }, diff }: Update): readonly Step[] {
  return diff.create.map((rule) => ({ kind: "create-rule", group: { id, name }, rule }));
}

function writeSet(isLast: boolean): (update: Update) => readonly Step[] {
  return ({ observed: { id, name }, diff }) => {
    const staying = [...diff.keep, ...diff.relabel.map(({ observed }) => observed), ...diff.unlisted];
    const rules: RuleSet = { keep: staying.map(({ draft }) => draft), add: isLast ? diff.create : [] };
    return [{ kind: "update-group", group: { id, name }, rules }];
  };
}
