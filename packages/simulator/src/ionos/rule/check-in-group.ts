import type { GroupState, RuleProperties } from "../datacenter-state.ts";
import type { IonosBackend } from "../ionos-backend.ts";
import { invalid } from "../ionos-refusal.ts";
import { checkRule } from "./check-rule.ts";
import { refuseDuplicate } from "./create-rules.ts";

/** The rule as it would be in its group. Throws a 422 that names every field that is wrong, and what the quirk says for a duplicate of another than `ruleId`. */
export function checkInGroup(
  backend: IonosBackend,
  datacenterId: string,
  group: GroupState,
  given: RuleProperties,
  ruleId?: string,
): RuleProperties {
  const { properties, problems } = checkRule(given, backend.settings.quirks);
  if (problems.length > 0)
    throw invalid(problems.map(({ field, message }) => `[(root).properties.${field}] ${message}`));
  const { leaving } = backend.view(datacenterId);
  const others = [...group.rules.values()].filter(({ id }) => id !== ruleId && !leaving.has(id));
  refuseDuplicate(backend, properties, others, "(root).properties");
  return properties;
}
