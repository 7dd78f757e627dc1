import { no, protocolEntries, yes, type Capabilities } from "@secgroup/core";

/**
 * What security groups of Gcore Cloud can express.
 *
 * Numbers and patterns are those of the schemas `UpdateSecurityGroupSerializerV2` and `CreateSecurityGroupRuleSerializerV2`
 * (operation `SecurityGroupInstanceViewSetV2.patch`).
 */
export const gcoreCapabilities: Capabilities = {
  title: "Gcore",
  writeGranularity: "rule-set",
  // The core's vocabulary is the vendor's v2 protocol enum; `any` is written as null.
  protocols: [...protocolEntries.map(({ protocol }) => protocol), "any"],
  icmpMaximum: 255,
  // The schema begins at 0, the firewall guide at 1; OpenStack Neutron, which is behind it, refuses 0.
  portMinimum: 1,
  remoteGroups: yes,
  localAddress: no("its rules have no field for the server's own address"),
  sourceMac: no("its rules have no field for a MAC address"),
  tags: yes,
  ruleUpdates: no("its v2 API cannot update a rule: every change means that the rule is removed and added"),
  groupName: { minLength: 3, maxLength: 63, pattern: "^[a-zA-Z0-9][a-zA-Z 0-9._\\-]{1,61}[a-zA-Z0-9._]$" },
  // No limit is published.
  groupDescription: { minLength: 0, maxLength: Number.MAX_SAFE_INTEGER },
  ruleDescription: { minLength: 0, maxLength: 255 },
  limits: { rulesPerGroup: 250 },
};
