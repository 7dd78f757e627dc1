import type { GroupPlan } from "@secgroup/core";
import { groupTitle } from "./render-target.ts";
import type { Styles } from "./styles.ts";
import { standingCount } from "./summarise-group.ts";
import { count } from "./words.ts";

/** Names of groups in more characters than this give way to their number. */
const widestList = 40;

/** Whether there is nothing to do with a group and nothing to say of it. */
export function isQuiet(group: GroupPlan): boolean {
  return (
    group.action === "stay-absent" ||
    (group.action === "keep" && group.relabelsLeft.length + group.unlistedKept.length === 0)
  );
}

/** All quiet groups on one line, by name as long as they are few. */
export function renderQuiet(groups: readonly GroupPlan[], styles: Styles): string {
  const titles = groups
    .map((group) => (group.action === "stay-absent" ? `${groupTitle(group)} (absent)` : groupTitle(group)))
    .join(", ");
  const rules = groups.reduce((total, group) => total + (group.action === "keep" ? standingCount(group) : 0), 0);
  const who = titles.length <= widestList ? titles : count(groups.length, "group");
  const what = rules === 0 ? "nothing to do" : `nothing to do, ${count(rules, "rule")} kept`;
  return `  ${styles.dim("=")} ${who}  ${styles.dim(what)}`;
}
