import type { Rule } from "../model/rule.ts";
import type { ResolvedStep, Step } from "./step.ts";

/** The rules that stand after a step and did not before. */
export function rulesBroughtBy(step: Step | ResolvedStep): readonly Rule[] {
  switch (step.kind) {
    case "create-group":
      return step.rules;
    case "create-rule":
      return [step.rule];
    case "update-rule":
      return [step.to];
    case "update-group":
      return step.rules?.add ?? [];
    case "delete-rule":
    case "delete-group":
      return [];
  }
}
