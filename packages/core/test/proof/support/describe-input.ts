import type { GroupChanges, Rule } from "../../../src/index.ts";
import { describeRule } from "../../../src/describe/describe-rule.ts";
import type { PlanInput } from "./small-plans.ts";

/** What a planner was handed, in lines for whoever looks at a counterexample. */
export function describeInput({ changes, capabilities, limits }: PlanInput): string {
  const { writeGranularity, ruleUpdates } = capabilities;
  const updates = ruleUpdates.supported
    ? `updates but for ${[...ruleUpdates.immutable, ...ruleUpdates.unclearable].join(", ") || "nothing"}`
    : "no updates";
  return [`by ${writeGranularity}, ${updates}, at most ${limits.rulesPerGroup}`, ...changes.flatMap(linesOf)].join(
    "\n",
  );
}

function linesOf(change: GroupChanges): readonly string[] {
  switch (change.kind) {
    case "create":
      return [`new group ${change.desired.name}`, ...change.desired.rules.map((rule) => `  + ${lineOf(rule)}`)];
    case "delete":
      return [
        `no more group ${change.observed.name}`,
        ...change.observed.rules.map(({ rule }) => `  - ${lineOf(rule)}`),
      ];
    case "update": {
      const { observed, diff, relabels } = change;
      return [
        `group ${observed.name}${diff.fields ? " and its description" : ""}`,
        ...diff.keep.map(({ rule }) => `  = ${lineOf(rule)}`),
        ...diff.relabel.map(({ observed: { rule }, description }) => {
          const arrow = relabels ? "becomes" : "stays, not";
          return `  ~ ${lineOf(rule)} ${arrow} "${description}"`;
        }),
        ...diff.remove.map(({ rule }) => `  - ${lineOf(rule)}`),
        ...diff.create.map((rule) => `  + ${lineOf(rule)}`),
      ];
    }
  }
}

function lineOf(rule: Rule): string {
  return `${describeRule(rule)} "${rule.description}"`;
}
