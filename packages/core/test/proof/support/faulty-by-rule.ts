import type { GroupChanges, Step, Wave } from "../../../src/index.ts";
import { canChangeInPlace } from "./can-change-in-place.ts";
import type { Planner } from "./find-breach.ts";
import { waveByWave, type GroupUpdate } from "./wave-by-wave.ts";

/** Creates everything, then deletes, group beside group; no fault but that it looks at no limit. */
export const ignoresTheLimit: Planner = waveByWave((change) => [
  labelsOf(change),
  createsOf(change),
  deletesOf(change),
]);

/** Deletes before it creates. */
export const deletesFirst: Planner = waveByWave((change) => [labelsOf(change), deletesOf(change), createsOf(change)]);

/** Puts everything in one wave. */
export const doesAllAtOnce: Planner = waveByWave((change) => [
  [...labelsOf(change), ...createsOf(change), ...deletesOf(change)],
]);

/** Leaves one rule that is to go. */
export const forgetsADelete: Planner = waveByWave((change) => [
  labelsOf(change),
  createsOf(change),
  deletesOf(change).slice(1),
]);

/** Turns rules into others in place without a look at what else allows their traffic. */
export const updatesWhatIsNeeded: Planner = (changes, context) =>
  waveByWave((change) => {
    const { ruleUpdates } = context.capabilities;
    const pairs = change.diff.remove.flatMap((observed, index) => {
      const to = change.diff.create[index];
      return to && canChangeInPlace(observed.rule, to, ruleUpdates) ? [{ observed, to }] : [];
    });
    const create = change.diff.create.filter((rule) => pairs.every(({ to }) => to !== rule));
    const remove = change.diff.remove.filter((rule) => pairs.every(({ observed }) => observed !== rule));
    const rest: GroupUpdate = { ...change, diff: { ...change.diff, create, remove } };
    const updates = pairs.map(({ observed: { id, rule }, to }) => ruleUpdate(change, id, rule, to));
    return [labelsOf(change), createsOf(rest), updates, deletesOf(rest)];
  })(changes, context);

/** Turns rules into others although the cloud cannot. */
export const updatesWhatIsFixed: Planner = waveByWave((change) => {
  const [to, ...create] = change.diff.create;
  const [observed, ...remove] = change.diff.remove;
  if (to === undefined || observed === undefined) {
    return [labelsOf(change), createsOf(change), deletesOf(change)];
  }
  const rest: GroupUpdate = { ...change, diff: { ...change.diff, create, remove } };
  const update = ruleUpdate(change, observed.id, observed.rule, to);
  return [labelsOf(change), createsOf(rest), [update], deletesOf(rest)];
});

/** Deletes in one group before the next has what moves there. */
export const finishesGroupByGroup: Planner = (changes, context) =>
  changes.flatMap((change: GroupChanges) => ignoresTheLimit([change], context));

function createsOf({ observed: group, diff }: GroupUpdate): Wave {
  return diff.create.map((rule): Step => ({ kind: "create-rule", group, rule }));
}

function deletesOf({ observed: group, diff }: GroupUpdate): Wave {
  return diff.remove.map(({ id }): Step => ({ kind: "delete-rule", group, ruleId: id }));
}

function labelsOf(change: GroupUpdate): Wave {
  const { observed: group, diff, relabels } = change;
  const fields: Wave = diff.fields ? [{ kind: "update-group", group, fields: diff.fields }] : [];
  if (!relabels) return fields;
  const labels = diff.relabel.map(({ observed: { id, rule }, description }) =>
    ruleUpdate(change, id, rule, { ...rule, description }),
  );
  return [...fields, ...labels];
}

type RuleUpdate = Extract<Step, { readonly kind: "update-rule" }>;

function ruleUpdate(
  { observed: group }: GroupUpdate,
  ruleId: RuleUpdate["ruleId"],
  from: RuleUpdate["from"],
  to: RuleUpdate["to"],
): RuleUpdate {
  return { kind: "update-rule", group, ruleId, from, to };
}
