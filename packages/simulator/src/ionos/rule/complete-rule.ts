import { addressVersion } from "./address-block.ts";
import type { RuleProperties } from "../datacenter-state.ts";

/**
 * The rule as it is told in answers: what was not given is null, the direction is INGRESS, and the family is that of the addresses,
 * or IPv4 without any. Keys in the order of the answer on the how-to page "Create rules".
 */
export function completeRule(properties: RuleProperties): RuleProperties {
  const {
    name,
    protocol,
    sourceMac,
    sourceIp,
    targetIp,
    icmpCode,
    icmpType,
    portRangeStart,
    portRangeEnd,
    ipVersion,
    type,
  } = properties;
  return {
    ...(name === undefined ? {} : { name }),
    protocol,
    sourceMac: sourceMac ?? null,
    sourceIp: sourceIp ?? null,
    targetIp: targetIp ?? null,
    icmpCode: icmpCode ?? null,
    icmpType: icmpType ?? null,
    portRangeStart: portRangeStart ?? null,
    portRangeEnd: portRangeEnd ?? null,
    ipVersion: ipVersion ?? addressVersion(sourceIp) ?? addressVersion(targetIp) ?? "IPv4",
    type: type ?? "INGRESS",
  };
}

/** Whether two complete rules differ in nothing but their names. */
export function isSameRule(a: RuleProperties, b: RuleProperties): boolean {
  const unnamed = (rule: RuleProperties): string => JSON.stringify({ ...completeRule(rule), name: undefined });
  return unnamed(a) === unnamed(b);
}
