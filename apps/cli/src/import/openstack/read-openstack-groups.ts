import { readRule } from "@secgroup/adapter-gcore";
import { SecurityGroupError, type GroupId, type ObservedRule, type RuleId, type UnreadableRule } from "@secgroup/core";
import * as z from "zod";
import type { FileGroup, FileGroups, LeftOut, Place } from "../found-group.ts";
import { readFields } from "../read-fields.ts";

// OpenStack Networking API v2.0, "Security group rules": null means any. A field that decides which packets match must be there.
const ruleFields = z.object({
  id: z.string(),
  direction: z.string(),
  ethertype: z.nullable(z.string()),
  protocol: z.nullable(z.union([z.string(), z.number()])),
  port_range_min: z.nullable(z.number()),
  port_range_max: z.nullable(z.number()),
  remote_ip_prefix: z.nullable(z.string()),
  remote_group_id: z.nullable(z.string()),
  // Clouds from before the extension security-groups-remote-address-group do not have it.
  remote_address_group_id: z.nullish(z.string()),
  description: z.nullish(z.string()),
});

const ownFields = {
  id: z.string(),
  name: z.string(),
  description: z.nullish(z.string()),
  stateful: z.nullish(z.boolean()),
  tags: z.nullish(z.array(z.string())),
};
// As the API answers, and as `openstack security group show -f json` prints it (python-openstackclient, security_group.py).
const apiGroup = z.object({ ...ownFields, security_group_rules: z.array(ruleFields) });
const shownGroup = z
  .object({ ...ownFields, rules: z.array(ruleFields) })
  .transform(({ rules, ...own }) => ({ ...own, security_group_rules: rules }));
const link = z.object({ rel: z.string() });

type Group = z.infer<typeof apiGroup>;
type RuleFields = z.infer<typeof ruleFields>;

/**
 * The security groups in what OpenStack prints: the API's `{ security_groups: […] }` or `{ security_group: {…} }`, one group
 * as `openstack security group show -f json` prints it, or a list of such. They go to one place, where they have other ids, so
 * rules name each other's groups by name.
 *
 * Throws `invalid-document` for what does not tell each group with its rules: `openstack security group list` has none, `openstack security
 * group rule list` no names, and one page of several is not all.
 */
export function readOpenstackGroups(value: unknown, file: string, place: Place): FileGroups {
  const groups = listGroups(value, file);
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const leftOut: LeftOut[] = [];
  const taken = groups.filter(({ id, name }) => {
    const others = groups.filter((other) => other.name === name).length;
    if (others > 1)
      leftOut.push({
        address: `${name} (${id})`,
        reason: `${others} groups are called ${JSON.stringify(name)}, and only their names can tell them apart elsewhere`,
      });
    return others === 1;
  });
  const isTagged = groups.some(({ tags }) => (tags ?? []).length > 0);
  return {
    groups: taken.map((group): FileGroup => ({ place, group: observe(group, names) })),
    leftOut,
    notices: [
      ...(isTagged ? ["tags are words in OpenStack, without values, so they are not taken over"] : []),
      ...groups
        .filter(({ stateful }) => stateful === false)
        .map(
          ({ name }) =>
            `the group ${JSON.stringify(name)} is stateless; where it goes, answers to what is allowed are allowed too`,
        ),
    ],
  };
}

function observe(group: Group, names: ReadonlyMap<string, string>): FileGroup["group"] {
  const rules: ObservedRule[] = [];
  const unreadable: UnreadableRule[] = [];
  for (const fields of group.security_group_rules) {
    const problem = findGap(fields, names);
    if (problem !== undefined) {
      unreadable.push({ id: fields.id as RuleId, reason: problem });
      continue;
    }
    const { protocol, description, ...rest } = fields;
    const read = readRule({ ...rest, protocol: protocol === null ? null : String(protocol), description });
    if (!read.readable) unreadable.push(read.rule);
    // The description by which Gcore's own rules are told means nothing elsewhere.
    else rules.push({ ...read.rule, providerOwned: false });
  }
  const { id, name, description } = group;
  return { id: id as GroupId, name, description: description ?? "", tags: {}, readOnlyTags: {}, rules, unreadable };
}

/** What of a rule nothing else can say. */
function findGap(
  { remote_address_group_id: addressGroup, remote_group_id: group }: RuleFields,
  names: ReadonlyMap<string, string>,
): string | undefined {
  if (addressGroup) return `it names the address group ${addressGroup}, whose addresses are not in the file`;
  if (group !== null && !names.has(group)) return `it names the group ${group}, which is not in the file`;
  return undefined;
}

function listGroups(value: unknown, file: string): readonly Group[] {
  if (Array.isArray(value)) return value.map((entry, index) => readGroup(entry, file, `[${index}]`));
  if (isObject(value) && "security_groups" in value) {
    const { security_groups: groups, security_groups_links: links } = readFields(
      z.object({ security_groups: z.array(z.unknown()), security_groups_links: z.nullish(z.array(link)) }),
      value,
      file,
    );
    if (links?.some(({ rel }) => rel === "next")) {
      throw refuse(
        "this is one page of several",
        file,
        "security_groups_links",
        "Ask for all groups at once, or join the pages under security_groups.",
      );
    }
    return groups.map((group, index) => readGroup(group, file, `security_groups[${index}]`));
  }
  if (isObject(value) && "security_group" in value) return [readGroup(value.security_group, file, "security_group")];
  return [readGroup(value, file, "")];
}

const whole =
  "Write each group with `openstack security group show ID -f json`, or ask the API: GET /v2.0/security-groups.";

function readGroup(value: unknown, file: string, at: string): Group {
  if (isObject(value)) {
    if ("security_group_rules" in value) return readFields(apiGroup, value, file, at);
    if (Array.isArray(value.rules)) return readFields(shownGroup, value, file, at);
    if ("IP Protocol" in value) throw refuse("a list of rules does not name their groups", file, at, whole);
    if ("ID" in value) throw refuse("a list of groups does not tell their rules", file, at, whole);
    if (typeof value.rules === "string")
      throw refuse(
        "the rules are printed for people, not as JSON",
        file,
        at,
        "Use a version of python-openstackclient that prints them as a list, or ask the API: GET /v2.0/security-groups.",
      );
  }
  throw refuse("this is no security group with its rules", file, at, whole);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refuse(message: string, file: string, path: string, hint: string): SecurityGroupError {
  return new SecurityGroupError("invalid-document", message, { place: { file, path }, hint });
}
