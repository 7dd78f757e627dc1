import { defaultEgressRemote, writeRule } from "@secgroup/adapter-ionos";
import type { IonosTarget } from "@secgroup/config";
import { describeRule, ruleKey, SecurityGroupError, type Rule } from "@secgroup/core";
import type { ExportedGroup, Resource } from "./exported-group.ts";
import { reference } from "./hcl.ts";
import { nameRule } from "./rule-name.ts";

/** The provider checks ports with IntBetween(1, 65534) (ionoscloud/resource_nsg_firewallrule.go of ionos-cloud/terraform-provider-ionoscloud). */
const portMaximum = 65534;

/** What its documentation lists (docs/resources/nsg_firewallrule.md). */
const documentedProtocols: readonly string[] = ["TCP", "UDP", "ICMP", "ANY"];

/** One `ionoscloud_nsg`, and one `ionoscloud_nsg_firewallrule` for each of its rules. */
export function writeIonosResources({ target, placed, name }: ExportedGroup<IonosTarget>): readonly Resource[] {
  const { name: groupName, description = "", rules } = placed.desired;
  return [
    {
      type: "ionoscloud_nsg",
      name,
      attributes: { name: groupName, description, datacenter_id: target.datacenter },
    },
    ...rules.map((rule) => ({
      type: "ionoscloud_nsg_firewallrule",
      name: nameRule(name, rule),
      attributes: {
        datacenter_id: target.datacenter,
        nsg_id: reference(`ionoscloud_nsg.${name}.id`),
        ...writeMatch(rule),
      },
    })),
  ];
}

/**
 * The provider has no field for the IP version, and IONOS takes a rule without addresses for IPv4. So any address of IPv6 is
 * written as one.
 */
function writeMatch(rule: Rule): Resource["attributes"] {
  const wire = writeRule(rule, defaultEgressRemote);
  const isAnyV6 = isAnyIpv6(rule);
  const isSource = rule.direction === "ingress" || defaultEgressRemote === "sourceIp";
  const number = (value: number | null | undefined): string | undefined =>
    value === undefined || value === null ? undefined : String(value);
  return {
    type: wire.type ?? undefined,
    protocol: wire.protocol,
    port_range_start: wire.portRangeStart ?? undefined,
    port_range_end: wire.portRangeEnd ?? undefined,
    icmp_type: number(wire.icmpType),
    icmp_code: number(wire.icmpCode),
    source_ip: wire.sourceIp ?? (isAnyV6 && isSource ? "::/0" : undefined),
    target_ip: wire.targetIp ?? (isAnyV6 && !isSource ? "::/0" : undefined),
    source_mac: wire.sourceMac ?? undefined,
    name: wire.name ?? undefined,
  };
}

function isAnyIpv6({ ipVersion, remote, local }: Rule): boolean {
  return ipVersion === "IPv6" && remote.kind === "any" && local.kind === "any";
}

/** What was written although no document says whether it works; sentences. Where it does not, Terraform refuses it. */
export function describeIonosDoubts(groups: readonly ExportedGroup<IonosTarget>[]): readonly string[] {
  const rules = groups.flatMap(({ placed }) => placed.desired.rules);
  const protocols = new Set(rules.map((rule) => writeRule(rule, defaultEgressRemote).protocol));
  const undocumented = [...protocols].filter((protocol) => !documentedProtocols.includes(protocol));
  return [
    ...(rules.some(isAnyIpv6)
      ? ["any IPv6 address is written as ::/0 on IONOS Cloud, because the provider has no field for the IP version"]
      : []),
    ...(undocumented.length > 0
      ? [
          `the provider ionoscloud documents ${documentedProtocols.join(", ")} only; run \`terraform validate\` for ${undocumented.join(", ")}`,
        ]
      : []),
  ];
}

/** What IONOS Cloud can express and the provider cannot. */
export function findIonosGaps({ target, placed }: ExportedGroup<IonosTarget>): readonly SecurityGroupError[] {
  return placed.desired.rules
    .filter((rule) => "ports" in rule && rule.ports !== "all" && rule.ports.to > portMaximum)
    .map(
      (rule) =>
        new SecurityGroupError(
          "unsupported",
          `Terraform's provider ionoscloud cannot express this rule: its ports end at ${portMaximum}`,
          {
            place: {
              ...(placed.rulePlaces?.get(ruleKey(rule)) ?? placed.place),
              target: target.name,
              group: placed.key,
              rule: describeRule(rule),
              field: "ports",
            },
            hint: `End the range at ${portMaximum}, or allow all ports.`,
          },
        ),
    );
}
