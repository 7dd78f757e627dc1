import type { GcoreCloud } from "../gcore/gcore-handle.ts";
import type { IonosCloud } from "../ionos/ionos-handle.ts";
import type { Fault } from "./fault.ts";
import type { FaultyClouds } from "./faulty-clouds.ts";

/** A place whose groups somebody else works on as well. */
export type FaultTarget =
  | { readonly cloud: "ionos"; readonly datacenterId: string }
  | { readonly cloud: "gcore"; readonly projectId: number; readonly regionId: number };

type Deed = Extract<Fault, { fault: "edits-rule" | "adds-rule" | "deletes-rule" | "deletes-group" }>;

/** Does what the fault says, and tells what it did. Rules that it makes let in an address of 198.51.100.0/24, another each time. */
export type ThirdParty = (deed: Deed) => string;

export function createThirdParty(clouds: FaultyClouds, targets: readonly FaultTarget[]): ThirdParty {
  let deeds = 0;
  return ({ fault, group: wanted, pick = 0 }) => {
    const groups = targets.flatMap((target) =>
      groupsOf(clouds, target).map(({ id, name, rules }) => ({ cloud: target.cloud, id, name, count: rules.length })),
    );
    const group = wanted === undefined ? groups[pick % groups.length] : groups.find(({ name }) => name === wanted);
    if (group === undefined) return "found no group";
    const place = `${group.cloud} group ${group.name}`;
    if (fault === "deletes-group") {
      clouds[group.cloud].removeGroup(group.id);
      return `deleted ${place}`;
    }
    if (fault !== "adds-rule" && group.count === 0) return `found no rule in ${place}`;
    const address = `198.51.100.${deeds++ % 256}`;
    const index = pick % group.count;
    const edit = <Rule>(rules: readonly Rule[], rule: Rule): readonly Rule[] => {
      switch (fault) {
        case "adds-rule":
          return [...rules, rule];
        case "edits-rule":
          return rules.with(index, rule);
        case "deletes-rule":
          return rules.toSpliced(index, 1);
      }
    };
    if (group.cloud === "ionos") clouds.ionos.editRules(group.id, (rules) => edit(rules, ionosRule(address)));
    else clouds.gcore.editRules(group.id, (rules) => edit(rules, gcoreRule(address)));
    const deed = {
      "adds-rule": `added a rule for ${address} to`,
      "edits-rule": `made rule ${index} one for ${address} in`,
      "deletes-rule": `deleted rule ${index} of`,
    };
    return `${deed[fault]} ${place}`;
  };
}

const groupsOf = (
  { ionos, gcore }: FaultyClouds,
  target: FaultTarget,
): readonly { readonly id: string; readonly name: string; readonly rules: readonly unknown[] }[] =>
  target.cloud === "ionos" ? ionos.groups(target.datacenterId) : gcore.groups(target.projectId, target.regionId);

type IonosRule = Parameters<Parameters<IonosCloud["editRules"]>[1]>[0][number];
type GcoreRule = Parameters<Parameters<GcoreCloud["editRules"]>[1]>[0][number];

const ionosRule = (sourceIp: string): IonosRule => ({
  name: "third party",
  protocol: "TCP",
  sourceIp,
  portRangeStart: 4242,
  portRangeEnd: 4242,
  type: "INGRESS",
});

const gcoreRule = (address: string): GcoreRule => ({
  direction: "ingress",
  ethertype: "IPv4",
  protocol: "tcp",
  port_range_min: 4242,
  port_range_max: 4242,
  remote_ip_prefix: `${address}/32`,
  remote_group_id: null,
  description: "third party",
});
