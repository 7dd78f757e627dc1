import { no, type Capabilities } from "@secgroup/core";

/** What Palisade, a cloud that exists in this example only, can express. */
export const palisadeCapabilities: Capabilities = {
  title: "Palisade",
  writeGranularity: "rule-set",
  protocols: ["tcp", "udp", "icmp"],
  icmpMaximum: 255,
  portMinimum: 1,
  remoteGroups: no("its rules name addresses only"),
  localAddress: no("its rules hold for every address of the server"),
  sourceMac: no("it looks at IP packets only"),
  tags: no("its groups have a name and rules, nothing else"),
  ruleUpdates: { supported: true, immutable: [], unclearable: [] },
  groupName: { minLength: 1, maxLength: 32, pattern: "^[^\\r\\n]*$" },
  groupDescription: { minLength: 0, maxLength: 0 },
  ruleDescription: { minLength: 0, maxLength: 60, pattern: "^[^\\r\\n]*$" },
  limits: { rulesPerGroup: 20, groupsPerTarget: 30 },
};
