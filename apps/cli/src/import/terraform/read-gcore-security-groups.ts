import { readProtocol } from "@secgroup/core";
import * as z from "zod";
import { count } from "../../render/words.ts";
import type { FileGroup, FileGroups, Place } from "../found-group.ts";
import { readFields } from "../read-fields.ts";
import { optionalNumber, optionalText } from "./attributes.ts";
import { gcorePlace, groupFields, observeGroup, type StateRule } from "./gcore-state.ts";
import type { StateResource } from "./state-resource.ts";

// docs/resources/securitygroup.md of G-Core/terraform-provider-gcore, provider 0.x, and convertSecurityGroupRules in its
// gcore/resource_gcore_securitygroup.go, which writes 0 for a port that is not limited and "" for a text that is not set.
const ruleAttributes = z.object({
  direction: z.string(),
  ethertype: optionalText,
  protocol: optionalText,
  port_range_min: optionalNumber,
  port_range_max: optionalNumber,
  description: optionalText,
  remote_ip_prefix: optionalText,
  // Older versions of the provider have no such field. Absent is unknown, not none.
  remote_group_id: z.optional(z.nullable(z.string())),
});

const groupAttributes = z.object({
  ...groupFields,
  metadata_map: z.nullish(z.record(z.string(), z.string())),
  security_group_rules: z.array(ruleAttributes),
});

type RuleAttributes = z.infer<typeof ruleAttributes>;

/** The groups in resources `gcore_securitygroup` of the provider's 0.x line, which hold their rules; those are all that the group has. */
export function readGcoreSecurityGroups(
  resources: readonly StateResource[],
  file: string,
  fallback: Place | undefined,
): FileGroups {
  const groups = resources
    .filter(({ type }) => type === "gcore_securitygroup")
    .map(({ address, attributes }): FileGroup => {
      const fields = readFields(groupAttributes, attributes, file, address);
      return {
        address,
        place: gcorePlace(fields, address, { file, fallback }),
        group: observeGroup(
          fields,
          fields.metadata_map ?? {},
          fields.security_group_rules.map((rule, index) => readStateRule(rule, `security_group_rules[${index}]`)),
        ),
      };
    });
  const everyIcmp = groups
    .flatMap(({ group }) => group.rules)
    .filter(({ rule }) => "icmp" in rule && rule.icmp === "all");
  return {
    groups,
    leftOut: [],
    notices:
      everyIcmp.length === 0
        ? []
        : [
            `${count(everyIcmp.length, "ICMP rule")} of gcore_securitygroup with 0 for type and code: read as all ICMP, the only rule that the provider creates so`,
          ],
  };
}

function readStateRule(fields: RuleAttributes, id: string): StateRule {
  const { remote_ip_prefix: prefix, remote_group_id: remoteGroup } = fields;
  if (prefix === null && remoteGroup === undefined) {
    const reason =
      "the state is from a version of the provider that does not record remote groups, so the rule may be open to one group only; refresh it with a newer version, or use `secgroup import gcore`";
    return { told: false, id, reason };
  }
  const range = readRange(fields);
  if (range === undefined) {
    const reason =
      "the state writes 0 for ICMP code 0 and for any code alike; use `secgroup import gcore`, which reads the group itself";
    return { told: false, id, reason };
  }
  return {
    told: true,
    answer: {
      id,
      direction: fields.direction,
      ethertype: fields.ethertype,
      protocol: fields.protocol,
      ...range,
      remote_ip_prefix: prefix,
      remote_group_id: remoteGroup === undefined || remoteGroup === "" ? null : remoteGroup,
      description: fields.description,
    },
  };
}

/**
 * Twice 0 is no limit. So it is for ICMP: the provider writes it for all types, and cannot create a rule for type 0
 * (convertToSecurityGroupRules sends a range only when neither end is 0).
 */
function readRange(
  fields: RuleAttributes,
): { readonly port_range_min: number | null; readonly port_range_max: number | null } | undefined {
  const minimum = fields.port_range_min ?? 0;
  const maximum = fields.port_range_max ?? 0;
  if (minimum === 0 && maximum === 0) return { port_range_min: null, port_range_max: null };
  if (maximum === 0 && readProtocol(fields.protocol)?.family === "icmp") return undefined;
  return { port_range_min: minimum, port_range_max: maximum };
}
