import { addressVersion, withoutHostBits } from "./address-block.ts";
import { completeRule } from "./complete-rule.ts";
import type { RuleProperties } from "../datacenter-state.ts";
import type { IonosQuirks } from "../ionos-options.ts";

export interface RuleProblem {
  readonly field: keyof RuleProperties;
  readonly message: string;
}

const macAddress = /^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i;

/** The complete rule, and what is wrong with it beyond what the schema of the API can say. */
export function checkRule(
  given: RuleProperties,
  hostBits: IonosQuirks["hostBits"],
): { readonly properties: RuleProperties; readonly problems: readonly RuleProblem[] } {
  const properties = completeRule(given);
  const { sourceMac } = properties;
  const mac: readonly RuleProblem[] =
    typeof sourceMac === "string" && !macAddress.test(sourceMac)
      ? [{ field: "sourceMac", message: `${sourceMac} is not a valid MAC address` }]
      : [];
  const problems = [...mac, ...checkAddresses(properties, hostBits), ...checkPorts(properties)];
  return {
    properties: hostBits === "masked" && problems.length === 0 ? maskAddresses(properties) : properties,
    problems,
  };
}

function checkAddresses(properties: RuleProperties, hostBits: IonosQuirks["hostBits"]): readonly RuleProblem[] {
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

function checkPorts({ portRangeStart, portRangeEnd }: RuleProperties): readonly RuleProblem[] {
  const [start, end] = [portRangeStart ?? null, portRangeEnd ?? null];
  if (start === null && end === null) return [];
  if (start === null) return [{ field: "portRangeStart", message: "Attribute is required when portRangeEnd is set" }];
  if (end === null) return [{ field: "portRangeEnd", message: "Attribute is required when portRangeStart is set" }];
  return start > end ? [{ field: "portRangeStart", message: "Start of the port range is greater than its end" }] : [];
}

function maskAddresses(properties: RuleProperties): RuleProperties {
  const masked = (text: string | null | undefined): string | null => (text ? (withoutHostBits(text) ?? text) : null);
  return { ...properties, sourceIp: masked(properties.sourceIp), targetIp: masked(properties.targetIp) };
}
