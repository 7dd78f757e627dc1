import { isEmptyPlan, type GroupPlan, type TargetPlan } from "@secgroup/core";
import type { DocumentPlan } from "../planning/plan-document.ts";
import { describeDrift, hasDrifted, renderRuleDrift, renderTrafficDrift } from "../render/render-drift.ts";
import { groupTitle, namesOf, placeOf } from "../render/render-target.ts";
import { stylesFor } from "../render/styles.ts";
import { count } from "../render/words.ts";
import { writeComment, type CommentBlock } from "./comment.ts";
import { failureBlocks } from "./failure-comment.ts";
import { codeBlock, folded, inlineCode } from "./literal.ts";
import { outdent } from "./outdent.ts";

const styles = stylesFor({ hasColor: false });

/** Drift as an issue or a comment: what is too open and too closed, and folded below it the rules. */
export function driftComment(
  { plan, failed }: Pick<DocumentPlan, "plan" | "failed">,
  named: string | undefined,
): string {
  const groups = plan.targets.flatMap((target) => target.groups);
  const drifted = groups.filter(hasDrifted).length;
  const total = isEmptyPlan(plan)
    ? `No drift in ${count(groups.length, "group")}`
    : `Drift: ${drifted} of ${count(groups.length, "group")} ${drifted === 1 ? "differs" : "differ"}`;
  const left = failed.length === 0 ? "" : "; not all targets could be read";
  return writeComment({ command: "drift", named }, `**${total}${left}.**`, [
    ...failureBlocks(failed),
    ...plan.targets.flatMap((target) =>
      target.groups.filter(hasDrifted).map((group, index) => describeGroup(group, target, index === 0)),
    ),
  ]);
}

function describeGroup(group: GroupPlan, target: TargetPlan, isFirst: boolean): CommentBlock {
  const names = namesOf(target.groups);
  const heading = `#### ${inlineCode(target.target)} ${inlineCode(groupTitle(group))}: ${describeDrift(group)}`;
  const place = isFirst ? [inlineCode(placeOf(target).join(", "))] : [];
  const traffic = outdent(renderTrafficDrift(group, names, styles));
  const rules = outdent(renderRuleDrift(group, names, styles));
  return {
    about: "group",
    seen: [heading, ...place, ...(traffic.length > 0 ? [codeBlock(traffic, "text")] : [])].join("\n\n"),
    folded: rules.length > 0 ? folded("Rules", codeBlock(rules, "text")) : "",
  };
}
