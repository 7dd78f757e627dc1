import type { Capabilities } from "../../adapter/capabilities.ts";
import type { ObservedGroup } from "../../model/group.ts";
import type { Rule } from "../../model/rule.ts";
import type { GroupChanges } from "../group-changes.ts";
import type { Wave } from "../plan.ts";
import { unresolvedNames } from "../resolve-references.ts";
import type { GroupReference, RuleSet, Step } from "../step.ts";
import type { OrderSteps } from "./order-steps.ts";
import { stageCreations } from "./stage-creations.ts";
import { stageDeletions } from "./stage-deletions.ts";

type Update = Extract<GroupChanges, { readonly kind: "update" }>;

interface StagedStep {
  readonly stage: number;
  readonly step: Step;
}

/**
 * Everything that opens comes before anything that closes, on the whole target: a server may be in several groups, and a rule
 * that moves from one to the other must not be gone in between. A new group is one write with its rules.
 */
export const createsBeforeDeletes: OrderSteps = (changes, capabilities) => {
  const creations = stageCreations(changes.flatMap((change) => (change.kind === "create" ? [change.desired] : [])));
  const stageOf = new Map(creations.map(({ group, stage }) => [group.name, stage]));
  /** The first stage in which every group that the rules refer to has its id. */
  const stageAfter = (rules: readonly Rule[]): number =>
    Math.max(0, ...unresolvedNames(rules).map((name) => (stageOf.get(name) ?? -1) + 1));

  const opening: StagedStep[] = creations.flatMap(({ group, stage, rules, deferred }) => {
    const { name, description, tags } = group;
    const reference = { name };
    const rest =
      deferred.length === 0
        ? []
        : addRules(reference, deferred, { keep: [], add: group.rules }, capabilities, (added) =>
            Math.max(stage + 1, stageAfter(added)),
          );
    return [{ stage, step: { kind: "create-group", name, description, tags, rules } satisfies Step }, ...rest];
  });
  const closing: Step[] = [];
  for (const change of changes) {
    if (change.kind !== "update") continue;
    if (capabilities.writeGranularity === "rule-set") {
      const steps = updateWhole(change);
      const onlyCloses = change.diff.create.length === 0 && change.diff.remove.length > 0 && steps.length === 1;
      const first = stageAfter(change.diff.create);
      if (onlyCloses) closing.push(...steps);
      else opening.push(...steps.map((step, index) => ({ stage: first + index, step })));
    } else {
      opening.push(...openByRule(change, capabilities, stageAfter));
      closing.push(
        ...change.diff.remove.map(({ id }): Step => ({
          kind: "delete-rule",
          group: referenceTo(change.observed),
          ruleId: id,
        })),
      );
    }
  }
  const deletions = stageDeletions(changes.flatMap((change) => (change.kind === "delete" ? [change.observed] : [])));
  return [
    ...inStages(opening),
    closing,
    ...deletions.map((wave): Wave => wave.map((observed) => ({ kind: "delete-group", group: referenceTo(observed) }))),
  ].filter((wave) => wave.length > 0);
};

function referenceTo({ id, name }: ObservedGroup): GroupReference {
  return { id, name };
}

function addRules(
  group: GroupReference,
  rules: readonly Rule[],
  whole: RuleSet,
  { writeGranularity }: Capabilities,
  stageFor: (rules: readonly Rule[]) => number,
): StagedStep[] {
  if (writeGranularity === "rule-set")
    return [{ stage: stageFor(rules), step: { kind: "update-group", group, rules: whole } }];
  return rules.map((rule) => ({ stage: stageFor([rule]), step: { kind: "create-rule", group, rule } }));
}

function openByRule(
  { observed, diff, relabels }: Update,
  capabilities: Capabilities,
  stageAfter: (rules: readonly Rule[]) => number,
): StagedStep[] {
  const group = referenceTo(observed);
  const fields: StagedStep[] = diff.fields
    ? [{ stage: 0, step: { kind: "update-group", group, fields: diff.fields } }]
    : [];
  const labels = relabels
    ? diff.relabel.map(({ observed: rule, description }): StagedStep => ({
        stage: 0,
        step: { kind: "update-rule", group, ruleId: rule.id, description },
      }))
    : [];
  return [...fields, ...labels, ...addRules(group, diff.create, { keep: [], add: [] }, capabilities, stageAfter)];
}

/**
 * One write, or two when rules are relabelled: the cloud may take the new copy for a duplicate of the old one, so the old
 * one has to be gone first. What only such a rule allows is interrupted between the two; that is why it must be asked for.
 */
function updateWhole({ observed, diff, relabels }: Update): Step[] {
  const relabelled = relabels ? diff.relabel : [];
  const group = referenceTo(observed);
  const { fields } = diff;
  if (diff.create.length + diff.remove.length + relabelled.length === 0) {
    return fields ? [{ kind: "update-group", group, fields }] : [];
  }
  const gone = new Set([...diff.remove, ...relabelled.map((relabel) => relabel.observed)]);
  const keep = observed.rules.filter((rule) => !gone.has(rule)).map((rule) => rule.draft);
  const first: Step = { kind: "update-group", group, fields, rules: { keep, add: diff.create } };
  if (relabelled.length === 0) return [first];
  const renewed = relabelled.map(({ observed: { rule }, description }) => ({ ...rule, description }));
  return [first, { kind: "update-group", group, rules: { keep, add: [...diff.create, ...renewed] } }];
}

function inStages(steps: readonly StagedStep[]): Wave[] {
  const waves: Step[][] = [];
  for (const { stage, step } of steps) (waves[stage] ??= []).push(step);
  return Array.from(waves, (wave) => wave ?? []);
}
