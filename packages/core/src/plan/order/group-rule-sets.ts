import type { Limits } from "../../adapter/capabilities.ts";
import type { Rule } from "../../model/rule.ts";
import { allowedBy, staying, trafficOf } from "../group-traffic.ts";
import type { Step } from "../step.ts";
import { chooseRuleSets, openThenClose } from "./choose-rule-sets.ts";
import type { RuleSetChoice, RuleSetProblem } from "./rule-set-problem.ts";
import { createCoverage } from "./coverage.ts";
import type { PlacedUpdate } from "./placed-update.ts";

type Update = PlacedUpdate["update"];

/** The writes of one group, one after the other, each with all rules that are to stand after it. */
export function writesOf({ update }: PlacedUpdate, { rulesPerGroup }: Limits): readonly Step[] {
  const writes = describeWrites(update, rulesPerGroup);
  return writes.stepsOf(writes.problem ? chooseRuleSets(writes.problem) : []);
}

/** Writes in two parts, of which only the second closes anything. */
export interface ApartWrites {
  readonly opening: readonly Step[];
  readonly closing: readonly Step[];
}

/**
 * The same, with nothing closed before everything else that waits may open: as many rules added before as fit, `awaited` ones at least; nothing where the limit
 * does not allow it.
 */
export function openFirst(
  { update }: PlacedUpdate,
  { rulesPerGroup }: Limits,
  awaited: () => ReadonlySet<Rule>,
): ApartWrites | undefined {
  const { problem, added, stepsOf } = describeWrites(update, rulesPerGroup);
  if (problem === undefined) return { opening: stepsOf([]), closing: [] };
  const choice = openThenClose(problem, () => {
    const urgent = awaited();
    return [...added.keys()].filter((index) => added[index] !== undefined && urgent.has(added[index]));
  });
  if (choice === undefined) return undefined;
  const steps = stepsOf([...choice.opening, ...choice.closing]);
  return { opening: steps.slice(0, choice.opening.length), closing: steps.slice(choice.opening.length) };
}

/** What there is to choose, and the steps that a choice comes to. */
interface Writes {
  /** Absent when no rule changes. */
  readonly problem?: RuleSetProblem | undefined;
  readonly added: readonly Rule[];
  readonly stepsOf: (sets: readonly RuleSetChoice[]) => readonly Step[];
}

function describeWrites(update: Update, rulesPerGroup: number): Writes {
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
    return { added, stepsOf: () => (diff.fields ? [{ kind: "update-group", group, fields: diff.fields }] : []) };
  }
  const traffic = trafficOf(update);
  const { space, stays } = traffic;
  const rules = [...removed.map(({ rule }) => rule), ...[...leaving].map(({ rule }) => rule), ...diff.create];
  const needed = space.difference(
    stays,
    allowedBy(
      traffic,
      kept.map(({ rule }) => rule),
    ),
  );
  const problem: RuleSetProblem = {
    removed: removed.length,
    added: added.length,
    exclusive: leaving.size,
    coverage: createCoverage(
      space,
      needed,
      rules.map((rule) => space.ofRule(rule)),
    ),
    room: rulesPerGroup - kept.length,
  };
  const stepsOf = (sets: readonly RuleSetChoice[]): readonly Step[] =>
    sets.map((set, index) => {
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
  return { problem, added, stepsOf };
}
