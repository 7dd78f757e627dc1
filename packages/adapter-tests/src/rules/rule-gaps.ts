import type { Capabilities, GroupId, Rule } from "@secgroup/core";
import type { Feature } from "../tally.ts";
import { allProtocols, versionsOf } from "./protocol-rules.ts";
import { ruleOf, tcp } from "./rule-of.ts";
import { wrongTexts } from "./wrong-texts.ts";

/** A gap that shows in a rule. */
export interface RuleGap {
  readonly name: string;
  readonly feature: Feature;
  readonly rule: Rule;
}

/** Every way in which a rule can ask for more than the cloud declares. `groupId` is a group that is there. */
export function ruleGaps(capabilities: Capabilities, groupId: GroupId): readonly RuleGap[] {
  const { protocols, icmpMaximum, portMinimum, remoteGroups, localAddress, sourceMac, ruleDescription } = capabilities;
  const unknown = allProtocols.filter((protocol) => !protocols.includes(protocol));
  const icmp = protocols.find((protocol) => protocol === "icmp" || protocol === "ipv6-icmp");
  const ipVersion = icmp && versionsOf(icmp)[0];
  const gap = (name: string, feature: Feature, rule: Rule): RuleGap => ({ name, feature, rule });
  return [
    ...unknown.map((protocol) => {
      const rule = ruleOf({ protocol, ipVersion: versionsOf(protocol)[0] });
      return gap(`the protocol ${protocol}`, `protocol ${protocol}`, rule);
    }),
    ...(icmp && icmpMaximum < 255
      ? [
          gap(
            "an ICMP type too great",
            "icmpMaximum",
            ruleOf({ protocol: icmp, ipVersion, icmp: { type: icmpMaximum + 1 } }),
          ),
          gap(
            "an ICMP code too great",
            "icmpMaximum",
            ruleOf({ protocol: icmp, ipVersion, icmp: { type: 3, code: 255 } }),
          ),
        ]
      : []),
    ...(portMinimum > 0 ? [gap("a port too small", "portMinimum", tcp(portMinimum - 1, 80))] : []),
    ...(remoteGroups.supported ? [] : [gap("a remote group", "remoteGroups", tcp(80, 80, { remoteGroup: groupId }))]),
    ...(localAddress.supported
      ? []
      : [gap("an address of the server itself", "localAddress", tcp(80, 80, { local: "10.0.0.7" }))]),
    ...(sourceMac.supported
      ? []
      : [gap("a MAC address", "sourceMac", tcp(80, 80, { sourceMac: "02:01:0a:0b:0c:0d" }))]),
    ...wrongTexts(ruleDescription).map(([how, description]) =>
      gap(`a rule's description that is ${how}`, "ruleDescription", tcp(80, 80, { description })),
    ),
  ];
}
