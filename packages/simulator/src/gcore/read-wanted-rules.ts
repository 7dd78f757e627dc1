import { refusalAs } from "./api-error.ts";
import type { WantedRule } from "./compare-rules.ts";
import { defaultRules, egressTemplate } from "./default-rules.ts";
import type { GcoreQuirks } from "./gcore-quirks.ts";
import type { ProjectRecord } from "./gcore-records.ts";
import { checkRemoteGroup } from "./group-checks.ts";
import { normalizeRule } from "./normalize-rule.ts";
import type { RuleContent, RuleRequest } from "./rule-content.ts";
import { ruleKey } from "./rule-key.ts";

/**
 * The rules of a request, each checked by itself and against the others. Throws ValidationError for one that cannot be stored, and
 * what the quirks say for a remote group that is not there and for two that are the same to OpenStack Neutron.
 */
export function readWantedRules(
  project: ProjectRecord,
  requests: readonly RuleRequest[],
  quirks: GcoreQuirks,
): readonly WantedRule[] {
  const wanted = requests.map((sent, index) => ({ sent, content: normalizeRule(sent, `rules.${index}.`, quirks) }));
  for (const { content } of wanted) checkRemoteGroup(project, content, quirks);
  const first = new Map(wanted.toReversed().map((rule) => [ruleKey(rule.content, quirks), rule]));
  if (first.size === wanted.length) return wanted;
  if (quirks.duplicateRules !== "merged") {
    throw refusalAs(quirks.duplicateRules, "rules", "Duplicate Security Group Rule in POST.");
  }
  return wanted.filter((rule) => first.get(ruleKey(rule.content, quirks)) === rule);
}

/** The rules that a new group gets for those of the request, which may have none to say. */
export function readNewRules(
  project: ProjectRecord,
  requests: readonly RuleRequest[] | undefined,
  quirks: GcoreQuirks,
): readonly RuleContent[] {
  if (requests === undefined) return defaultRules(quirks);
  const isIngressOnly = requests.length > 0 && requests.every(({ direction }) => direction === "ingress");
  const added = isIngressOnly && quirks.ingressOnlyCreate === "egress-added" ? egressTemplate : [];
  return readWantedRules(project, [...requests, ...added], quirks).map(({ content }) => content);
}
