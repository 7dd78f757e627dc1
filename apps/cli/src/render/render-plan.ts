import type { GroupPlan, PlannedRelabel, Rule, SecurityGroupError, TargetPlan, TrafficChange } from "@secgroup/core";
import { sumCounts, type TargetCounts } from "../planning/plan-counts.ts";
import { alignRows, type Row } from "./align.ts";
import { cutList, cutText, more } from "./cut.ts";
import { describeFields } from "./describe-fields.ts";
import { describeRules, type GroupNames } from "./describe-rules.ts";
import { renderCalls, renderTotal } from "./render-counts.ts";
import { renderOverview } from "./render-overview.ts";
import { cloudTitle, groupTitle, namesOf, renderTarget } from "./render-target.ts";
import { noEffect, renderTraffic } from "./render-traffic.ts";
import type { Styles } from "./styles.ts";
import { count } from "./words.ts";

/** Names of groups in more characters than this give way to their number. */
const widestList = 40;

/** Changed groups of a target, and rules of a group, that are shown; what all of them open and close stands below the plan. */
const mostGroups = 20;
const mostRules = 30;

/** Below a plan that is longer, its traffic is said once more: it is out of sight by then. */
const screenLines = 30;

type StandingPlan = Extract<GroupPlan, { readonly action: "update" | "keep" }>;

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
  return [...lines, ...renderTotal(targets, sumCounts(counts), overview, styles), ...renderLeftOut(failed, styles)];
}

/** The targets that the plan says nothing of; why is said where they are. */
function renderLeftOut(failed: readonly SecurityGroupError[], styles: Styles): readonly string[] {
  const names = [...new Set(failed.flatMap(({ place: { target } }) => target ?? []))];
  if (names.length === 0) return [];
  const said = cutText(names.join(", "), widestList);
  return [`${styles.red("Could not be read:")} ${names.length === 1 ? said : `${names.length} targets, ${said}`}`];
}

/** Whether there is nothing to do with a group and nothing to say of it. */
export function isQuiet(group: GroupPlan): boolean {
  return (
    group.action === "stay-absent" ||
    (group.action === "keep" && group.relabelsLeft.length + group.unlistedKept.length === 0)
  );
}

/** All quiet groups on one line, by name as long as they are few. */
function renderQuiet(groups: readonly GroupPlan[], styles: Styles): string {
  const titles = groups
    .map((group) => (group.action === "stay-absent" ? `${groupTitle(group)} (absent)` : groupTitle(group)))
    .join(", ");
  const rules = groups.reduce((total, group) => total + (group.action === "keep" ? standingCount(group) : 0), 0);
  const who = titles.length <= widestList ? titles : count(groups.length, "group");
  return `  ${styles.dim("=")} ${who}  ${styles.dim(`nothing to do, ${count(rules, "rule")} kept`)}`;
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

/** What becomes of a group, in a few words. */
export function summariseGroup(group: GroupPlan, styles: Styles): string {
  switch (group.action) {
    case "create":
      return `${styles.green("new group")}, ${count(group.added.length, "rule")}`;
    case "delete":
      return `${styles.red("delete the group")} and its ${count(group.removed.length, "rule")}`;
    case "stay-absent":
      return "absent";
    case "keep":
    case "update":
      return summarise(group);
  }
}

/** The rules and the fields of a group that change, a line each. A list of more rules than `most` is cut; default none is. */
export function renderGroupRules(
  group: GroupPlan,
  names: GroupNames,
  styles: Styles,
  most: number = Infinity,
): readonly string[] {
  switch (group.action) {
    case "create":
      return [
        ...describeFields(group).map((line) => `      ${line}`),
        ...ruleRows(addedRows(group, names, styles), styles, most),
      ];
    case "delete": {
      const removed = group.removed.map(({ rule }) => ({ rule, note: rule.description }));
      const rows = describeRules(removed, names).map((line) => ({ sign: styles.red("-"), ...line }));
      return ruleRows(rows, styles, most);
    }
    case "stay-absent":
    case "keep":
      return [];
    case "update":
      return renderChanges(group, names, styles, most);
  }
}

function standingCount({ kept, relabelsLeft, unlistedKept }: StandingPlan): number {
  return kept.length + relabelsLeft.length + unlistedKept.length;
}

function summarise(group: StandingPlan): string {
  const { added, removed, relabelled, unlistedRules } = group;
  const standing = standingCount(group);
  const parts = [
    added.length > 0 && `${added.length} added`,
    removed.length > 0 && `${removed.length} removed (unlistedRules: ${unlistedRules})`,
    relabelled.length > 0 && `${relabelled.length} relabelled`,
    standing > 0 && `${standing} kept`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}

function renderChanges(group: StandingPlan, names: GroupNames, styles: Styles, most: number): readonly string[] {
  const withoutEffect = group.traffic?.withoutEffect.removed ?? [];
  const removed = group.removed.map(({ rule }, index) => ({ rule, note: noteOf(rule, withoutEffect.includes(index)) }));
  const relabelled = group.relabelled.map((relabel) => ({ rule: relabel.rule, note: relabelNote(relabel) }));
  const rows: Row[] = [
    ...addedRows(group, names, styles),
    ...describeRules(removed, names).map((line) => ({ sign: styles.red("-"), ...line })),
    ...describeRules(relabelled, names).map((line) => ({ sign: styles.yellow("~"), ...line })),
  ];
  const fields = describeFields({ ...group.fields, previousName: group.previousName });
  return [...fields.map((line) => `      ${styles.yellow("~")} ${line}`), ...ruleRows(rows, styles, most)];
}

function ruleRows(rows: readonly Row[], styles: Styles, most: number): readonly string[] {
  const { shown, left } = cutList(rows, most);
  return [...alignRows(shown, "      ", styles), ...(left > 0 ? [`        ${styles.dim(more(left, "rules"))}`] : [])];
}

function addedRows(
  { added, traffic }: { readonly added: readonly Rule[]; readonly traffic?: TrafficChange | undefined },
  names: GroupNames,
  styles: Styles,
): readonly Row[] {
  const withoutEffect = traffic?.withoutEffect.added ?? [];
  const noted = added.map((rule, index) => ({ rule, note: noteOf(rule, withoutEffect.includes(index)) }));
  return describeRules(noted, names).map((line) => ({ sign: styles.green("+"), ...line }));
}

function noteOf({ description }: Rule, isWithoutEffect: boolean): string {
  if (!isWithoutEffect) return description;
  return description === "" ? noEffect : `${description} (${noEffect})`;
}

function relabelNote({ rule, description }: PlannedRelabel): string {
  return `"${rule.description}" → "${description}"`;
}

/** What a person should know of the group beside its changes. */
export function renderGroupNotes(group: GroupPlan, cloud: string, styles: Styles): readonly string[] {
  if (group.action !== "update" && group.action !== "keep") return [];
  const { unlistedKept, relabelsLeft, unlistedRules, brake } = group;
  const notes: string[] = [];
  if (unlistedKept.length > 0)
    notes.push(
      `${count(unlistedKept.length, "unlisted rule")} stay${unlistedKept.length === 1 ? "s" : ""} (unlistedRules: ${unlistedRules})`,
    );
  if (relabelsLeft.length > 0) {
    notes.push(
      `${count(relabelsLeft.length, "description differs", "descriptions differ")}; on ${cloudTitle(cloud)} they change only with --relabel`,
    );
  }
  const lines = notes.map((note) => `      ${styles.dim(note)}`);
  if (brake) lines.push(`      ${styles.yellow(`removes ${brake.removed} of ${brake.of} rules: apply needs --force`)}`);
  return lines;
}
