import { isDeepStrictEqual } from "node:util";
import type { Wave } from "../../../src/index.ts";
import { describeRule } from "../../../src/describe/describe-rule.ts";
import { canChangeInPlace } from "./can-change-in-place.ts";
import { nameOf, rulesAfter } from "./group-changes.ts";
import { labelledIdentityOf } from "./rule-identity.ts";
import type { PlanInput } from "./small-plans.ts";
import type { Violation } from "./violation.ts";
import { groupOf, type TargetRules } from "./walk-states.ts";

/** Steps that the cloud would refuse. */
export function* checkSteps({ capabilities }: PlanInput, waves: readonly Wave[]): Generator<Violation> {
  for (const step of waves.flat()) {
    const isOfRule = step.kind === "create-rule" || step.kind === "update-rule" || step.kind === "delete-rule";
    const isOfSet = step.kind === "update-group" && step.rules !== undefined;
    if (capabilities.writeGranularity === "rule" ? isOfSet : isOfRule) {
      yield { law: "can be run", text: `the cloud takes no ${step.kind} for rules` };
    }
    if (step.kind === "update-rule" && !canChangeInPlace(step.from, step.to, capabilities.ruleUpdates)) {
      yield { law: "can be run", text: `${describeRule(step.from)} cannot become ${describeRule(step.to)}` };
    }
  }
}

/** What is not as wanted when all waves are done. */
export function* checkEnd({ changes }: PlanInput, held: TargetRules, waves: readonly Wave[]): Generator<Violation> {
  for (const change of changes) {
    const name = nameOf(change);
    const there = held.get(name)?.map(({ rule }) => labelledIdentityOf(rule));
    const wanted = change.kind === "delete" ? undefined : rulesAfter(change).map(labelledIdentityOf);
    if (!isDeepStrictEqual(there?.toSorted(), wanted?.toSorted())) {
      yield { law: "ends as wanted", text: `${name} holds in the end ${there?.join("; ")}` };
    }
    const fields = waves
      .flat()
      .flatMap((step) => (step.kind === "update-group" && groupOf(step) === name ? (step.fields ?? []) : []));
    const asked = change.kind === "update" && change.diff.fields ? [change.diff.fields] : [];
    if (JSON.stringify(fields) !== JSON.stringify(asked)) {
      yield { law: "ends as wanted", text: `${name} gets the fields ${JSON.stringify(fields)}` };
    }
  }
}
