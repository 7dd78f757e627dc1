import { yes, type Capabilities } from "../adapter/capabilities.ts";
import { protocolEntries } from "../normalize/protocol-table.ts";

/** A cloud without gaps: whatever a rule can say, it can hold. */
export const memoryCapabilities: Capabilities = {
  title: "Memory",
  writeGranularity: "rule",
  protocols: ["any", ...protocolEntries.map(({ protocol }) => protocol)],
  icmpMaximum: 255,
  portMinimum: 0,
  remoteGroups: yes,
  localAddress: yes,
  sourceMac: yes,
  tags: yes,
  ruleUpdates: { supported: true, immutable: ["protocol"], unclearable: [] },
  groupName: { minLength: 1, maxLength: 255 },
  groupDescription: { minLength: 0, maxLength: 255 },
  ruleDescription: { minLength: 0, maxLength: 255 },
  limits: { rulesPerGroup: 1_000 },
};
