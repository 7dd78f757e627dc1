import type { TargetPlan } from "@secgroup/core";
import type { PlanCounts, TargetCounts } from "../planning/plan-counts.ts";
import { cutText } from "./cut.ts";
import { renderSafety } from "./render-safety.ts";
import type { Styles } from "./styles.ts";
import { count } from "./words.ts";

/** What fits one line of a terminal beside its title. */
const widestChanges = 74;

/** Names of targets in more characters than this are cut. */
const widestNames = 40;

/** The API calls of a target that is written to; a plan that was kept in a file took no reads that could be told. */
export function renderCalls({ writes, waves, reads }: TargetCounts): string {
  const order = waves > 1 ? ` in ${waves} waves` : "";
  return `API calls: ${count(writes, "write")}${order}${reads > 0 ? `, ${count(reads, "read")}` : ""}`;
}

/** What a plan comes to, with an overview of its traffic where that is wanted. `isWhole` is false where targets of the document are not in it. */
export function renderTotal(
  targets: readonly TargetPlan[],
  total: PlanCounts,
  overview: readonly string[],
  styles: Styles,
  isWhole = true,
): readonly string[] {
  const { groupsCreated, groupsDeleted, rulesAdded, rulesRemoved, rulesRelabelled, writes, reads } = total;
  if (writes === 0) {
    const nothing = isWhole
      ? "Nothing to do:"
      : `Nothing to do on ${nameTargets(targets.map(({ target }) => target))}:`;
    const what = isWhole ? "the clouds are as the document says" : "as the document says";
    return [`${styles.green(nothing)} ${what} (${count(reads, "read")}).`];
  }
  const rules = amounts("rule", { add: rulesAdded, remove: rulesRemoved, relabel: rulesRelabelled });
  const groups = amounts("group", { create: groupsCreated, delete: groupsDeleted });
  const parts = [rules, groups].filter((part) => part !== "");
  const changes = parts.join("; ");
  const title = styles.bold("Plan:");
  return [
    ...(changes.length > widestChanges
      ? [`${title} ${parts[0]};`, `      ${parts.slice(1).join("; ")}`]
      : [`${title} ${changes || "only fields of groups change"}`]),
    ...overview,
    ...renderSafety(targets, total, styles),
  ];
}

/** Targets by name, with their number where there are several; cut where they are many. */
export function nameTargets(names: readonly string[]): string {
  const said = cutText(names.join(", "), widestNames);
  return names.length === 1 ? said : `${count(names.length, "target")}, ${said}`;
}

/** `5 rules to add, 4 to remove`: the noun once, and what is none left out. */
function amounts(noun: string, numbers: Readonly<Record<string, number>>): string {
  const said = Object.entries(numbers).filter(([, number]) => number > 0);
  return said.map(([verb, number], index) => `${index === 0 ? count(number, noun) : number} to ${verb}`).join(", ");
}
