import { normalizeRule, type Rule } from "@secgroup/core";

/** A UUID for the number, the same each time. */
export function sampleUuid(index: number): string {
  const hex = ((index + 7) * 2_654_435_761).toString(16).padStart(12, "0").slice(-12);
  return `b3f55c2d-a89e-4008-8213-${hex}`;
}

/** A network that no other index below 2^24 has. */
export function sampleNetwork(index: number, isIpv6: boolean): string {
  if (isIpv6) return `2001:db8:${(index >> 8).toString(16)}:${(index & 255).toString(16)}::/64`;
  return `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}/32`;
}

export function samplePort(index: number): number {
  return 1 + ((index * 7919) % 65_535);
}

/** Lets one port in from a network. */
export function sampleRule(port: number, remote: string): Rule {
  const normalized = normalizeRule(
    { direction: "ingress", protocol: "tcp", ports: { from: port, to: port }, remote },
    "document",
  );
  const rule = normalized.ok ? normalized.rules[0] : undefined;
  if (rule === undefined) throw new Error("the sample is no rule");
  return rule;
}
