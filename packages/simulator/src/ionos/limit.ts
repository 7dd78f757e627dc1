import type { IonosLimits, IonosSettings } from "./ionos-options.ts";
import { invalid } from "./ionos-refusal.ts";

const objects: Readonly<Record<keyof IonosLimits, string>> = {
  securityGroupsPerVdc: "security groups per VDC",
  securityGroupsPerResource: "security groups per resource",
  rulesPerSecurityGroup: "rules per security group",
};

/** What is said of a count above its limit; undefined for others. */
export function describeExcess(limits: IonosLimits, name: keyof IonosLimits, count: number): string | undefined {
  return count > limits[name] ? `The limit of ${limits[name]} ${objects[name]} is exceeded` : undefined;
}

/** Throws what the quirk says for a count above its limit, or nothing where the request is to fail at its end. */
export function refuseOverLimit(
  { limits, quirks }: IonosSettings,
  name: keyof IonosLimits,
  count: number,
  place = "(root)",
): void {
  const excess = describeExcess(limits, name, count);
  const statuses = { "422": 422, "403": 403, "409": 409 } as const;
  if (excess !== undefined && quirks.limitExceeded !== "fails")
    throw invalid([`[${place}] ${excess}`], "100", statuses[quirks.limitExceeded]);
}
