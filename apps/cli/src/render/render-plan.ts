import type { GroupPlan, SecurityGroupError, TargetPlan } from "@secgroup/core";
import { sumCounts, type TargetCounts } from "../planning/plan-counts.ts";
import { cutList, more } from "./cut.ts";
import type { GroupNames } from "./describe-rules.ts";
import { renderCalls, renderTotal } from "./render-counts.ts";
import { renderGroupNotes } from "./render-group-notes.ts";
import { renderGroupRules } from "./render-group-rules.ts";
import { renderOverview } from "./render-overview.ts";
import { isQuiet, renderQuiet } from "./render-quiet.ts";
import { groupTitle, namesOf, renderTarget } from "./render-target.ts";
import { renderTraffic } from "./render-traffic.ts";
import { renderUnread } from "./render-unread.ts";
import type { Styles } from "./styles.ts";
import { summariseGroup } from "./summarise-group.ts";

/** Changed groups of a target, and rules of a group, that are shown; what all of them open and close stands below the plan. */
const mostGroups = 20;
const mostRules = 30;

/** Below a plan that is longer, its traffic is said once more: it is out of sight by then. */
const screenLines = 30;

/** A plan for people: by target and group what is added (+), removed (-) and changed (~), what that opens and closes, and the calls that it takes. */
export function renderPlan(
  targets: readonly TargetPlan[],
  counts: readonly TargetCounts[],
  styles: Styles,
  failed: readonly SecurityGroupError[] = [],
): readonly string[] {
  const blocks = targets.map((target) => {
    const names = namesOf(target.groups);
    const targetCounts = counts.find((one) => one.target === target.target);
    const quiet = target.groups.filter(isQuiet);
    const { shown, left } = cutList(
      target.groups.filter((group) => !isQuiet(group)),
      mostGroups,
    );
    return [
      renderTarget(target, styles),
      ...shown.flatMap((group) => renderGroup(group, names, target.cloud, styles)),
      ...(left > 0 ? [`  ${styles.dim(more(left, "groups"))}`] : []),
      ...(quiet.length > 0 ? [renderQuiet(quiet, styles)] : []),
      ...(targetCounts && target.waves.length > 0 ? [`  ${styles.dim(renderCalls(targetCounts))}`] : []),
      "",
    ];
  });
  const lines = blocks.flat();
  const overview = lines.length > screenLines ? renderOverview(targets, styles) : [];
  const total = renderTotal(targets, sumCounts(counts), overview, styles, failed.length === 0);
  return [...lines, ...renderUnread(failed, styles), ...total];
}

function renderGroup(group: GroupPlan, names: GroupNames, cloud: string, styles: Styles): readonly string[] {
  const sign = { create: styles.green("+"), delete: styles.red("-"), update: styles.yellow("~") };
  if (group.action === "keep" || group.action === "stay-absent") {
    return [renderQuiet([group], styles), ...renderGroupNotes(group, cloud, styles)];
  }
  return [
    `  ${sign[group.action]} ${styles.bold(groupTitle(group))}  ${summariseGroup(group, styles)}`,
    ...(group.action === "delete" ? [] : renderGroupRules(group, names, styles, mostRules)),
    ...renderTraffic(group, names, styles),
    ...renderGroupNotes(group, cloud, styles),
  ];
}
