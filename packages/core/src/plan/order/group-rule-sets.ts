import type { Limits } from "../../adapter/capabilities.ts";
import type { Rule } from "../../model/rule.ts";
import { staying, trafficOf } from "../group-traffic.ts";
import type { Step } from "../step.ts";
import { chooseRuleSets, openThenClose, type RuleSetChoice, type RuleSetProblem } from "./choose-rule-sets.ts";
import { createCoverage } from "./coverage.ts";
import type { PlacedUpdate } from "./order-safely.ts";

type Update = PlacedUpdate["update"];

/** The writes of one group, one after the other, each with all rules that are to stand after it. */
export function writesOf({ update }: PlacedUpdate, limits: Limits): readonly Step[] {
  return writeSets(update, limits, chooseRuleSets) ?? [];
}

/** The same, with nothing closed before the last write, and the rules to add that are `urgent` added before; nothing where the limit does not allow it. */
export function openFirst(
  { update }: PlacedUpdate,
  limits: Limits,
  urgent: ReadonlySet<Rule>,
): readonly Step[] | undefined {
  return writeSets(update, limits, (problem, added) =>
    openThenClose(
      problem,
      [...added.keys()].filter((index) => added[index] !== undefined && urgent.has(added[index])),
    ),
  );
}

function writeSets(
  update: Update,
  { rulesPerGroup }: Limits,
  choose: (problem: RuleSetProblem, added: readonly Rule[]) => readonly RuleSetChoice[] | undefined,
): readonly Step[] | undefined {
  const { observed, diff, relabels } = update;
  const group = { id: observed.id, name: observed.name };
  // A rule with another description is another rule to the cloud, and yet a duplicate.
  const relabelled = relabels ? diff.relabel : [];
  const leaving = new Set(relabelled.map((relabel) => relabel.observed));
  const kept = staying(update).filter((rule) => !leaving.has(rule));
  const removed = [...leaving, ...diff.remove];
  const added = [
    ...relabelled.map(({ observed: { rule }, description }): Rule => ({ ...rule, description })),
    ...diff.create,
  ];
  if (removed.length + added.length === 0) {
    return diff.fields ? [{ kind: "update-group", group, fields: diff.fields }] : [];
  }
  const { space, stays } = trafficOf(update);
  const rules = [...removed.map(({ rule }) => rule), ...[...leaving].map(({ rule }) => rule), ...diff.create];
  const needed = space.difference(stays, space.of(kept.map(({ rule }) => rule)));
  const problem: RuleSetProblem = {
    removed: removed.length,
    added: added.length,
    exclusive: leaving.size,
    coverage: createCoverage(
      space,
      needed,
      rules.map((rule) => space.of([rule])),
    ),
    room: rulesPerGroup - kept.length,
  };
  return choose(problem, added)?.map((set, index): Step => {
    return {
      kind: "update-group",
      group,
      fields: index === 0 ? diff.fields : undefined,
      rules: {
        keep: [...kept, ...set.removed.flatMap((rule) => removed[rule] ?? [])].map(({ draft }) => draft),
        add: set.added.flatMap((rule) => added[rule] ?? []),
      },
    };
  });
}
