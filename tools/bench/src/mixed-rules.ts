import { sampleUuid } from "./sample-values.ts";

/** A rule as Gcore answers it. */
export interface WireRule {
  readonly direction: "ingress" | "egress";
  readonly ethertype: "IPv4" | "IPv6";
  readonly protocol: string | null;
  readonly port_range_min: number | null;
  readonly port_range_max: number | null;
  readonly remote_ip_prefix: string | null;
  readonly description: string;
}

/**
 * Rules of many kinds, as Gcore answers them: both directions and IP versions, TCP, UDP and any protocol, single ports, ranges and all ports, networks of several
 * sizes that lie in each other. The same for the same seed.
 */
export function mixedRules(count: number, seed: number): readonly WireRule[] {
  const below = randomNumbers(seed);
  return Array.from({ length: count }, (_, index) => {
    const isIpv6 = below(5) === 0;
    const protocol = below(20);
    const first = 1 + below(65_000);
    const ports = protocol === 0 ? 0 : below(10);
    const last = ports < 8 ? first : Math.min(65_535, first + below(100));
    return {
      id: sampleUuid(index),
      security_group_id: sampleUuid(-1),
      direction: below(4) === 0 ? "egress" : "ingress",
      ethertype: isIpv6 ? "IPv6" : "IPv4",
      protocol: protocol === 0 ? null : protocol < 14 ? "tcp" : "udp",
      port_range_min: ports === 0 ? null : first,
      port_range_max: ports === 0 ? null : last,
      remote_group_id: null,
      remote_ip_prefix: isIpv6
        ? `2001:db8:${below(65_536).toString(16)}::/48`
        : below(10) === 0
          ? `10.${below(256)}.0.0/16`
          : `10.${below(256)}.${below(256)}.0/24`,
      description: "",
      created_at: "2026-05-23T05:07:31+0000",
      updated_at: "2026-05-23T05:07:31+0000",
      revision_number: 0,
    };
  });
}

/** Whole numbers below a bound, the same for the same seed (Numerical Recipes' linear congruential generator, upper bits). */
function randomNumbers(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
