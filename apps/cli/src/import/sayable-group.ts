import { ruleKey, type ObservedGroup, type RuleKey } from "@secgroup/core";

/** A group as a document can list it, and why it cannot list all of it. */
export interface SayableGroup {
  readonly group: ObservedGroup;
  /** Full sentences without the group's name, one for each reason. */
  readonly reasons: readonly string[];
}

/**
 * A document lists a rule once and never one of the provider's own, so what stands beyond that must be kept unlisted:
 * second copies are treated as if they were the provider's.
 */
export function sayable(group: ObservedGroup): SayableGroup {
  const seen = new Set<RuleKey>();
  const copies = new Set(
    group.rules.filter(({ rule, providerOwned }) => {
      const key = ruleKey(rule);
      if (providerOwned || !seen.has(key)) {
        if (!providerOwned) seen.add(key);
        return false;
      }
      return true;
    }),
  );
  const owned = group.rules.filter(({ providerOwned }) => providerOwned).length;
  const reasons = [
    ...(copies.size > 0 ? [`the cloud holds ${copies.size} of its rules more than once`] : []),
    ...(owned > 0 ? [`${owned} of its rules ${owned === 1 ? "belongs" : "belong"} to the provider`] : []),
  ];
  return {
    group: { ...group, rules: group.rules.map((rule) => (copies.has(rule) ? { ...rule, providerOwned: true } : rule)) },
    reasons,
  };
}
