import { SecurityGroupError } from "@secgroup/core";
import { count } from "../../render/words.ts";
import { placeKey } from "../name-targets.ts";
import type { FileGroup, FileGroups, LeftOut, Place } from "../found-group.ts";
import { readGcoreCloudGroups } from "./read-gcore-cloud-groups.ts";
import { readGcoreSecurityGroups } from "./read-gcore-security-groups.ts";
import { readIonosGroups } from "./read-ionos-groups.ts";
import { readStateResources, type StateResource } from "./state-resource.ts";

/** Rules of network interfaces, which are no groups (docs/resources/firewall.md of ionos-cloud/terraform-provider-ionoscloud). */
const interfaceRules = "ionoscloud_firewall";

const groupTypes: ReadonlySet<string> = new Set([
  "ionoscloud_nsg",
  "ionoscloud_nsg_firewallrule",
  "gcore_securitygroup",
  "gcore_cloud_security_group",
  "gcore_cloud_security_group_rule",
]);

/**
 * The security groups in a Terraform state. `fallback` is where groups are whose place the state does not tell.
 *
 * Throws `invalid-document` for a file that is not a state, or whose resources are not as the providers document them, and `usage` for a state
 * without groups and for a place that is missing.
 */
export function readTerraformGroups(value: unknown, file: string, fallback: Place | undefined): FileGroups {
  const { resources, deposed } = readStateResources(value, file);
  const parts = [
    readIonosGroups(resources, file),
    readGcoreSecurityGroups(resources, file, fallback),
    readGcoreCloudGroups(resources, file, fallback),
  ];
  const found = parts.flatMap(({ groups }) => groups);
  if (found.length === 0) throw noGroups(file);
  const [groups, twins] = separateTwins(found);
  return {
    groups,
    leftOut: [
      ...parts.flatMap(({ leftOut }) => leftOut),
      ...twins,
      ...deposed
        .filter(({ type }) => groupTypes.has(type))
        .map(({ address }) => ({ address, reason: "it is a deposed object, which Terraform is about to destroy" })),
    ],
    notices: [...parts.flatMap(({ notices }) => notices), ...noticeInterfaceRules(resources)],
  };
}

/** A group that several resources manage is one group. */
function separateTwins(
  found: readonly FileGroup[],
): readonly [groups: readonly FileGroup[], twins: readonly LeftOut[]] {
  const first = new Map<string, FileGroup>();
  const twins: LeftOut[] = [];
  for (const group of found) {
    const key = `${placeKey(group.place)} ${group.group.id.toLowerCase()}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, group);
    else twins.push({ address: group.address ?? group.group.name, reason: `it is the same group as ${other.address}` });
  }
  return [[...first.values()], twins];
}

function noticeInterfaceRules(resources: readonly StateResource[]): readonly string[] {
  const rules = resources.filter(({ type }) => type === interfaceRules).length;
  if (rules === 0) return [];
  return [
    `${count(rules, "resource")} ${interfaceRules}: rules of a network interface, not of a group, so they are not taken over`,
  ];
}

function noGroups(file: string): SecurityGroupError {
  return new SecurityGroupError("usage", `${file} has no security groups of IONOS Cloud or Gcore`, {
    place: { file },
    hint: "They are resources ionoscloud_nsg, gcore_securitygroup and gcore_cloud_security_group; check that it is the state of the right workspace.",
  });
}
