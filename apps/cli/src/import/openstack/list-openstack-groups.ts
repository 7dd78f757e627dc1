import { SecurityGroupError } from "@secgroup/core";
import * as z from "zod";
import { readFields } from "../read-fields.ts";

/** A rule in the words of OpenStack. */
export interface OpenstackRule {
  readonly id: string;
  readonly direction: string;
  readonly ethertype: string | null;
  /** A name, or a number that may be spelt as text. */
  readonly protocol: string | number | null;
  readonly port_range_min: number | null;
  readonly port_range_max: number | null;
  readonly remote_ip_prefix: string | null;
  readonly remote_group_id: string | null;
  readonly remote_address_group_id?: string | null | undefined;
  readonly description?: string | null | undefined;
}

/** A group with all its rules. */
export interface OpenstackGroup {
  readonly id: string;
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly stateful?: boolean | null | undefined;
  readonly tags?: readonly string[] | null | undefined;
  readonly security_group_rules: readonly OpenstackRule[];
}

// OpenStack Networking API v2.0, "Security group rules": null means any. A field that decides which packets match must be there.
const ruleFields: z.ZodType<OpenstackRule> = z.object({
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
const apiGroup: z.ZodType<OpenstackGroup> = z.object({ ...ownFields, security_group_rules: z.array(ruleFields) });
const shownGroup: z.ZodType<OpenstackGroup> = z
  .object({ ...ownFields, rules: z.array(ruleFields) })
  .transform(({ rules, ...own }) => ({ ...own, security_group_rules: rules }));
const link = z.object({ rel: z.string() });

/**
 * The groups in what OpenStack prints: the API's `{ security_groups: […] }` or `{ security_group: {…} }`, one group as
 * `openstack security group show -f json` prints it, or a list of such.
 *
 * Throws `invalid-document` for what does not tell each group with its rules: `openstack security group list` has none, `openstack
 * security group rule list` no names, and one page of several is not all.
 */
export function listOpenstackGroups(value: unknown, file: string): readonly OpenstackGroup[] {
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

function readGroup(value: unknown, file: string, at: string): OpenstackGroup {
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
