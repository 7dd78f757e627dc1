import type { Direction, GroupId, Rule, UnreadableRule } from "@secgroup/core";
import type { Answer, SourcedRule } from "../explain/answer.ts";
import type { Location } from "../targets/locate-target.ts";
import { alignRows } from "./align.ts";
import { more } from "./cut.ts";
import { describeRules, type GroupNames } from "./describe-rules.ts";
import { renderTarget } from "./render-target.ts";
import type { Styles } from "./styles.ts";
import { trafficRows } from "./traffic-rows.ts";

type AnswerInParts = Extract<Answer, { readonly rules: unknown }>;

/** A list of rules longer than this is cut. */
const mostRules = 10;
/** The rules and lines bear the names of groups themselves. */
const noNames: GroupNames = new Map();

/** What was asked, and the answers on each target. Groups at the other end are named where their names are known. */
export interface Explanation {
  readonly question: {
    readonly group: string;
    readonly allow: string;
    readonly direction: Direction;
    readonly peer: string;
    readonly rules: readonly Rule[];
  };
  readonly targets: readonly {
    readonly target: string;
    readonly cloud: string;
    readonly location: Location;
    readonly id?: GroupId | undefined;
    readonly now: Answer;
    readonly afterPlan: Answer;
  }[];
}

/** The answers for people: on each target whether it is allowed, by which rules, now and after the plan. */
export function renderExplanation({ question, targets }: Explanation, styles: Styles): readonly string[] {
  const { group, allow, direction, peer } = question;
  const words = direction === "ingress" ? `${allow} from ${peer} to ${group}` : `${allow} from ${group} to ${peer}`;
  return [
    styles.bold(words),
    ...targets.flatMap((target) => [
      "",
      renderTarget(target, styles),
      ...renderAnswer("now", target.now, styles),
      ...renderAnswer("after the plan", target.afterPlan, styles, target.now),
    ]),
  ];
}

/** Parts that are those of an answer `before` are not shown again. */
function renderAnswer(when: string, answer: Answer, styles: Styles, before?: Answer): readonly string[] {
  const head = `  ${when.padEnd("after the plan".length)}  `;
  if (answer.answer === "no-group") return [`${head}the group does not exist`];
  if (answer.answer === "no-plan") return [`${head}${styles.yellow("no plan:")} ${answer.reason}`];
  const paint = { allowed: styles.green, refused: styles.red, partly: styles.yellow }[answer.answer];
  const why = answer.answer === "refused" && answer.unreadable.length === 0 ? ": no rule allows it" : "";
  const isAsBefore = answer.answer === "partly" && before !== undefined && hasSameParts(answer, before);
  const rules = answer.rules.map((sourced) => ({ rule: sourced.rule, note: noteOf(sourced) }));
  const rows = describeRules(rules, noNames).map((line) => ({ sign: styles.dim("by"), ...line }));
  return [
    `${head}${paint(answer.answer === "partly" ? "partly allowed" : answer.answer)}${why}${isAsBefore ? ", in the same parts" : ""}`,
    ...(answer.answer === "partly" && !isAsBefore ? renderParts(answer, styles) : []),
    ...alignRows(rows.slice(0, mostRules), "      ", styles),
    ...(rows.length > mostRules ? [`         ${styles.dim(more(rows.length - mostRules))}`] : []),
    ...(answer.answer === "allowed" ? [] : answer.unreadable.map((rule) => renderDoubt(rule, styles))),
  ];
}

function hasSameParts(answer: AnswerInParts, before: Answer): boolean {
  const parts = ({ allowed, refused }: AnswerInParts): string =>
    JSON.stringify([allowed, refused].map((lines) => lines.map(({ line }) => line)));
  return "allowed" in before && parts(answer) === parts(before);
}

function renderParts({ allowed, refused }: AnswerInParts, styles: Styles): readonly string[] {
  const lists = [
    { word: styles.green("allowed"), lines: allowed },
    { word: styles.red("refused"), lines: refused },
  ];
  return trafficRows(lists, { indent: "      ", textAt: 14 }, noNames, styles);
}

function renderDoubt({ id, reason }: UnreadableRule, styles: Styles): string {
  return `      ${styles.yellow("?")}  the rule ${id} may allow it after all, but cannot be understood: ${reason}`;
}

function noteOf({ rule, place, providerOwned }: SourcedRule): string {
  const position =
    place === undefined ? undefined : [place.file, place.line].filter((part) => part !== undefined).join(":");
  const parts = [rule.description, providerOwned ? "(the provider's own)" : "", position];
  return parts.filter((part) => part !== undefined && part !== "").join("  ");
}
