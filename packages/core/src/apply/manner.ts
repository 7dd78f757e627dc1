import type { Capabilities } from "../adapter/capabilities.ts";
import type { TargetPlan, Wave } from "../plan/plan.ts";
import type { Step } from "../plan/step.ts";
import type { StepReport } from "./apply-report.ts";

/** How a target's writes are sent; learned from what its cloud refuses. */
export interface Manner {
  /** One write at a time, each seen to its end before the next. No document says that a cloud takes a write while another one is under way. */
  oneByOne: boolean;
  /** A new group is made without its rules, which follow each on its own: the schema of IONOS' POST has them, its effect is nowhere shown. */
  splitsCreations: boolean;
}

/** Writes as the plan has them, until a cloud refuses that. */
export function asPlanned(): Manner {
  return { oneByOne: false, splitsCreations: false };
}

/** Whether a step makes a group together with rules that could follow each on its own. */
export function canBeSplit(step: Step, { writeGranularity }: Pick<Capabilities, "writeGranularity">): boolean {
  return writeGranularity === "rule" && step.kind === "create-group" && step.rules.length > 0;
}

/** The plan with its waves taken apart as far as that is needed. What was proved of a wave in any order holds for its steps one after another. */
export function arrange(plan: TargetPlan, { oneByOne, splitsCreations }: Manner): TargetPlan {
  const split = splitsCreations ? plan.waves.flatMap(splitCreations) : plan.waves;
  return { ...plan, waves: oneByOne ? split.flatMap((wave) => wave.map((step): Wave => [step])) : split };
}

function splitCreations(wave: Wave): readonly Wave[] {
  const following = wave.flatMap((step): Step[] =>
    step.kind === "create-group"
      ? step.rules.map((rule) => ({ kind: "create-rule", group: { name: step.name }, rule }))
      : [],
  );
  if (following.length === 0) return [wave];
  return [wave.map((step): Step => (step.kind === "create-group" ? { ...step, rules: [] } : step)), following];
}

/** Learns from what was refused. */
export function changeManner(
  manner: Manner,
  steps: readonly StepReport[],
  capabilities: Pick<Capabilities, "writeGranularity">,
): void {
  for (const { step, error } of steps) {
    if (error?.code === "rejected" && canBeSplit(step, capabilities)) manner.splitsCreations = true;
    else if (error?.code === "rejected" || error?.code === "conflict") manner.oneByOne = true;
  }
}
