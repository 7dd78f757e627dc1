import type { components } from "@secgroup/api-types/gcore";
import type { GroupRecord } from "./gcore-records.ts";
import { resourceTimestamp } from "./timestamps.ts";

/** The group as the API reports it, rules included. */
export function groupAnswer(group: GroupRecord): components["schemas"]["SecurityGroupSerializer"] {
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
    security_group_rules: group.rules.map(({ id, content, createdAt }) => ({
      ...content,
      id,
      security_group_id: group.id,
      created_at: resourceTimestamp(createdAt),
      updated_at: resourceTimestamp(createdAt),
      revision_number: 0,
    })),
  };
}
