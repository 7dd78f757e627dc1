import { canUpdateInPlace, updateKind } from "../can-update-in-place.ts";
import { compareRules, rulesAfter, rulesBefore, trafficOf, type GroupTraffic } from "../group-traffic.ts";
import type { Rule } from "../../model/rule.ts";
import { createTrafficSpace, noTraffic, type Traffic, type TrafficSpace } from "../../traffic/traffic-space.ts";
import type { GroupChanges } from "../group-changes.ts";
import type { GroupReference, Step } from "../step.ts";
import { chooseRuleWrites } from "./choose-rule-writes.ts";
import { createCoverage, joinCoverage, type Coverage } from "./coverage.ts";
import type { OrderContext } from "./order-steps.ts";
import { pairUpdates } from "./pair-updates.ts";
import type { RuleSlot, RuleWave, RuleWrite, RuleWriteProblem } from "./rule-writes.ts";
import { mostSearched, packWaves, searchRuleWrites } from "./search-rule-writes.ts";

/** Changed rules of groups that wait for each other up to which the fewest writes are looked for; above, everything is created before anything is deleted. */
const mostTogether = 400;

type Update = Extract<GroupChanges, { readonly kind: "update" }>;

/**
 * Waves for groups that have to mind each other, on a cloud that takes each rule as a write of its own: in as few writes as can be, with updates in place wherever
 * nothing that must stay hangs on the rule that is turned into another. What one group closes and another opens stays until it has opened.
 */
export function writeRulesTogether(
  updates: readonly Update[],
  { capabilities, limits }: OrderContext,
): readonly Step[][] {
  const removed = updates.flatMap(({ diff }, group) => diff.remove.map((observed) => ({ group, observed })));
  const added = updates.flatMap(({ diff }, group) => diff.create.map((rule) => ({ group, rule })));
  const groupOf = (index: number): GroupReference => referenceTo(updates[index]);
  if (updates.length > 1 && removed.length + added.length > mostTogether) {
    return [
      added.map(({ group, rule }): Step => ({ kind: "create-rule", group: groupOf(group), rule })),
      removed.map(({ group, observed }): Step => {
        return { kind: "delete-rule", group: groupOf(group), ruleId: observed.id };
      }),
    ];
  }
  const rules = new Map<string, Rule>();
  const slotOf = (group: number, rule: Rule): RuleSlot => {
    const kind = `${group} ${updateKind(rule, capabilities.ruleUpdates)}`;
    rules.set(kind, rule);
    return { group, kind };
  };
  const removedSlots = removed.map(({ group, observed }) => slotOf(group, observed.rule));
  const addedSlots = added.map(({ group, rule }) => slotOf(group, rule));
  const groupOfKind = new Map([...removedSlots, ...addedSlots].map(({ group, kind }) => [kind, group]));
  const canBecome = (fromKind: string, toKind: string): boolean => {
    const [from, to] = [rules.get(fromKind), rules.get(toKind)];
    const isSameGroup = groupOfKind.get(fromKind) === groupOfKind.get(toKind);
    return (
      isSameGroup && from !== undefined && to !== undefined && canUpdateInPlace(from, to, capabilities.ruleUpdates)
    );
  };
  const problem: RuleWriteProblem = {
    removed: removedSlots,
    added: addedSlots,
    coverage: coverageOf(updates),
    pairs: pairUpdates(
      removedSlots.map(({ kind }) => kind),
      addedSlots.map(({ kind }) => kind),
      canBecome,
    ),
    room: updates.map(({ observed }) => limits.rulesPerGroup - observed.rules.length),
  };
  const stepOf = (write: RuleWrite): Step => {
    const before = write.kind === "create" ? undefined : removed[write.removed];
    const after = write.kind === "delete" ? undefined : added[write.added];
    const group = groupOf(before?.group ?? after?.group ?? 0);
    if (before === undefined && after !== undefined) return { kind: "create-rule", group, rule: after.rule };
    if (before === undefined) throw new Error("a write names no rule");
    const { id, rule } = before.observed;
    if (after === undefined) return { kind: "delete-rule", group, ruleId: id };
    return { kind: "update-rule", group, ruleId: id, from: rule, to: after.rule };
  };
  return fewestWaves(problem, canBecome).map((wave) => wave.map(stepOf));
}

function referenceTo(update: Update | undefined): GroupReference {
  if (update === undefined) throw new Error("a write belongs to no group");
  const { id, name } = update.observed;
  return { id, name };
}

function fewestWaves(
  problem: RuleWriteProblem,
  canBecome: (fromKind: string, toKind: string) => boolean,
): readonly RuleWave[] {
  const changed = problem.removed.length + problem.added.length;
  const chosen = chooseRuleWrites(problem);
  const count = chosen.waves.reduce((sum, wave) => sum + wave.length, 0);
  if (changed > mostSearched || (chosen.isSafe && count === changed - problem.pairs.total)) return chosen.waves;
  const found = searchRuleWrites(problem, canBecome);
  if (found === undefined || (chosen.isSafe && found.length >= count)) return chosen.waves;
  return packWaves(found, problem);
}

/** Who covers what must stay: within each group, and where one group closes what another opens. */
function coverageOf(updates: readonly Update[]): Coverage {
  const [only] = updates;
  if (updates.length === 1 && only !== undefined) return coverageWithin(only, trafficOf(only), updates);
  const space = createTrafficSpace(updates.flatMap((update) => [...rulesBefore(update), ...update.diff.create]));
  const traffic = updates.map((update) => compareRules(rulesBefore(update), rulesAfter(update), space));
  const within = updates.flatMap((update, index) => {
    const own = traffic[index];
    return own ? [coverageWithin(update, own, updates)] : [];
  });
  const between = traffic.flatMap(({ closes }, from) =>
    traffic.flatMap(({ opens }, to) => {
      const handedOver = from === to ? noTraffic : space.intersection(closes, opens);
      const isInvolved = (group: number, isRemoved: boolean): boolean => group === (isRemoved ? from : to);
      return handedOver === noTraffic
        ? []
        : [createCoverage(space, handedOver, trafficOfRules(space, updates, isInvolved))];
    }),
  );
  return joinCoverage([...within, ...between]);
}

function coverageWithin(update: Update, { space, kept, stays }: GroupTraffic, updates: readonly Update[]): Coverage {
  const isInvolved = (group: number): boolean => updates[group] === update;
  return createCoverage(space, space.difference(stays, kept), trafficOfRules(space, updates, isInvolved));
}

/** What each rule to remove, then each to add, allows; nothing for those that are not involved. */
function trafficOfRules(
  space: TrafficSpace,
  updates: readonly Update[],
  isInvolved: (group: number, isRemoved: boolean) => boolean,
): readonly Traffic[] {
  const of = (rule: Rule, isCounted: boolean): Traffic => (isCounted ? space.ofRule(rule) : noTraffic);
  return [
    ...updates.flatMap(({ diff }, group) => diff.remove.map(({ rule }) => of(rule, isInvolved(group, true)))),
    ...updates.flatMap(({ diff }, group) => diff.create.map((rule) => of(rule, isInvolved(group, false)))),
  ];
}
