import {
  createTrafficSpace,
  noTraffic,
  type ErrorPlace,
  type Rule,
  type RuleId,
  type UnreadableRule,
} from "@secgroup/core";
import { exampleLines, type ExampleLine } from "../traffic/example-lines.ts";

/** A rule and where it is from. */
export interface SourcedRule {
  readonly rule: Rule;
  /** Of a rule that stands on the cloud. */
  readonly id?: RuleId | undefined;
  /** Of a rule that the document says. */
  readonly place?: ErrorPlace | undefined;
  readonly providerOwned?: boolean | undefined;
}

/** Whether traffic is allowed. */
export type Answer =
  | {
      readonly answer: "allowed" | "refused" | "partly";
      /** The rules that allow all or part of it. */
      readonly rules: readonly SourcedRule[];
      readonly allowed: readonly ExampleLine[];
      readonly refused: readonly ExampleLine[];
      /** Rules that nobody understands, and that may allow what is refused by the others. */
      readonly unreadable: readonly UnreadableRule[];
    }
  | { readonly answer: "no-group" }
  /** Nothing leads there. */
  | { readonly answer: "no-plan"; readonly reason: string };

/** Which of the packets that the question's rules match are allowed, and by which rules. */
export function answer(
  question: readonly Rule[],
  rules: readonly SourcedRule[],
  unreadable: readonly UnreadableRule[],
): Answer {
  const space = createTrafficSpace([...question, ...rules.map(({ rule }) => rule)]);
  const asked = space.of(question);
  const concerned = rules.filter(({ rule }) => space.intersection(space.ofRule(rule), asked) !== noTraffic);
  const allowed = space.intersection(space.of(concerned.map(({ rule }) => rule)), asked);
  return {
    answer: allowed === asked ? "allowed" : allowed === noTraffic ? "refused" : "partly",
    rules: concerned,
    allowed: exampleLines(allowed, space),
    refused: exampleLines(space.difference(asked, allowed), space),
    unreadable,
  };
}
