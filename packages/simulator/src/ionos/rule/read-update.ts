import type { RuleProperties } from "../datacenter-state.ts";
import type { IonosQuirks } from "../ionos-quirks.ts";
import { invalid } from "../ionos-refusal.ts";

/**
 * What an update asks for, once the quirks have had their say on fields that may be fixed from the creation on: those keep their value.
 * Throws a 422 where naming or changing one is refused.
 */
export function keepFixedFields(
  present: RuleProperties,
  wanted: Partial<RuleProperties>,
  { updateOfType, updateOfIpVersion }: IonosQuirks,
): Partial<RuleProperties> {
  const quirks = { type: updateOfType, ipVersion: updateOfIpVersion };
  const fixed = (["type", "ipVersion"] as const).filter((field) => quirks[field] !== "accepted");
  for (const field of fixed) {
    const isRefused =
      quirks[field] === "refused"
        ? wanted[field] !== undefined
        : quirks[field] === "refused-when-changed" && wanted[field] !== undefined && wanted[field] !== present[field];
    if (isRefused) throw invalid([`[(root).properties.${field}] Attribute is not allowed in update requests`]);
  }
  return { ...wanted, ...Object.fromEntries(fixed.map((field) => [field, present[field]])) };
}

/** What PUT asks for. Throws a 422 unless its protocol is there, or not, as the quirk wants it, and that of the rule. */
export function readProtocol(
  present: RuleProperties,
  given: Partial<RuleProperties>,
  { putRuleProtocol }: IonosQuirks,
): Partial<RuleProperties> {
  const isNamed = given.protocol !== undefined;
  const isRefused = putRuleProtocol === "refused" ? isNamed : isNamed && given.protocol !== present.protocol;
  if (isRefused) throw invalid(["[(root).properties.protocol] Attribute is not allowed in update requests"]);
  return given;
}

/** What PATCH asks for, without ports that are null where these are ignored. */
export function withoutUnset(
  body: Partial<RuleProperties>,
  { unsetPortsByPatch }: IonosQuirks,
): Partial<RuleProperties> {
  if (unsetPortsByPatch !== "ignored") return body;
  const { portRangeStart, portRangeEnd, ...rest } = body;
  return {
    ...rest,
    ...(typeof portRangeStart === "number" && { portRangeStart }),
    ...(typeof portRangeEnd === "number" && { portRangeEnd }),
  };
}
