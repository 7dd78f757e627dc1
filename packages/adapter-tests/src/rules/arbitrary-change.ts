import { ruleKey, type Capabilities, type Rule } from "@secgroup/core";
import fc from "fast-check";
import { arbitraryParts, arbitraryRuleSet, ofAnyProtocol, type RuleParts } from "./arbitrary-rules.ts";
import { ruleOf } from "./rule-of.ts";

/** Two sets that have rules in common, and rules of which the one could become the other in place. */
export function arbitraryChange(
  capabilities: Capabilities,
  groupName?: string,
): fc.Arbitrary<readonly [before: readonly Rule[], after: readonly Rule[]]> {
  return fc
    .tuple(
      arbitraryRuleSet(capabilities, groupName),
      fc.nat(8),
      fc.nat(8),
      fc.array(arbitraryEdit(capabilities, groupName), { minLength: 1, maxLength: 3 }),
    )
    .map(([rules, one, other, edits]) => {
      const known = new Set(rules.map(ruleKey));
      const apart = edits.filter((edit) => {
        const keys = edit.map(ruleKey);
        const isNew = keys.every((key) => !known.has(key));
        for (const key of keys) known.add(key);
        return isNew;
      });
      return [
        [...rules.slice(0, Math.max(one, other)), ...apart.map(([before]) => before)],
        [...rules.slice(Math.min(one, other)), ...apart.map(([, after]) => after)],
      ];
    });
}

/** Two rules of one protocol that have some fields in common, and differ in more than the description. */
function arbitraryEdit(
  capabilities: Capabilities,
  groupName?: string,
): fc.Arbitrary<readonly [before: Rule, after: Rule]> {
  return ofAnyProtocol(capabilities, (protocol, ipVersion) => {
    const parts = arbitraryParts(capabilities, protocol, ipVersion, groupName);
    const taken = fc.record({ direction: fc.boolean(), match: fc.boolean(), end: fc.boolean(), others: fc.boolean() });
    return fc
      .tuple(parts, parts, taken)
      .map(([before, other, takes]): readonly [Rule, Rule] => {
        const { end, ...after }: RuleParts = {
          direction: takes.direction ? other.direction : before.direction,
          ports: takes.match ? other.ports : before.ports,
          icmp: takes.match ? other.icmp : before.icmp,
          end: takes.end ? other.end : before.end,
          local: takes.others ? other.local : before.local,
          sourceMac: takes.others ? other.sourceMac : before.sourceMac,
          description: takes.others ? other.description : before.description,
        };
        const { end: endBefore, ...rest } = before;
        return [
          ruleOf({ protocol, ipVersion, ...rest, ...endBefore }),
          ruleOf({ protocol, ipVersion, ...after, ...end }),
        ];
      })
      .filter(([before, after]) => ruleKey(before) !== ruleKey(after));
  });
}
