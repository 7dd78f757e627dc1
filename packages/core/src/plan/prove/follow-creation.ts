import type { Rule } from "../../model/rule.ts";
import { ruleIdentity, rulesOfDrafts } from "../../normalize/rule-identity.ts";
import type { GroupChanges } from "../group-changes.ts";
import { isStepOf } from "../is-step-of.ts";
import type { Wave } from "../plan.ts";
import { rulesBroughtBy } from "../rules-brought-by.ts";
import type { Step } from "../step.ts";
import type { WaveProgress } from "./group-progress.ts";

/** A group while one wave runs, as far as it takes over from others. */
export type OpeningProgress = Pick<WaveProgress, "certain" | "leaving" | "isAdding">;

/** Follows a new group through the waves of a plan: it allows what a write brings it from the wave after it on, as long as no set leaves that out. */
export function followCreation(
  changes: Extract<GroupChanges, { readonly kind: "create" }>,
  waves: readonly Wave[],
): readonly OpeningProgress[] {
  let standing: readonly Rule[] = [];
  return waves.map((wave) => {
    const before = standing;
    let certain = before;
    const leaving: { readonly rule: Rule; readonly step: number }[] = [];
    for (const [index, step] of wave.entries()) {
      if (!isStepOf(step, changes)) continue;
      standing = rulesAfterStep(step, standing);
      const isKept = isOneOf(standing);
      leaving.push(...certain.filter((rule) => !isKept(rule)).map((rule) => ({ rule, step: index })));
      certain = certain.filter(isKept);
    }
    return { certain, leaving, isAdding: standing !== before && !standing.every(isOneOf(before)) };
  });
}

function rulesAfterStep(step: Step, standing: readonly Rule[]): readonly Rule[] {
  return step.kind === "update-group" && step.rules !== undefined
    ? [...rulesOfDrafts(step.rules.keep), ...step.rules.add]
    : [...standing, ...rulesBroughtBy(step)];
}

function isOneOf(rules: readonly Rule[]): (rule: Rule) => boolean {
  const identities = new Set(rules.map(ruleIdentity));
  return (rule) => identities.has(ruleIdentity(rule));
}
