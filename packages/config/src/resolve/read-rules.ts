import { describeRule, ruleKey, type Rule, type RuleKey } from "@secgroup/core";
import type { Notice } from "../configuration.ts";
import { formatPosition } from "../problem/invalid-document-error.ts";
import type { GroupOutline } from "../shape/document-schema.ts";
import { formatPath, type DocumentPath } from "../source/document-path.ts";
import { readRule } from "./read-rule.ts";
import type { RuleContext } from "./rule-context.ts";

/** The rules of one group, each once. */
export interface GroupRules {
  readonly rules: readonly Rule[];
  /** Where each rule is said first. */
  readonly paths: ReadonlyMap<RuleKey, DocumentPath>;
  /** The indexes of all entries that say each rule, in the list of the rule's direction. */
  readonly entries: ReadonlyMap<RuleKey, readonly number[]>;
  /** What is said more than once. */
  readonly notices: readonly Notice[];
}

interface Repetition {
  readonly first: DocumentPath;
  readonly again: DocumentPath;
  readonly rules: Rule[];
}

/** Reads both lists of a group; of rules that are equal in all but their description, the first stays. */
export function readRules(
  path: DocumentPath,
  lists: Pick<GroupOutline, "ingress" | "egress">,
  context: RuleContext,
): GroupRules {
  const rules: Rule[] = [];
  const paths = new Map<RuleKey, DocumentPath>();
  const entries = new Map<RuleKey, number[]>();
  const repetitions = new Map<string, Repetition>();
  for (const direction of ["ingress", "egress"] as const) {
    for (const [index, value] of (lists[direction] ?? []).entries()) {
      const rulePath = [...path, direction, index];
      for (const rule of readRule(value, direction, rulePath, context)) {
        const key = ruleKey(rule);
        const first = paths.get(key);
        if (first === undefined) {
          paths.set(key, rulePath);
          entries.set(key, [index]);
          rules.push(rule);
          continue;
        }
        const saidBy = entries.get(key);
        if (saidBy?.at(-1) !== index) saidBy?.push(index);
        const pair = `${formatPath(first)} ${formatPath(rulePath)}`;
        const repetition = repetitions.get(pair) ?? { first, again: rulePath, rules: [] };
        repetition.rules.push(rule);
        repetitions.set(pair, repetition);
      }
    }
  }
  return {
    rules,
    paths,
    entries,
    notices: [...repetitions.values()].map((repetition) => describeRepetition(repetition, context)),
  };
}

function describeRepetition({ first, again, rules }: Repetition, { problems }: RuleContext): Notice {
  const place = problems.places.at(again);
  const firstPlace = problems.places.at(first);
  const [example] = rules;
  const said = `${example === undefined ? "" : describeRule(example)}${rules.length > 1 ? ` and ${rules.length - 1} more` : ""}`;
  const where = `${formatPath(first)} (${formatPosition(firstPlace)})`;
  const message =
    first === again
      ? `${formatPath(again)} says the same more than once: ${said}; it is merged`
      : `${formatPath(again)} says again what ${where} says: ${said}; the first, with its description, stands`;
  return { message, place, firstPlace };
}
