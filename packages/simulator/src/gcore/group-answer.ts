import type { components } from "@secgroup/api-types/gcore";
import { shuffle } from "../seeded-random.ts";
import type { StoredRule } from "./compare-rules.ts";
import type { GcoreQuirks } from "./gcore-quirks.ts";
import type { GroupRecord } from "./gcore-records.ts";
import { resourceTimestamp } from "./timestamps.ts";

type Schemas = components["schemas"];

/** What decides how a group is reported. */
export interface GroupAnswerOptions {
  readonly quirks: Pick<GcoreQuirks, "ruleOrder" | "emptyRuleDescription">;
  /** Draws orders of answers; from 0 to 1. */
  readonly answerRandom: () => number;
}

/** The group as the API reports it, rules included. */
export function groupAnswer(group: GroupRecord, options: GroupAnswerOptions): Schemas["SecurityGroupSerializer"] {
  return {
    id: group.id,
    name: group.name,
    description: group.description,
    created_at: resourceTimestamp(group.createdAt),
    updated_at: resourceTimestamp(group.updatedAt),
    revision_number: group.revision,
    project_id: group.project.projectId,
    region_id: group.project.regionId,
    region: group.project.region,
    tags_v2: [
      ...[...group.tags].map(([key, value]) => ({ key, value, read_only: false })),
      ...[...group.readOnlyTags].map(([key, value]) => ({ key, value, read_only: true })),
    ],
    security_group_rules: orderRules(group.rules, options).map((rule) => ruleAnswer(group, rule, options)),
  };
}

function orderRules(rules: readonly StoredRule[], { quirks, answerRandom }: GroupAnswerOptions): readonly StoredRule[] {
  switch (quirks.ruleOrder) {
    case "creation":
      return rules;
    case "newest-first":
      return rules.toReversed();
    case "shuffled":
      return shuffle(rules, answerRandom);
  }
}

function ruleAnswer(
  group: GroupRecord,
  { id, content, createdAt }: StoredRule,
  { quirks }: GroupAnswerOptions,
): Schemas["SecurityGroupRuleSerializer"] {
  const isNull = content.description === "" && quirks.emptyRuleDescription === "null";
  return {
    ...content,
    description: isNull ? null : content.description,
    id,
    security_group_id: group.id,
    created_at: resourceTimestamp(createdAt),
    updated_at: resourceTimestamp(createdAt),
    revision_number: 0,
  };
}
