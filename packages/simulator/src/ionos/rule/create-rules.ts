import type { components } from "@secgroup/api-types/ionos";
import { isSameRule } from "./complete-rule.ts";
import { checkRule } from "./check-rule.ts";
import type { RuleProperties, RuleState } from "../datacenter-state.ts";
import type { IonosBackend } from "../ionos-backend.ts";
import { refuseOverLimit } from "../limit.ts";
import { invalid } from "../ionos-refusal.ts";

/** What comes as rules with a group. */
export type NewRules = NonNullable<components["schemas"]["FirewallRules"]["items"]>;

/** The rules that are there already, and new ones from the `items` that came with a group. Throws a 422 that names every field that is wrong. */
export function createRules(
  backend: IonosBackend,
  items: NewRules,
  present: readonly RuleState[] = [],
): readonly RuleState[] {
  const { quirks } = backend.settings;
  const checked = items.map((item, index) => {
    const place = `(root).entities.rules.items.${index}.properties`;
    // The schema lets a bare reference pass, which is an item of an answer and nothing that could be created.
    if (!("properties" in item) || item.properties === undefined)
      return { place, properties: undefined, messages: [`[${place}] Attribute is required`] };
    const { properties, problems } = checkRule(item.properties, quirks);
    return { place, properties, messages: problems.map(({ field, message }) => `[${place}.${field}] ${message}`) };
  });
  const messages = checked.flatMap((rule) => rule.messages);
  if (messages.length > 0) throw invalid(messages);
  refuseOverLimit(backend.settings, "rulesPerSecurityGroup", present.length + checked.length);
  const rules = [...present];
  for (const { properties, place } of checked) {
    if (properties === undefined) continue;
    refuseDuplicate(backend, properties, rules, place);
    rules.push({ id: backend.newId(), stamp: backend.newStamp(), properties });
  }
  return rules;
}

/** Throws what the quirk says when one of the others equals the rule. */
export function refuseDuplicate(
  { settings }: IonosBackend,
  properties: RuleProperties,
  others: readonly RuleState[],
  place: string,
): void {
  const { duplicateRules } = settings.quirks;
  if (duplicateRules === "accepted" || duplicateRules === "fails") return;
  if (!others.some((other) => isSameRule(other.properties, properties))) return;
  throw invalid([`[${place}] The same rule exists in the security group`], "100", duplicateRules === "409" ? 409 : 422);
}
