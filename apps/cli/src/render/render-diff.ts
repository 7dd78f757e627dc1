import type { ComparedGroup } from "../diff/compare-groups.ts";
import { targetOf, type Side } from "../diff/side.ts";
import { locate } from "../targets/locate-target.ts";
import { describeRules, type GroupNames } from "./describe-rules.ts";
import { placeOf } from "./render-target.ts";
import type { Styles } from "./styles.ts";
import { trafficRows } from "./traffic-rows.ts";
import { count } from "./words.ts";

/** What two sides allow differently, as `--json` prints it. */
export interface Difference {
  readonly equal: boolean;
  readonly a: Side;
  readonly b: Side;
  readonly groups: readonly ComparedGroup[];
}

/** A side that is written in more characters than this is called by its letter. */
const longestLabel = 16;
/** The rules and lines bear the names of groups themselves. */
const noNames: GroupNames = new Map();

interface Labels {
  readonly a: string;
  readonly b: string;
}

/** The traffic that differs for people, group by group. */
export function renderDiff({ equal, a, b, groups }: Difference, styles: Styles): readonly string[] {
  const labels: Labels = { a: labelOf(a, "A"), b: labelOf(b, "B") };
  const width = Math.max(labels.a.length, labels.b.length);
  const different = groups.filter((group) => !group.equal).length;
  return [
    `${styles.bold(labels.a.padEnd(width))}  ${styles.dim(describePlace(a, labels.a))}`,
    `${styles.bold(labels.b.padEnd(width))}  ${styles.dim(describePlace(b, labels.b))}`,
    "",
    ...groups.flatMap((group) => renderGroup(group, labels, styles)),
    ...(groups.length === 0 ? [] : [""]),
    equal
      ? `${styles.green("Equal:")} ${groups.length === 1 ? "the group allows" : `${count(groups.length, "group")} allow`} the same on both sides.`
      : `${styles.yellow("Different:")} ${groups.length === 1 ? "the group does" : `${different} of ${count(groups.length, "group")} ${different === 1 ? "does" : "do"}`} not allow the same on both sides.`,
  ];
}

function labelOf({ text }: Side, letter: string): string {
  return text.length > longestLabel ? letter : text;
}

function describePlace(side: Side, label: string): string {
  const target = targetOf(side);
  const place = target === undefined ? ["as declared"] : placeOf({ cloud: target.cloud, location: locate(target) });
  return [...(label === side.text ? [] : [side.text]), ...place].join(", ");
}

function renderGroup(group: ComparedGroup, labels: Labels, styles: Styles): readonly string[] {
  const { equal, onlyA, onlyB } = group;
  const width = Math.max(labels.a.length, labels.b.length);
  const word = (label: string): string => `only ${label} allows${" ".repeat(width - label.length)}`;
  const lists = [
    { word: styles.red(word(labels.a)), lines: onlyA },
    { word: styles.yellow(word(labels.b)), lines: onlyB },
  ];
  const place = { indent: "      ", textAt: 7 + word(labels.a).length };
  return [
    `  ${equal ? styles.green("✓") : styles.red("✗")} ${styles.bold(titlesOf(group).join(" and "))}  ${describeState(group, labels)}`,
    ...trafficRows(lists, place, noNames, styles),
    ...renderInexpressible(group, styles),
    ...renderDoubts(group.a, labels.a, styles),
    ...renderDoubts(group.b, labels.b, styles),
  ];
}

/** What the group is called on each side, once where both call it the same. */
function titlesOf({ a, b }: ComparedGroup): readonly string[] {
  return [...new Set([a, b].flatMap((group) => (group ? [group.key ?? group.name] : [])))];
}

function describeState(group: ComparedGroup, labels: Labels): string {
  const { a, b, equal, onlyA, onlyB } = group;
  if (a === undefined || b === undefined) {
    const owner = a === undefined ? labels.b : labels.a;
    return equal ? `only ${owner} has it, and it allows nothing` : `only ${owner} has it`;
  }
  if (equal) return "equal";
  return onlyA.length + onlyB.length === 0
    ? "cannot be compared whole"
    : titlesOf(group).length === 1
      ? "differs"
      : "differ";
}

/** Two rules that differ in nothing but the IP version share a line, and a reason is said once. */
function renderInexpressible({ inexpressible }: ComparedGroup, styles: Styles): readonly string[] {
  const messages = [...new Set(inexpressible.map(({ message }) => message))];
  return messages.flatMap((message) => {
    const rules = inexpressible.filter((one) => one.message === message);
    const lines = describeRules(
      rules.map(({ rule }) => ({ rule, note: "" })),
      noNames,
    );
    return [...lines.map(({ text }) => `      ${styles.yellow("!")} ${text}`), `        ${styles.dim(message)}`];
  });
}

function renderDoubts(group: ComparedGroup["a"], label: string, styles: Styles): readonly string[] {
  return (group?.unreadable ?? []).map(
    ({ id, reason }) => `      ${styles.yellow("?")} the rule ${id} of ${label} cannot be understood: ${reason}`,
  );
}
