import type { PlacedGroup } from "@secgroup/config";
import { diffGroup, ruleKey, type GroupId, type ObservedGroup, type ObservedRule, type Rule } from "@secgroup/core";
import type { GroupNames } from "../render/describe-rules.ts";
import { nameReference } from "../traffic/name-references.ts";
import { answer, type Answer, type SourcedRule } from "./answer.ts";

/** The answers for one group on one target. */
export interface GroupAnswers {
  /** Absent while the group is. */
  readonly id?: GroupId | undefined;
  readonly now: Answer;
  readonly afterPlan: Answer;
}

/** Whether the group allows what is asked, as it stands and as the document would leave it. */
export function explainGroup(
  asked: readonly Rule[],
  placed: PlacedGroup,
  observed: ObservedGroup | undefined,
  names: GroupNames,
): GroupAnswers {
  const question = asked.map((rule) => nameReference(rule, names));
  const standing = observed && {
    ...observed,
    rules: observed.rules.map((one) => ({ ...one, rule: nameReference(one.rule, names) })),
  };
  return {
    id: observed?.id,
    now: standing ? answer(question, standing.rules.map(standingRule), standing.unreadable) : { answer: "no-group" },
    afterPlan: answerAfter(question, placed, standing, names),
  };
}

function answerAfter(
  question: readonly Rule[],
  { desired, rulePlaces }: PlacedGroup,
  standing: ObservedGroup | undefined,
  names: GroupNames,
): Answer {
  if (desired.ensure === "absent") return { answer: "no-group" };
  const rules = desired.rules.map((rule) => nameReference(rule, names));
  const places = desired.rules.map((rule) => rulePlaces.get(ruleKey(rule)));
  const declared = rules.map((rule, index): SourcedRule => ({ rule, place: places[index] }));
  if (standing === undefined) return answer(question, declared, []);
  const { remove, unlisted } = diffGroup(standing, { ...desired, rules });
  const [unreadable] = standing.unreadable;
  if (unreadable) return { answer: "no-plan", reason: `the rule ${unreadable.id} cannot be understood` };
  if (desired.unlistedRules !== "keep" && standing.rules.some(({ providerOwned }) => providerOwned))
    return { answer: "no-plan", reason: "the group holds rules of the provider's own services" };
  if (desired.unlistedRules === "fail" && remove.length > 0)
    return { answer: "no-plan", reason: "the group holds rules that the document does not list" };
  return answer(question, [...declared, ...unlisted.map(standingRule)], []);
}

function standingRule({ rule, id, providerOwned }: ObservedRule): SourcedRule {
  return { rule, id, providerOwned };
}
