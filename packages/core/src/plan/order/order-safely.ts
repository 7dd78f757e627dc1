import type { Rule } from "../../model/rule.ts";
import type { Wave } from "../plan.ts";
import { unresolvedNames } from "../resolve-references.ts";
import type { GroupReference, Step } from "../step.ts";
import { findHandovers } from "./find-handovers.ts";
import { orderRuleSets } from "./order-rule-sets.ts";
import { orderRuleWrites } from "./order-rule-writes.ts";
import type { OrderContext, OrderSteps } from "./order-steps.ts";
import type { PlacedUpdate } from "./placed-update.ts";
import { stageCreations } from "./stage-creations.ts";
import { stageDeletions } from "./stage-deletions.ts";

/**
 * In as few writes as can be, with no state in between that interrupts what stays allowed.
 *
 * New groups come first, each in one write with its rules, and groups to delete last. Groups that are changed go side by side, except that none closes what another has
 * yet to open.
 */
export const orderSafely: OrderSteps = (changes, context) => {
  const waves: Step[][] = [];
  const put = (step: Step, wave: number): void => void (waves[wave] ??= []).push(step);
  const creations = stageCreations(changes.flatMap((change) => (change.kind === "create" ? [change.desired] : [])));
  const stageOf = new Map(creations.map(({ group, stage }) => [group.name, stage]));
  /** The first wave in which every group that the rules name has its id. */
  const firstWave = (rules: readonly Rule[]): number =>
    Math.max(0, ...unresolvedNames(rules).map((name) => (stageOf.get(name) ?? -1) + 1));
  /** By new group: the first wave after it has all its rules. */
  const opened = new Map<string, number>();
  for (const { group, stage, rules, deferred } of creations) {
    const { name, description, tags } = group;
    put({ kind: "create-group", name, description, tags, rules }, stage);
    const later = addDeferred({ name }, deferred, group.rules, context);
    const ends = later.map(({ step, after }) => {
      const wave = Math.max(stage + 1, firstWave(after));
      put(step, wave);
      return wave + 1;
    });
    opened.set(name, Math.max(stage + 1, ...ends));
  }

  const handovers = findHandovers(changes);
  const updated = [...changes.keys()].filter((index) => changes[index]?.kind === "update");
  const placed = updated.flatMap((index): readonly PlacedUpdate[] => {
    const update = changes[index];
    if (update?.kind !== "update") return [];
    const openers = [...(handovers[index] ?? [])];
    const created = openers.map((opener) => {
      const other = changes[opener];
      return other?.kind === "create" ? (opened.get(other.desired.name) ?? 0) : 0;
    });
    return [
      {
        update,
        start: Math.max(firstWave(update.diff.create), ...created),
        waitsFor: new Set(openers.map((opener) => updated.indexOf(opener)).filter((position) => position >= 0)),
      },
    ];
  });
  const ordered =
    context.capabilities.writeGranularity === "rule"
      ? orderRuleWrites(placed, context)
      : orderRuleSets(placed, context);
  for (const { start, waves: own } of ordered) {
    own.forEach((wave, offset) => wave.forEach((step) => put(step, start + offset)));
  }

  const deletions = stageDeletions(changes.flatMap((change) => (change.kind === "delete" ? [change.observed] : [])));
  const last = waves.length;
  deletions.forEach((stage, index) => {
    for (const { id, name } of stage) put({ kind: "delete-group", group: { id, name } }, last + index);
  });
  return Array.from(waves, (wave): Wave => wave ?? []).filter((wave) => wave.length > 0);
};

/** The rules that a new group could not be created with. */
function addDeferred(
  group: GroupReference,
  deferred: readonly Rule[],
  all: readonly Rule[],
  { capabilities }: OrderContext,
): readonly { readonly step: Step; readonly after: readonly Rule[] }[] {
  if (deferred.length === 0) return [];
  if (capabilities.writeGranularity === "rule-set") {
    return [{ step: { kind: "update-group", group, rules: { keep: [], add: all } }, after: deferred }];
  }
  return deferred.map((rule) => ({ step: { kind: "create-rule", group, rule }, after: [rule] }));
}
