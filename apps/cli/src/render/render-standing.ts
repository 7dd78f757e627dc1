import type { ObservedGroup } from "@secgroup/core";
import type { Location } from "../targets/locate-target.ts";
import { alignRows, type Row } from "./align.ts";
import { describeRules, type GroupNames } from "./describe-rules.ts";
import { renderTarget } from "./render-target.ts";
import type { Styles } from "./styles.ts";
import { count } from "./words.ts";

/** What stands on one target. */
export interface StandingTarget {
  readonly target: string;
  readonly cloud: string;
  readonly location: Location;
  readonly groups: readonly ObservedGroup[];
}

/** Every group with its id, fields and rules. */
export function renderStanding(targets: readonly StandingTarget[], styles: Styles): readonly string[] {
  const blocks = targets.map((target) => {
    const names = new Map(target.groups.map(({ id, name }) => [id, name]));
    const groups = target.groups.flatMap((group) => renderGroup(group, names, styles));
    return [renderTarget(target, styles), ...(groups.length === 0 ? ["  no groups"] : groups)];
  });
  return blocks.flatMap((block, index) => (index === 0 ? block : ["", ...block]));
}

function renderGroup(group: ObservedGroup, names: GroupNames, styles: Styles): readonly string[] {
  const { id, name, description, tags, readOnlyTags, rules, unreadable } = group;
  const notedRules = rules.map(({ rule, providerOwned }) => ({
    rule,
    note: [rule.description, providerOwned ? "(the provider's own)" : ""].filter((part) => part !== "").join(" "),
  }));
  const rows: Row[] = [
    ...describeRules(notedRules, names).map((line) => ({ sign: styles.dim("·"), ...line })),
    ...unreadable.map((rule) => ({
      sign: styles.red("?"),
      text: `rule ${rule.id} cannot be understood`,
      note: rule.reason,
    })),
  ];
  return [
    `  ${styles.bold(name)}  ${styles.dim(id)}  ${count(rules.length + unreadable.length, "rule")}`,
    ...(description === "" ? [] : [`      ${description}`]),
    ...renderTags(tags, "").map((line) => `      ${line}`),
    ...renderTags(readOnlyTags, " (read-only)").map((line) => `      ${styles.dim(line)}`),
    ...alignRows(rows, "      ", styles),
  ];
}

function renderTags(tags: Readonly<Record<string, string>>, remark: string): readonly string[] {
  return Object.entries(tags).map(([key, value]) => `tag ${key}: "${value}"${remark}`);
}
