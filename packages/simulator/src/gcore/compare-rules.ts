import type { GcoreQuirks } from "./gcore-quirks.ts";
import { withDefaults, type RuleContent, type RuleRequest } from "./rule-content.ts";
import { ruleKey } from "./rule-key.ts";

/** A rule that a request wants: as it was sent, and as it would be stored. */
export interface WantedRule {
  readonly sent: RuleRequest;
  readonly content: RuleContent;
}

export interface StoredRule {
  readonly id: string;
  readonly content: RuleContent;
  /** Milliseconds since the epoch. A rule never changes: another content is another rule. */
  readonly createdAt: number;
}

/** What has to happen to a stored set; a stored rule that is in no list stays, with its id. */
export interface RuleDifference {
  readonly add: readonly RuleContent[];
  readonly remove: readonly StoredRule[];
}

/** Compares a complete set of wanted rules with the stored ones. Neither may hold the same rule twice. */
export function compareRules(
  stored: readonly StoredRule[],
  wanted: readonly WantedRule[],
  quirks: Pick<GcoreQuirks, "ruleComparison" | "ipencapAndIpip">,
): RuleDifference {
  const keyOf = (literal: RuleContent, content: RuleContent): string => {
    switch (quirks.ruleComparison) {
      case "normalized":
        return ruleKey(content, quirks);
      case "normalized-with-description":
        return ruleKey(content, quirks) + content.description;
      case "as-stored":
        return JSON.stringify(content);
      case "literal":
        return JSON.stringify(literal);
    }
  };
  const storedKey = ({ content }: StoredRule): string => keyOf(content, content);
  const wantedKey = ({ sent, content }: WantedRule): string => keyOf(withDefaults(sent), content);
  const storedKeys = new Set(stored.map(storedKey));
  const wantedKeys = new Set(wanted.map(wantedKey));
  return {
    add: wanted.filter((rule) => !storedKeys.has(wantedKey(rule))).map(({ content }) => content),
    remove: stored.filter((rule) => !wantedKeys.has(storedKey(rule))),
  };
}
