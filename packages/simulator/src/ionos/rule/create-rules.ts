import { randomUUID } from "node:crypto";
import type { components } from "@secgroup/api-types/ionos";
import { isSameRule } from "./complete-rule.ts";
import { checkRule } from "./check-rule.ts";
import type { RuleProperties, RuleState } from "../datacenter-state.ts";
import type { IonosBackend } from "../ionos-backend.ts";
import { invalid } from "../ionos-refusal.ts";

/** New rules from the `items` that came with a group. Throws a 422 that names every field that is wrong. */
export function createRules(
  backend: IonosBackend,
  items: NonNullable<components["schemas"]["FirewallRules"]["items"]>,
): readonly RuleState[] {
  const { quirks } = backend.settings;
  const checked = items.map((item, index) => {
    const place = `(root).entities.rules.items.${index}.properties`;
    // The schema lets a bare reference pass, which is an item of an answer and nothing that could be created.
    if (!("properties" in item) || item.properties === undefined)
      return { place, properties: undefined, messages: [`[${place}] Attribute is required`] };
    const { properties, problems } = checkRule(item.properties, quirks.hostBits);
    return { place, properties, messages: problems.map(({ field, message }) => `[${place}.${field}] ${message}`) };
  });
  const messages = checked.flatMap((rule) => rule.messages);
  if (messages.length > 0) throw invalid(messages);
  refuseTooManyRules(backend, checked.length);
  const rules: RuleState[] = [];
  for (const { properties, place } of checked) {
    if (properties === undefined) continue;
    refuseDuplicate(backend, properties, rules, place);
    rules.push({ id: randomUUID(), stamp: backend.newStamp(), properties });
  }
  return rules;
}

/** Throws a 422; which code the vendor answers is not published. */
export function refuseTooManyRules({ settings }: IonosBackend, count: number): void {
  const limit = settings.limits.rulesPerSecurityGroup;
  if (count > limit) throw invalid([`[(root)] The limit of ${limit} rules per security group is exceeded`]);
}

/** Throws what the quirk says when one of the others equals the rule. */
export function refuseDuplicate(
  { settings }: IonosBackend,
  properties: RuleProperties,
  others: readonly RuleState[],
  place: string,
): void {
  const { duplicateRules } = settings.quirks;
  if (duplicateRules === "accepted" || !others.some((other) => isSameRule(other.properties, properties))) return;
  throw invalid([`[${place}] The same rule exists in the security group`], "100", duplicateRules === "409" ? 409 : 422);
}
