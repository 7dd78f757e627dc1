import type { Capabilities, Capability, Rule, RuleUpdates, TextLimits } from "@secgroup/core";
import { allProtocols } from "./rules/protocol-rules.ts";
import { ruleUpdates } from "./rules/rule-updates.ts";

/** Something that capabilities speak of: a protocol as `protocol tcp`, all else by the name of its field. */
export type Feature = string;

/** Texts may be as long as this where the cloud publishes no limit. */
export const unlimited = 100_000;

/** What was exercised: as supported when it went to the cloud and back, as refused when somebody tried to get it there. */
export class Tally {
  readonly #done = new Set<string>();

  supported(...features: readonly Feature[]): void {
    for (const feature of features) this.#done.add(`${feature}: supported`);
  }

  refused(feature: Feature): void {
    this.#done.add(`${feature}: refused`);
  }

  /** What the capabilities imply and nothing has exercised. */
  missing(capabilities: Capabilities): readonly string[] {
    return impliedBy(capabilities).filter((line) => !this.#done.has(line));
  }
}

/** Everything that has to be exercised for these capabilities. */
export function impliedBy(capabilities: Capabilities): readonly string[] {
  const { protocols, icmpMaximum, portMinimum, limits } = capabilities;
  const either = (feature: Feature, isSupported: boolean): string =>
    `${feature}: ${isSupported ? "supported" : "refused"}`;
  const gaps = ["remoteGroups", "localAddress", "sourceMac", "tags", "ruleUpdates"] as const;
  const texts = ["groupName", "groupDescription", "ruleDescription"] as const;
  const hasIcmp = protocols.includes("icmp") || protocols.includes("ipv6-icmp");
  return [
    ...allProtocols.map((protocol) => either(`protocol ${protocol}`, protocols.includes(protocol))),
    ...gaps.map((name) => either(name, isSupported(capabilities[name]))),
    ...ruleUpdates(capabilities).map(({ feature, isPossible }) => either(feature, isPossible)),
    ...texts.flatMap((name) => [
      ...(capabilities[name].maxLength > 0 ? [`${name}: supported`] : []),
      ...(isLimited(capabilities[name]) ? [`${name}: refused`] : []),
    ]),
    ...(hasIcmp ? ["icmpMaximum: supported", ...(icmpMaximum < 255 ? ["icmpMaximum: refused"] : [])] : []),
    "portMinimum: supported",
    ...(portMinimum > 0 ? ["portMinimum: refused"] : []),
    "writeGranularity: supported",
    "writeGranularity: refused",
    "rulesPerGroup: supported",
    "rulesPerGroup: refused",
    ...(limits.groupsPerTarget === undefined ? [] : ["groupsPerTarget: supported", "groupsPerTarget: refused"]),
  ];
}

const isSupported = ({ supported }: Capability | RuleUpdates): boolean => supported;

/** Whether there is a text that the cloud does not take. */
export function isLimited({ minLength, maxLength, pattern }: TextLimits): boolean {
  return minLength > 0 || maxLength < unlimited || pattern !== undefined;
}

/** What a rule makes use of. */
export function featuresOf(rule: Rule, { icmpMaximum, portMinimum }: Capabilities): readonly Feature[] {
  const features: Feature[] = [`protocol ${rule.protocol}`];
  if (rule.remote.kind === "group" || rule.remote.kind === "named-group") features.push("remoteGroups");
  if (rule.local.kind !== "any") features.push("localAddress");
  if (rule.sourceMac !== "any") features.push("sourceMac");
  if (rule.description !== "") features.push("ruleDescription");
  if ("ports" in rule && rule.ports !== "all" && rule.ports.from === portMinimum) features.push("portMinimum");
  if ("icmp" in rule && rule.icmp !== "all" && rule.icmp.type === icmpMaximum) features.push("icmpMaximum");
  return features;
}
