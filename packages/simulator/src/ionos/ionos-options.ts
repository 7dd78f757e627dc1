import { quirkDefaults } from "../quirk.ts";
import { ionosQuirks, type IonosQuirks } from "./ionos-quirks.ts";

export type { IonosQuirks } from "./ionos-quirks.ts";

/** Limits as `GET /contracts` tells them; defaults are those of the vendor's NSG FAQs. */
export interface IonosLimits {
  /** Default 200. */
  readonly securityGroupsPerVdc: number;
  /** Groups of one server, and of one NIC; default 10. */
  readonly securityGroupsPerResource: number;
  /** Default 100. */
  readonly rulesPerSecurityGroup: number;
}

/** The numbers in the X-RateLimit headers. They are only told: calls are limited by the option `rateLimits` of the simulator. */
export interface IonosRateLimit {
  /** Average calls per minute; default 1200. */
  readonly limit: number;
  /** Calls at the same time; default 20. */
  readonly burst: number;
  /** Default 1199. */
  readonly remaining: number;
}

/** How the simulated IONOS Cloud behaves; everything has a default. */
export interface IonosOptions {
  /** Accepted as `Authorization: Bearer`; default `simulator-token`. */
  readonly token?: string | undefined;
  /** Accepted as `Authorization: Basic`, with `password`; default `simulator` for both. */
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** Milliseconds from a write to the earliest start of the work on it; default 500. */
  readonly queuedMs?: number | undefined;
  /** Milliseconds of work on a write; default 1500. */
  readonly runningMs?: number | undefined;
  /** Milliseconds by which answers are behind, where a quirk makes them be; default 3000. */
  readonly lagMs?: number | undefined;
  /** What orders that are to be random are drawn from; the same seed gives the same orders. Default 1. */
  readonly seed?: number | undefined;
  readonly limits?: Partial<IonosLimits> | undefined;
  readonly rateLimit?: Partial<IonosRateLimit> | undefined;
  readonly quirks?: Partial<IonosQuirks> | undefined;
}

/** The options with nothing left open. */
export interface IonosSettings {
  readonly token: string;
  readonly username: string;
  readonly password: string;
  readonly queuedMs: number;
  readonly runningMs: number;
  readonly lagMs: number;
  readonly seed: number;
  readonly limits: IonosLimits;
  readonly rateLimit: IonosRateLimit;
  readonly quirks: IonosQuirks;
}

export function readIonosOptions(options: IonosOptions): IonosSettings {
  return {
    token: options.token ?? "simulator-token",
    username: options.username ?? "simulator",
    password: options.password ?? "simulator",
    queuedMs: options.queuedMs ?? 500,
    runningMs: options.runningMs ?? 1500,
    lagMs: options.lagMs ?? 3000,
    seed: options.seed ?? 1,
    limits: { securityGroupsPerVdc: 200, securityGroupsPerResource: 10, rulesPerSecurityGroup: 100, ...options.limits },
    rateLimit: { limit: 1200, burst: 20, remaining: 1199, ...options.rateLimit },
    quirks: { ...quirkDefaults(ionosQuirks), ...options.quirks },
  };
}
