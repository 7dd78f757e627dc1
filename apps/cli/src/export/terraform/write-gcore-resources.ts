import { writeRule } from "@secgroup/adapter-gcore";
import type { GcoreTarget } from "@secgroup/config";
import type { Remote, Rule } from "@secgroup/core";
import type { ExportedGroup, Resource } from "./exported-group.ts";
import { reference, type HclValue } from "./hcl.ts";
import { nameRule } from "./rule-name.ts";

/**
 * One `gcore_cloud_security_group`, and one `gcore_cloud_security_group_rule` for each of its rules, as the provider's 2.x line has them
 * (docs/resources of G-Core/terraform-provider-gcore). Its older resource `gcore_securitygroup` cannot say ICMP code 0, nor two
 * groups whose rules name each other.
 */
export function writeGcoreResources(
  { target, placed, name }: ExportedGroup<GcoreTarget>,
  neighbours: readonly ExportedGroup[],
): readonly Resource[] {
  const place = { project_id: target.project, region_id: target.region };
  const { name: groupName, description, tags, rules } = placed.desired;
  return [
    {
      type: "gcore_cloud_security_group",
      name,
      attributes: {
        ...place,
        name: groupName,
        description: description === "" ? undefined : description,
        tags: tags && Object.keys(tags).length > 0 ? { kind: "map", entries: tags } : undefined,
      },
    },
    ...rules.map((rule) => ({
      type: "gcore_cloud_security_group_rule",
      name: nameRule(name, rule),
      attributes: {
        ...place,
        group_id: reference(`gcore_cloud_security_group.${name}.id`),
        ...writeMatch(rule, neighbours),
      },
    })),
  ];
}

function writeMatch(rule: Rule, neighbours: readonly ExportedGroup[]): Resource["attributes"] {
  const { protocol, ...wire } = writeRule({
    ...rule,
    remote: rule.remote.kind === "cidr" ? rule.remote : { kind: "any" },
  });
  return {
    direction: wire.direction,
    ethertype: wire.ethertype,
    protocol: protocol ?? undefined,
    port_range_min: wire.port_range_min ?? undefined,
    port_range_max: wire.port_range_max ?? undefined,
    remote_ip_prefix: wire.remote_ip_prefix ?? undefined,
    remote_group_id: writeRemoteGroup(rule.remote, neighbours),
    description: wire.description,
  };
}

/** The resource of the group where it has one; a group of which only the id is known is named by it. */
function writeRemoteGroup(remote: Remote, neighbours: readonly ExportedGroup[]): HclValue | undefined {
  switch (remote.kind) {
    case "any":
    case "cidr":
      return undefined;
    case "group":
    case "named-group": {
      const other = neighbours.find(({ placed: { desired } }) =>
        remote.kind === "group" ? desired.id === remote.id : desired.name === remote.name,
      );
      if (other !== undefined) return reference(`gcore_cloud_security_group.${other.name}.id`);
      return remote.kind === "group" ? remote.id : undefined;
    }
  }
}
