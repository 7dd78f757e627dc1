import type { GroupPlan, PlannedTraffic, Rule } from "@secgroup/core";
import { describeRules, type GroupNames } from "./describe-rules.ts";
import type { Styles } from "./styles.ts";
import { trafficRows } from "./traffic-rows.ts";

/** Beside a change that moves no packet. */
export const noEffect = "no effect on traffic";

const place = { indent: "      ", textAt: 14 };

/** What the changes of a group open and close, each line with an example and, where it could be several, the change that causes it. */
export function renderTraffic(group: GroupPlan, names: GroupNames, styles: Styles): readonly string[] {
  if (group.traffic === undefined) return [];
  const { opens, closes } = group.traffic;
  if (opens.length + closes.length === 0) return [`${place.indent}${styles.dim("traffic stays as it is")}`];
  // The rules of a group that comes or goes as a whole are not told apart.
  const changes = group.action === "update" ? group : undefined;
  const added = changes?.added ?? [];
  const removed = changes?.removed.map(({ rule }) => rule) ?? [];
  const lists = [
    { word: styles.red("opens  "), lines: opens, remark: causeDescriber("+", added, names) },
    { word: styles.yellow("closes "), lines: closes, remark: causeDescriber("-", removed, names) },
  ];
  return trafficRows(lists, place, names, styles);
}

/** Tells the change behind a line; nothing where there is only one that it could be. */
function causeDescriber(
  sign: string,
  rules: readonly Rule[],
  names: GroupNames,
): (line: PlannedTraffic) => string | undefined {
  const isObvious = describeAll(rules, names).length === 1;
  return ({ causes }) => {
    const [first, ...others] = describeAll(
      rules.filter((_rule, index) => causes.includes(index)),
      names,
    );
    if (first === undefined || isObvious) return undefined;
    return `by ${sign} ${first}${others.length === 0 ? "" : ` and ${others.length} more`}`;
  };
}

function describeAll(rules: readonly Rule[], names: GroupNames): readonly string[] {
  const unnoted = rules.map((rule) => ({ rule, note: "" }));
  return describeRules(unnoted, names).map(({ text }) => text);
}
