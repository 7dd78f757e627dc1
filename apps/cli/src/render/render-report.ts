import { SecurityGroupError, type ApplyReport, type Plan, type StepReport, type TargetReport } from "@secgroup/core";
import { cutList, more } from "./cut.ts";
import { stepDescriber } from "./describe-step.ts";
import type { Styles } from "./styles.ts";
import { count, list } from "./words.ts";

/** What fits a screen. */
const mostTargets = 5;
const mostSteps = 12;

/** The most telling first. */
const statuses = ["failed", "unknown", "not-done", "done"] as const;

/** What became of every target; of one that is not as planned, what became of every step. */
export function renderReport(report: ApplyReport, plan: Plan, styles: Styles): readonly string[] {
  const broken = report.targets.filter(({ error }) => error !== undefined);
  const converged = report.targets.length - broken.length;
  const most = Math.max(1, Math.floor(mostSteps / Math.max(1, broken.length)));
  const isLong = report.targets.length > mostTargets;
  const targets = cutList(isLong ? broken : report.targets, mostTargets);
  const lines = targets.shown.flatMap((target) => {
    const targetPlan = plan.targets.find((one) => one.target === target.target);
    const describe = targetPlan ? stepDescriber(targetPlan) : ({ kind }: StepReport["step"]) => kind;
    return target.error === undefined
      ? [renderConverged(target, styles)]
      : renderBroken(target, describe, most, styles);
  });
  return [
    ...(isLong && converged > 0
      ? [`${styles.green("✓")} ${styles.bold(count(converged, "target"))}  read back, as planned`]
      : []),
    ...lines,
    ...(targets.left > 0 ? [styles.dim(more(targets.left, "targets not as planned"))] : []),
  ];
}

function renderConverged({ target, steps }: TargetReport, styles: Styles): string {
  const what =
    steps.length === 0 ? "nothing had to be done" : `${count(steps.length, "step")} done, read back, as planned`;
  return `${styles.green("✓")} ${styles.bold(target)}  ${what}`;
}

function renderBroken(
  { target, steps }: TargetReport,
  describe: (step: StepReport["step"]) => string,
  most: number,
  styles: Styles,
): readonly string[] {
  const paint = { done: styles.green, failed: styles.red, unknown: styles.yellow, "not-done": styles.dim };
  // All in their order while they are few; else first what somebody has to look at.
  const { shown, left } = cutList(
    steps.length <= most + 1 ? steps : statuses.flatMap((status) => steps.filter((step) => step.status === status)),
    most,
  );
  return [
    `${styles.red("✗")} ${styles.bold(target)}  not as planned: ${countSteps(steps)}`,
    ...shown.map(({ step, status }) => `    ${paint[status](titles[status].padEnd(8))}  ${describe(step)}`),
    ...(left > 0 ? [`    ${styles.dim(more(left, "steps"))}`] : []),
  ];
}

const titles = { done: "done", failed: "failed", unknown: "unknown", "not-done": "not done" };

/** `1 done, 2 unknown and 1 not done`. */
export function countSteps(steps: readonly StepReport[]): string {
  const numbers = (["done", "failed", "unknown", "not-done"] as const).map((status) => {
    const number = steps.filter((step) => step.status === status).length;
    return number === 0 ? "" : `${number} ${titles[status]}`;
  });
  return list(numbers) || "every step was done";
}

/** One for all that a stop left behind. */
const stopped = new SecurityGroupError("aborted", "stopped on request", {
  hint: "What is unknown may still take effect. `secgroup apply --resume`, with the same file behind it where you named one, awaits it and goes on; a new plan starts from what the clouds hold by then.",
});

function groupOf({ step }: StepReport): string {
  return step.kind === "create-group" ? step.name : step.group.name;
}

/** Why targets are not as planned: what each step met, and the target's own error where no step bears it. */
export function errorsOf({ targets }: Pick<ApplyReport, "targets">): readonly SecurityGroupError[] {
  const errors = targets.flatMap(({ target, steps, error }) => {
    const own = steps.flatMap((step) => step.error?.at({ target, group: groupOf(step) }) ?? []);
    const isSaid = own.some(({ code, message }) => code === error?.code && message === error.message);
    return error === undefined || isSaid ? own : [...own, error];
  });
  const lasting = errors.filter(({ code }) => code !== "aborted");
  return lasting.length === errors.length ? lasting : [...lasting, stopped];
}
