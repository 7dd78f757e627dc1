import type { Rule, Wave } from "../../../src/index.ts";
import type { Planner } from "./find-breach.ts";
import { ruleOf } from "../../support/arbitrary-rule.ts";
import { waveByWave, type GroupUpdate } from "./wave-by-wave.ts";

/** States the target at once. */
export const asksOnce: Planner = waveByWave((change) => [patch(change, targetOf(change))]);

/** States what stays, then the target. */
export const dropsFirst: Planner = waveByWave((change) => [
  patch(change, { kept: targetOf(change).kept, added: [] }),
  patch(change, targetOf(change)),
]);

/** States everything old and new, whatever the limit, then the target. */
export const unitesWhateverTheLimit: Planner = waveByWave((change) => [
  patch(change, unionOf(change)),
  patch(change, targetOf(change)),
]);

/** Leaves what is to go. */
export const forgetsTheTarget: Planner = waveByWave((change) => [patch(change, unionOf(change))]);

/** Allows everything while it changes some. */
export const opensInBetween: Planner = waveByWave((change) => [
  patch(change, { ...unionOf(change), added: [...change.diff.create, everything] }),
  patch(change, targetOf(change)),
]);

/** Finishes one group before it begins the next. */
export const finishesGroupByGroup: Planner = (changes, context) =>
  changes.flatMap((change) => unitesWhateverTheLimit([change], context));

const everything: Rule = ruleOf({ direction: "ingress", ipVersion: "IPv4", description: "everything" });

interface Target {
  readonly kept: GroupUpdate["observed"]["rules"];
  readonly added: readonly Rule[];
}

function targetOf({ diff, relabels }: GroupUpdate): Target {
  const renewed = diff.relabel.map(({ observed, description }): Rule => ({ ...observed.rule, description }));
  return relabels
    ? { kept: diff.keep, added: [...diff.create, ...renewed] }
    : { kept: [...diff.keep, ...diff.relabel.map(({ observed }) => observed)], added: diff.create };
}

function unionOf(change: GroupUpdate): Target {
  const { kept } = targetOf(change);
  return { kept: [...kept, ...change.diff.remove], added: change.diff.create };
}

function patch(change: GroupUpdate, { kept, added }: Target): Wave {
  const { observed: group, diff } = change;
  const rules = { keep: kept.map(({ draft }) => draft), add: added };
  return [{ kind: "update-group", group, fields: diff.fields, rules }];
}
