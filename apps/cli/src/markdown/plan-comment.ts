import { isEmptyPlan, type GroupPlan, type TargetPlan } from "@secgroup/core";
import type { DocumentPlan } from "../planning/plan-document.ts";
import { sumCounts } from "../planning/plan-counts.ts";
import { stepDescriber } from "../render/describe-step.ts";
import { renderTotal } from "../render/render-counts.ts";
import { renderGroupNotes } from "../render/render-group-notes.ts";
import { renderGroupRules } from "../render/render-group-rules.ts";
import { isQuiet } from "../render/render-quiet.ts";
import { summariseGroup } from "../render/summarise-group.ts";
import { groupTitle, namesOf, placeOf } from "../render/render-target.ts";
import { renderTraffic } from "../render/render-traffic.ts";
import { stylesFor } from "../render/styles.ts";
import { count } from "../render/words.ts";
import { writeComment, type CommentBlock, type Subject } from "./comment.ts";
import { failureBlocks } from "./failure-comment.ts";
import { codeBlock, folded, inlineCode } from "./literal.ts";
import { outdent } from "./outdent.ts";

const styles = stylesFor({ hasColor: false });

/** A plan as a comment for a pull request: the total, for each group the traffic that opens and closes, and below, folded, rules and steps. */
export function planComment(
  { plan, counts, failed }: Pick<DocumentPlan, "plan" | "counts" | "failed">,
  named: string | undefined,
): string {
  const subject: Subject = { command: "plan", named };
  const [total = "", ...safety] = renderTotal(plan.targets, sumCounts(counts), [], styles);
  // Nothing to do is no truth about targets that could not be read.
  const isTrue = failed.length === 0 || !isEmptyPlan(plan);
  return writeComment(subject, isTrue ? `**${total}**` : "**The plan is not whole.**", [
    ...failureBlocks(failed),
    ...(safety.length > 0 ? [remark(codeBlock(safety, "text"))] : []),
    ...plan.targets.flatMap(describeTarget),
    ...plan.targets.filter(({ waves }) => waves.length > 0).map(describeSteps),
  ]);
}

function remark(seen: string): CommentBlock {
  return { about: "remark", seen, folded: "" };
}

function describeTarget(target: TargetPlan): readonly CommentBlock[] {
  const loud = target.groups.filter((group) => !isQuiet(group));
  return loud.map((group, index) => describeGroup(group, target, index === 0));
}

function describeGroup(group: GroupPlan, target: TargetPlan, isFirst: boolean): CommentBlock {
  const names = namesOf(target.groups);
  const heading = `#### ${inlineCode(target.target)} ${inlineCode(groupTitle(group))}: ${summariseGroup(group, styles)}`;
  const place = isFirst ? [inlineCode(placeOf(target).join(", "))] : [];
  const traffic = [
    ...outdent(renderTraffic(group, names, styles)),
    ...outdent(renderGroupNotes(group, target.cloud, styles)),
  ];
  const rules = outdent(renderGroupRules(group, names, styles));
  return {
    about: "group",
    seen: [heading, ...place, ...(traffic.length > 0 ? [codeBlock(traffic, "text")] : [])].join("\n\n"),
    folded: rules.length > 0 ? folded("Rules", codeBlock(rules, "diff")) : "",
  };
}

function describeSteps(target: TargetPlan): CommentBlock {
  const describe = stepDescriber(target);
  const waves = target.waves.map((wave, index) => [`Wave ${index + 1}`, ...wave.map((step) => `  ${describe(step)}`)]);
  const steps = target.waves.flat().length;
  const summary = `Steps: ${count(steps, "write")} in ${count(waves.length, "wave")}`;
  const content = codeBlock([target.target, ...waves.flat()], "text");
  return { about: "steps", seen: "", folded: folded(summary, content) };
}
