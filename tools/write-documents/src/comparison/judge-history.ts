import { createTrafficSpace, type Rule, type Traffic } from "@secgroup/core";
import type { GroupHistoryEntry } from "@secgroup/simulator";
import { canonicalRule } from "./canonical-rule.ts";
import type { PlainRule } from "./change.ts";
import { readRecordedRule } from "./wire-rules.ts";

/** For how long something was wrong, in milliseconds: undefined when it never was, 0 when it was so for a moment. */
export type Spell = number | undefined;

/** What a group's states on its way from the old rules to the new ones did to traffic. */
export interface Judgement {
  /** While traffic that old and new rules both allow was refused, all of it or some. */
  readonly interruptedMs: Spell;
  /** While traffic was allowed that neither allows. */
  readonly openedMs: Spell;
  /** Whether the last state allows what the new rules allow, and nothing else. */
  readonly isAsWanted: boolean;
}

export function judgeHistory(
  old: readonly PlainRule[],
  next: readonly PlainRule[],
  history: readonly GroupHistoryEntry[],
): Judgement {
  const known = new Map<string, Rule>();
  const ruleOf = (plain: PlainRule): Rule => {
    const key = `${plain.port} ${plain.network}`;
    const rule = known.get(key) ?? canonicalRule(plain);
    known.set(key, rule);
    return rule;
  };
  const [oldRules, nextRules] = [old.map(ruleOf), next.map(ruleOf)];
  const recorded = history.map(({ at, rules }) => ({ at, rules: rules.map(readRecordedRule).map(ruleOf) }));
  const space = createTrafficSpace(known.values());
  const [before, after] = [space.of(oldRules), space.of(nextRules)];
  const least = space.intersection(before, after);
  const most = space.union(before, after);
  const states = recorded.map(({ at, rules }, index) => ({
    lastedMs: (recorded[index + 1]?.at ?? at) - at,
    allowed: space.of(rules),
  }));
  const spell = (isWrong: (allowed: Traffic) => boolean): Spell => {
    const wrong = states.filter(({ allowed }) => isWrong(allowed));
    return wrong.length === 0 ? undefined : wrong.reduce((sum, { lastedMs }) => sum + lastedMs, 0);
  };
  return {
    interruptedMs: spell((allowed) => !space.contains(allowed, least)),
    openedMs: spell((allowed) => !space.contains(most, allowed)),
    isAsWanted: states.at(-1)?.allowed === after,
  };
}
