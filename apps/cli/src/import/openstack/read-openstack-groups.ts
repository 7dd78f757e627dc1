import { readRule } from "@secgroup/adapter-gcore";
import type { GroupId, ObservedRule, RuleId, UnreadableRule } from "@secgroup/core";
import type { FileGroup, FileGroups, LeftOut, Place } from "../found-group.ts";
import { listOpenstackGroups, type OpenstackGroup, type OpenstackRule } from "./list-openstack-groups.ts";

/**
 * The security groups in what OpenStack prints, for one place. They have other ids there, so rules name each other's groups by
 * name. Rules are read as Gcore's, whose API has OpenStack's words.
 *
 * Throws `invalid-document` for a file that is none, or does not tell each group whole.
 */
export function readOpenstackGroups(value: unknown, file: string, place: Place): FileGroups {
  const groups = listOpenstackGroups(value, file);
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
    groups: taken.map((group): FileGroup => ({ place, group: observe(group, names), isForeign: true })),
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

function observe(group: OpenstackGroup, names: ReadonlyMap<string, string>): FileGroup["group"] {
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
  { remote_address_group_id: addressGroup, remote_group_id: group }: OpenstackRule,
  names: ReadonlyMap<string, string>,
): string | undefined {
  if (addressGroup) return `it names the address group ${addressGroup}, whose addresses are not in the file`;
  if (group !== null && !names.has(group)) return `it names the group ${group}, which is not in the file`;
  return undefined;
}
