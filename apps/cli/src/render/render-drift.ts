import { isEmptyPlan, type GroupPlan, type Plan, type SecurityGroupError } from "@secgroup/core";
import { alignRows, type Row } from "./align.ts";
import { cutList, more } from "./cut.ts";
import { describeFields } from "./describe-fields.ts";
import { describeRules, type GroupNames } from "./describe-rules.ts";
import { groupTitle, namesOf, renderTarget } from "./render-target.ts";
import { renderUnread } from "./render-unread.ts";
import { trafficRows } from "./traffic-rows.ts";
import type { Styles } from "./styles.ts";
import { count } from "./words.ts";

/** Groups of a target, and rules of a group, that are shown. */
const mostGroups = 20;
const mostRules = 30;

/** How the clouds differ from the document, in words about what is, not about what would be done. */
export function renderDrift(
  plan: Plan,
  file: string,
  styles: Styles,
  failed: readonly SecurityGroupError[] = [],
): readonly string[] {
  const blocks = plan.targets.map((target) => {
    const names = namesOf(target.groups);
    const same = target.groups.filter((group) => !hasDrifted(group));
    const { shown, left } = cutList(target.groups.filter(hasDrifted), mostGroups);
    const isLong = same.length > mostGroups;
    const told = isLong ? shown : target.groups.filter((group) => !hasDrifted(group) || shown.includes(group));
    return [
      renderTarget(target, styles),
      ...told.flatMap((group) => renderGroup(group, names, styles)),
      ...(left > 0 ? [`  ${styles.dim(more(left, "groups that differ"))}`] : []),
      ...(isLong ? [`  ${styles.green("✓")} ${count(same.length, "group")}  ${styles.dim("as declared")}`] : []),
      "",
    ];
  });
  return [...blocks.flat(), ...renderUnread(failed, styles), renderSum(plan, file, failed.length === 0, styles)];
}

/** `isWhole` is false where the sum is about what could be read only. */
function renderSum(plan: Plan, file: string, isWhole: boolean, styles: Styles): string {
  const groups = plan.targets.flatMap((target) => target.groups);
  const drifted = groups.filter(hasDrifted);
  if (isEmptyPlan(plan)) {
    const where = isWhole ? "No drift:" : "No drift in what was read:";
    return `${styles.green(where)} ${count(groups.length, "group")} as ${file} says.`;
  }
  return `${styles.yellow("Drift:")} ${drifted.length} of ${count(groups.length, "group")} ${drifted.length === 1 ? "differs" : "differ"} from ${file}.`;
}

/** Whether the group is not as the document says; descriptions that no plan would change do not count. */
export function hasDrifted({ action }: GroupPlan): boolean {
  return action !== "keep" && action !== "stay-absent";
}

function renderGroup(group: GroupPlan, names: GroupNames, styles: Styles): readonly string[] {
  const title = styles.bold(groupTitle(group));
  if (!hasDrifted(group)) return [`  ${styles.green("✓")} ${title}  ${styles.dim(describeDrift(group))}`];
  return [
    `  ${styles.red("✗")} ${title}  ${describeDrift(group)}`,
    ...renderRuleDrift(group, names, styles, mostRules),
    ...(group.action === "update" ? renderTrafficDrift(group, names, styles) : []),
  ];
}

/** How a group is, in a few words. */
export function describeDrift({ action }: GroupPlan): string {
  switch (action) {
    case "create":
      return "does not exist";
    case "delete":
      return "exists, but is to be absent";
    case "keep":
    case "stay-absent":
      return "as declared";
    case "update":
      return "differs";
  }
}

/** The rules and fields of a group that are not as declared; nothing for one that comes or goes as a whole. A list of more rules than `most` is cut; default none is. */
export function renderRuleDrift(
  group: GroupPlan,
  names: GroupNames,
  styles: Styles,
  most: number = Infinity,
): readonly string[] {
  if (group.action !== "update") return [];
  const missing = group.added.map((rule) => ({ rule, note: rule.description }));
  const unexpected = group.removed.map(({ rule }) => ({ rule, note: rule.description }));
  const relabelled = [...group.relabelled, ...group.relabelsLeft].map(({ rule, description }) => ({
    rule,
    note: `is "${rule.description}", not "${description}"`,
  }));
  const rows: Row[] = [
    ...describeRules(missing, names).map((line) => ({ sign: styles.green("missing   "), ...line })),
    ...describeRules(unexpected, names).map((line) => ({ sign: styles.red("unexpected"), ...line })),
    ...describeRules(relabelled, names).map((line) => ({ sign: styles.yellow("label     "), ...line })),
  ];
  const { shown, left } = cutList(rows, most);
  const fields = describeFields({ ...group.fields, previousName: group.previousName });
  return [
    ...fields.map((line) => `      ${styles.yellow("field     ")} should be ${line}`),
    ...alignRows(shown, "      ", styles),
    ...(left > 0 ? [`      ${styles.dim(more(left, "rules"))}`] : []),
  ];
}

/** What the cloud allows and the document does not, which a plan would close, and the reverse. */
export function renderTrafficDrift({ traffic }: GroupPlan, names: GroupNames, styles: Styles): readonly string[] {
  const lists = [
    { word: styles.red("too open  "), lines: traffic?.closes ?? [] },
    { word: styles.yellow("too closed"), lines: traffic?.opens ?? [] },
  ];
  return trafficRows(lists, { indent: "      ", textAt: 17 }, names, styles);
}
