import { defaultEgressRemote, readRule, type CompleteRule } from "@secgroup/adapter-ionos";
import { ruleKey, type GroupId, type ObservedRule, type RuleId, type UnreadableRule } from "@secgroup/core";
import * as z from "zod";
import { groupBy } from "../../lint/group-by.ts";
import { count } from "../../render/words.ts";
import type { FileGroup, FileGroups, LeftOut } from "../found-group.ts";
import { readFields } from "../read-fields.ts";
import { optionalNumber, optionalText } from "./attributes.ts";
import type { StateResource } from "./state-resource.ts";

// docs/resources/nsg.md and ionoscloud/resource_nsg.go of ionos-cloud/terraform-provider-ionoscloud.
const groupAttributes = z.object({
  id: z.string(),
  name: optionalText,
  description: optionalText,
  datacenter_id: z.string(),
  rule_ids: z.nullish(z.array(z.string())),
});

// docs/resources/nsg_firewallrule.md, and setFirewallData in ionoscloud/resource_firewall.go, which writes what IONOS answers
// in its own words. There is no field for the IP version.
const ruleAttributes = z.object({
  id: z.string(),
  nsg_id: z.string(),
  name: optionalText,
  protocol: z.string(),
  source_mac: optionalText,
  source_ip: optionalText,
  target_ip: optionalText,
  port_range_start: optionalNumber,
  port_range_end: optionalNumber,
  icmp_type: optionalNumber,
  icmp_code: optionalNumber,
  type: optionalText,
});

type RuleAttributes = z.infer<typeof ruleAttributes>;

/**
 * The groups in resources `ionoscloud_nsg`, with their rules in resources `ionoscloud_nsg_firewallrule`.
 *
 * A rule without addresses is about IPv4, because the provider can create no other; of two that allow the same, one
 * may be an IPv6 rule from elsewhere, and their group is unreadable. A group whose `rule_ids` name more rules than the state manages keeps them.
 */
export function readIonosGroups(resources: readonly StateResource[], file: string): FileGroups {
  const rules = resources
    .filter(({ type }) => type === "ionoscloud_nsg_firewallrule")
    .map(({ address, attributes }) => ({ address, fields: readFields(ruleAttributes, attributes, file, address) }));
  const rulesByGroup = groupBy(rules, ({ fields }) => fields.nsg_id);
  const groups = resources
    .filter(({ type }) => type === "ionoscloud_nsg")
    .map(({ address, attributes }): FileGroup => {
      const fields = readFields(groupAttributes, attributes, file, address);
      const own = rulesByGroup.get(fields.id) ?? [];
      const managed = new Set(own.map((rule) => rule.fields.id));
      const others = (fields.rule_ids ?? []).filter((id) => !managed.has(id)).length;
      return {
        address,
        place: { cloud: "ionos", datacenter: fields.datacenter_id },
        group: {
          id: fields.id as GroupId,
          name: fields.name ?? "",
          description: fields.description ?? "",
          tags: {},
          readOnlyTags: {},
          ...observeRules(own),
        },
        ...(others > 0 && { unlisted: `the state names ${others} that Terraform does not manage` }),
      };
    });
  const known = new Set(groups.map(({ group }) => group.id as string));
  const unversioned = rules.filter(({ fields }) => known.has(fields.nsg_id) && isUnversioned(fields)).length;
  return {
    groups,
    leftOut: listStrays(rules, known),
    notices: unversioned > 0 ? [unversionedNotice(unversioned)] : [],
  };
}

interface StateRule {
  readonly address: string;
  readonly fields: RuleAttributes;
}

function observeRules(rules: readonly StateRule[]): {
  readonly rules: readonly ObservedRule[];
  readonly unreadable: readonly UnreadableRule[];
} {
  const observed: ObservedRule[] = [];
  const unreadable: UnreadableRule[] = [];
  const unversioned = new Map<string, string>();
  for (const { address, fields } of rules) {
    const read = readRule(wireRule(address, fields), defaultEgressRemote);
    if (!read.readable) {
      unreadable.push(read.rule);
      continue;
    }
    const key = ruleKey(read.rule.rule);
    const twin = isUnversioned(fields) ? unversioned.get(key) : undefined;
    if (twin !== undefined) {
      const reason = `it allows the same as ${twin} by all that the state tells, so one of them may be about IPv6; read the datacenter itself with \`secgroup import ionos\``;
      unreadable.push({ id: address as RuleId, reason });
    }
    if (isUnversioned(fields)) unversioned.set(key, address);
    observed.push(read.rule);
  }
  return { rules: observed, unreadable };
}

function wireRule(address: string, fields: RuleAttributes): CompleteRule {
  return {
    id: address,
    properties: {
      name: fields.name,
      protocol: fields.protocol,
      type: fields.type,
      ipVersion: isIcmpV6(fields) ? "IPv6" : undefined,
      sourceMac: fields.source_mac,
      sourceIp: fields.source_ip,
      targetIp: fields.target_ip,
      // The provider takes ports from 1; a zero in the state is a port that is not set.
      portRangeStart: fields.port_range_start || null,
      portRangeEnd: fields.port_range_end || null,
      icmpType: fields.icmp_type,
      icmpCode: fields.icmp_code,
    },
  };
}

/** Whether nothing in the rule tells its IP version. */
function isUnversioned(fields: RuleAttributes): boolean {
  return fields.source_ip === null && fields.target_ip === null && !isIcmpV6(fields);
}

function isIcmpV6({ protocol }: RuleAttributes): boolean {
  return protocol.toLowerCase() === "icmpv6";
}

function unversionedNotice(unversioned: number): string {
  return `${count(unversioned, "rule")} of ionoscloud_nsg_firewallrule without addresses: read as IPv4, the only version that the provider creates them for`;
}

function listStrays(rules: readonly StateRule[], known: ReadonlySet<string>): readonly LeftOut[] {
  return rules
    .filter(({ fields }) => !known.has(fields.nsg_id))
    .map(({ address, fields }) => ({ address, reason: `its group ${fields.nsg_id} is not in the state` }));
}
