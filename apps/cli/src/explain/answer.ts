import {
  explainTraffic,
  type ErrorPlace,
  type Rule,
  type RuleId,
  type TrafficAnswer,
  type UnreadableRule,
} from "@secgroup/core";

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
  | (TrafficAnswer<SourcedRule> & {
      /** Rules that nobody understands, and that may allow what is refused by the others. */
      readonly unreadable: readonly UnreadableRule[];
    })
  | { readonly answer: "no-group" }
  /** Nothing leads there. */
  | { readonly answer: "no-plan"; readonly reason: string };

/** Which of the packets that the question's rules match are allowed, and by which rules. */
export function answer(
  question: readonly Rule[],
  rules: readonly SourcedRule[],
  unreadable: readonly UnreadableRule[],
): Answer {
  return { ...explainTraffic(question, rules), unreadable };
}
