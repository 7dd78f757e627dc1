import type { RuleProperties } from "../datacenter-state.ts";
import type { IonosQuirks } from "../ionos-quirks.ts";
import { addressVersion, withoutHostBits } from "./address-block.ts";
import { canonicalAddress } from "./canonical-address.ts";
import { completeRule } from "./complete-rule.ts";

export interface RuleProblem {
  readonly field: keyof RuleProperties;
  readonly message: string;
}

const macAddress = /^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i;

/** The complete rule as the cloud keeps it, and what is wrong with it beyond what the schema of the API can say. */
export function checkRule(
  given: RuleProperties,
  quirks: IonosQuirks,
): { readonly properties: RuleProperties; readonly problems: readonly RuleProblem[] } {
  const properties = completeRule(given);
  const { sourceMac } = properties;
  const mac: readonly RuleProblem[] =
    typeof sourceMac === "string" && !macAddress.test(sourceMac)
      ? [{ field: "sourceMac", message: `${sourceMac} is not a valid MAC address` }]
      : [];
  const problems = [...mac, ...checkAddresses(properties, quirks), ...checkPorts(properties, quirks)];
  return { properties: problems.length === 0 ? canonicalRule(properties, quirks) : properties, problems };
}

function checkAddresses(properties: RuleProperties, { hostBits }: IonosQuirks): readonly RuleProblem[] {
  return (["sourceIp", "targetIp"] as const).flatMap((field) => {
    const text = properties[field];
    if (text === null || text === undefined) return [];
    const version = addressVersion(text);
    if (version === undefined) return [{ field, message: `${text} is not a valid IP address or CIDR block` }];
    if (version !== properties.ipVersion)
      return [{ field, message: `${text} contradicts the IP version ${properties.ipVersion}` }];
    if (hostBits === "rejected" && withoutHostBits(text) !== undefined)
      return [{ field, message: `${text} has host bits set` }];
    return [];
  });
}

function checkPorts(
  { portRangeStart, portRangeEnd }: RuleProperties,
  { halfPortRange, reversedPortRange }: IonosQuirks,
): readonly RuleProblem[] {
  const [start, end] = [portRangeStart ?? null, portRangeEnd ?? null];
  if (start === null && end === null) return [];
  if (start === null || end === null) {
    if (halfPortRange !== "rejected") return [];
    const [missing, given] =
      start === null ? (["portRangeStart", "portRangeEnd"] as const) : (["portRangeEnd", "portRangeStart"] as const);
    return [{ field: missing, message: `Attribute is required when ${given} is set` }];
  }
  return start > end && reversedPortRange === "rejected"
    ? [{ field: "portRangeStart", message: "Start of the port range is greater than its end" }]
    : [];
}

function canonicalRule(properties: RuleProperties, quirks: IonosQuirks): RuleProperties {
  const address = (text: string | null | undefined): string | null => (text ? canonicalAddress(text, quirks) : null);
  const { sourceMac, sourceIp, targetIp } = properties;
  return {
    ...properties,
    sourceMac: sourceMac ? canonicalMac(sourceMac, quirks.macCase) : null,
    sourceIp: address(sourceIp),
    targetIp: address(targetIp),
    ...canonicalPorts(properties, quirks),
  };
}

function canonicalMac(text: string, macCase: IonosQuirks["macCase"]): string {
  if (macCase === "kept") return text;
  return macCase === "lower" ? text.toLowerCase() : text.toUpperCase();
}

function canonicalPorts(
  { portRangeStart, portRangeEnd }: RuleProperties,
  { halfPortRange, reversedPortRange }: IonosQuirks,
): Pick<RuleProperties, "portRangeStart" | "portRangeEnd"> {
  const isCompleted = halfPortRange === "completed";
  const start = portRangeStart ?? (isCompleted ? portRangeEnd : null) ?? null;
  const end = portRangeEnd ?? (isCompleted ? portRangeStart : null) ?? null;
  const isSwapped = reversedPortRange === "swapped" && start !== null && end !== null && start > end;
  return isSwapped ? { portRangeStart: end, portRangeEnd: start } : { portRangeStart: start, portRangeEnd: end };
}
