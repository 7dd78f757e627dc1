import { conflict } from "./api-error.ts";
import type { WantedRule } from "./compare-rules.ts";
import type { ProjectRecord } from "./gcore-records.ts";
import type { GcoreQuirks } from "./gcore-options.ts";
import { checkRemoteGroup } from "./group-checks.ts";
import { normalizeRule } from "./normalize-rule.ts";
import type { RuleRequest } from "./rule-content.ts";
import { ruleKey } from "./rule-key.ts";

/**
 * The rules of a request, each checked by itself and against the others. Throws ValidationError for one that cannot be stored,
 * NotFoundError for a remote group that is not there, ConflictError for two that are the same to OpenStack Neutron.
 */
export function readWantedRules(
  project: ProjectRecord,
  requests: readonly RuleRequest[],
  quirks: GcoreQuirks,
): readonly WantedRule[] {
  const wanted = requests.map((sent, index) => ({
    sent,
    content: normalizeRule(sent, `rules.${index}.`, quirks.hostBits),
  }));
  for (const { content } of wanted) checkRemoteGroup(project, content);
  const keys = new Set(wanted.map(({ content }) => ruleKey(content)));
  if (keys.size < wanted.length) throw conflict("Duplicate Security Group Rule in POST.");
  return wanted;
}
