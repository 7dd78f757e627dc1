import type { RuleProperties } from "../datacenter-state.ts";
import { canonicalAddress } from "./canonical-address.ts";
import { isSameRule } from "./complete-rule.ts";

const oneSpelling = {
  hostBits: "masked",
  anyBlock: "null",
  singleAddress: "with-prefix",
  ipv6Spelling: "compressed",
} as const;

/** Whether two rules let the same packets through, however they are spelt and named. */
export function isSameInForce(a: RuleProperties, b: RuleProperties): boolean {
  return isSameRule(respell(a), respell(b));
}

function respell(rule: RuleProperties): RuleProperties {
  const address = (text: string | null | undefined): string | null =>
    text ? canonicalAddress(text, oneSpelling) : null;
  return {
    ...rule,
    sourceIp: address(rule.sourceIp),
    targetIp: address(rule.targetIp),
    sourceMac: rule.sourceMac?.toLowerCase() ?? null,
  };
}
