import * as z from "zod";
import { groupBy } from "../../lint/group-by.ts";
import type { FileGroup, FileGroups, Place } from "../found-group.ts";
import { readFields } from "../read-fields.ts";
import { optionalText } from "./attributes.ts";
import { gcorePlace, groupFields, observeGroup, type StateRule } from "./gcore-state.ts";
import type { StateResource } from "./state-resource.ts";

// docs/resources/cloud_security_group.md of G-Core/terraform-provider-gcore, provider 2.x.
const groupAttributes = z.object({
  ...groupFields,
  tags: z.nullish(z.record(z.string(), z.nullable(z.string()))),
  security_group_rules: z.nullish(z.array(z.object({ id: z.string() }))),
});

// docs/resources/cloud_security_group_rule.md and cloud_security_group_rule/model.go there. A field that decides which packets
// match must be there, though it may be null.
const ruleAttributes = z.object({
  id: z.string(),
  group_id: z.string(),
  direction: z.string(),
  description: optionalText,
  ethertype: optionalText,
  port_range_min: z.nullable(z.number()),
  port_range_max: z.nullable(z.number()),
  protocol: z.nullable(z.string()),
  remote_group_id: z.nullable(z.string()),
  remote_ip_prefix: z.nullable(z.string()),
});

/**
 * The groups in resources `gcore_cloud_security_group` of the provider's 2.x line, with their rules in resources
 * `gcore_cloud_security_group_rule`. What a group lists beyond those is not taken over, because the list is as old as the last
 * refresh; such a group keeps what it has.
 */
export function readGcoreCloudGroups(
  resources: readonly StateResource[],
  file: string,
  fallback: Place | undefined,
): FileGroups {
  const rules = resources
    .filter(({ type }) => type === "gcore_cloud_security_group_rule")
    .map(({ address, attributes }) => ({ address, fields: readFields(ruleAttributes, attributes, file, address) }));
  const rulesByGroup = groupBy(rules, ({ fields }) => fields.group_id);
  const groups = resources
    .filter(({ type }) => type === "gcore_cloud_security_group")
    .map(({ address, attributes }): FileGroup => {
      const fields = readFields(groupAttributes, attributes, file, address);
      const own = rulesByGroup.get(fields.id) ?? [];
      const managed = new Set(own.map((rule) => rule.fields.id));
      const others = (fields.security_group_rules ?? []).filter(({ id }) => !managed.has(id)).length;
      return {
        address,
        place: gcorePlace(fields, address, { file, fallback }),
        group: observeGroup(fields, readTags(fields.tags ?? {}), own.map(readStateRule)),
        ...(others > 0 && { unlisted: `the state lists ${others} that Terraform does not manage` }),
      };
    });
  const known = new Set(groups.map(({ group }) => group.id as string));
  return {
    groups,
    leftOut: rules
      .filter(({ fields }) => !known.has(fields.group_id))
      .map(({ address, fields }) => ({ address, reason: `its group ${fields.group_id} is not in the state` })),
    notices: [],
  };
}

function readStateRule({
  address,
  fields: { description, ethertype, direction, protocol, ...match },
}: {
  readonly address: string;
  readonly fields: z.infer<typeof ruleAttributes>;
}): StateRule {
  return {
    told: true,
    answer: {
      id: address,
      direction,
      // What is not configured is not kept, and the API's default is IPv4 (CreateSecurityGroupRuleSerializerV2).
      ethertype: ethertype ?? "IPv4",
      protocol,
      port_range_min: match.port_range_min,
      port_range_max: match.port_range_max,
      remote_ip_prefix: match.remote_ip_prefix,
      remote_group_id: match.remote_group_id,
      description,
    },
  };
}

function readTags(tags: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(tags).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}
