import type { Capabilities } from "../adapter/capabilities.ts";
import { describeRule } from "../describe/describe-rule.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import type { PresentGroup } from "../model/group.ts";
import { findUpdateObstacle } from "./can-update-in-place.ts";
import { checkSupport } from "./check-support.ts";
import { rulesBroughtBy } from "./rules-brought-by.ts";
import type { ResolvedStep } from "./step.ts";

/**
 * Throws `unsupported` for the first thing in a step that the capabilities rule out. The last line of an adapter's `submit`,
 * before anything is sent. What a step leaves as it is, such as kept rules, is not judged: the cloud has accepted it once.
 */
export function refuseUnsupported(step: ResolvedStep, capabilities: Capabilities): void {
  const { title, writeGranularity, ruleUpdates } = capabilities;
  const group = "group" in step ? step.group.name : step.name;
  const refuse = (field: string, problem: string, rule?: string): never => {
    throw new SecurityGroupError("unsupported", problem, {
      hint: "Make a new plan for this target: the step asks for more than its cloud can do.",
      place: { group, rule, field },
    });
  };
  const isRuleStep = step.kind === "create-rule" || step.kind === "update-rule" || step.kind === "delete-rule";
  const isRuleSet = step.kind === "update-group" && step.rules !== undefined;
  if (writeGranularity === "rule" ? isRuleSet : isRuleStep) {
    refuse(
      "rules",
      writeGranularity === "rule"
        ? `${title} takes each rule as a write of its own, not a complete set`
        : `${title} takes all rules of a group in one write, not the step ${step.kind}`,
    );
  }
  if (step.kind === "update-rule") {
    const obstacle = findUpdateObstacle(step.from, step.to, ruleUpdates);
    const rule = describeRule(step.from);
    if (obstacle) refuse(obstacle.field, `${title} cannot change this rule in place: ${obstacle.reason}`, rule);
  }
  const present = "group" in step ? { name: group, description: "" } : undefined;
  const [error] = checkSupport({ key: group, desired: desiredBy(step) }, capabilities, present);
  if (error?.code === "invalid-name") refuse("name", error.message);
  if (error) throw error.at({ group });
}

/** What a step asks for, as a document would. */
function desiredBy(step: ResolvedStep): PresentGroup {
  const fields = step.kind === "create-group" ? step : step.kind === "update-group" ? step.fields : undefined;
  return {
    ensure: "present",
    unlistedRules: "remove",
    name: fields?.name ?? ("group" in step ? step.group.name : step.name),
    description: fields?.description,
    tags: Object.keys(fields?.tags ?? {}).length > 0 ? {} : undefined,
    rules: rulesBroughtBy(step),
  };
}
