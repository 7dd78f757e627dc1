import type { TargetPlan, UnprovedStep } from "@secgroup/core";
import type { PlanCounts } from "../planning/plan-counts.ts";
import { cutText, more } from "./cut.ts";
import { stepDescriber } from "./describe-step.ts";
import { describeExample } from "./describe-traffic.ts";
import type { GroupNames } from "./describe-rules.ts";
import { namesOf } from "./render-target.ts";
import type { Styles } from "./styles.ts";
import { count } from "./words.ts";

/** A list of steps longer than this is cut. */
const mostSteps = 4;

/** Two lines of a terminal; a step takes no more. */
const widestStep = 160;

/** How many calls a plan takes, and which of its steps may interrupt what should stay. Targets are written to at the same time. */
export function renderSafety(
  targets: readonly TargetPlan[],
  { writes }: Pick<PlanCounts, "writes">,
  styles: Styles,
): readonly string[] {
  const waves = Math.max(0, ...targets.map((target) => target.waves.length));
  const calls = styles.bold(`${count(writes, "call")}, ${count(waves, "wave")}`);
  const steps = targets.flatMap((target) => target.unproved.map((unproved) => describeUnproved(unproved, target)));
  if (steps.length === 0) return [`${calls}, ${styles.green("no interruption possible")}`];
  return [
    `${calls}; ${styles.yellow("may be interrupted:")}`,
    ...steps.slice(0, mostSteps),
    ...(steps.length > mostSteps ? [`  ${styles.dim(more(steps.length - mostSteps))}`] : []),
    `  ${styles.yellow("apply needs --allow-interruption")}`,
  ];
}

function describeUnproved(unproved: UnprovedStep, target: TargetPlan): string {
  const step = target.waves[unproved.wave]?.[unproved.step];
  const what = step === undefined ? `step ${unproved.step + 1}` : stepDescriber(target)(step);
  return cutText(`  ${target.target}  ${what}: ${describeDanger(unproved, namesOf(target.groups))}`, widestStep);
}

function describeDanger(unproved: UnprovedStep, names: GroupNames): string {
  if (unproved.reason === "exceeds-limit") return `${unproved.rules} rules at once, the most is ${unproved.limit}`;
  const { packet, handedOverTo } = unproved;
  const opener = handedOverTo === undefined ? "" : `, which ${handedOverTo} takes over`;
  return `${describeExample(packet, names)}${opener}`;
}
