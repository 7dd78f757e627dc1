import { no, yes, type Capabilities } from "@secgroup/core";
import { protocolNames } from "./protocol-name.ts";

/**
 * What IONOS Cloud can express (CloudAPI v6, schemas SecurityGroupProperties and FirewallruleProperties).
 *
 * The limits are those of the page "Network Security Groups FAQ"; IONOS raises them on request.
 */
export const ionosCapabilities: Capabilities = {
  title: "IONOS Cloud",
  writeGranularity: "rule",
  protocols: [...protocolNames.keys()],
  icmpMaximum: 254,
  portMinimum: 1,
  remoteGroups: no("its firewall rules take addresses only, not groups"),
  localAddress: yes,
  sourceMac: yes,
  tags: no("its security groups have a name and a description only"),
  // `protocol` is "disallowed in update requests". Whether `type` and `ipVersion` can change, and whether ports can be unset, is
  // not documented; unlike the fields that can be lifted, ports are not marked as nullable (schema FirewallruleProperties).
  ruleUpdates: { supported: true, immutable: ["direction", "ipVersion", "protocol"], unclearable: ["ports"] },
  groupName: { minLength: 1, maxLength: 60 },
  groupDescription: { minLength: 0, maxLength: 300 },
  // IONOS states no limit for a rule's name.
  ruleDescription: { minLength: 0, maxLength: Number.MAX_SAFE_INTEGER },
  limits: { rulesPerGroup: 100, groupsPerTarget: 200 },
};
