/** What IONOS' documents leave open, each with every answer that is plausible. */
export interface IonosQuirks {
  /**
   * Status of an accepted rule POST: the API reference lists 200, the how-to "Create rules" shows 202. Default 202.
   */
  readonly rulePostStatus: 200 | 202;
  /**
   * Which writes answer with `Location`. The API reference lists the header for all but the POST of a group and the DELETE of a rule
   * (`as-documented`); the vendor's Terraform provider relies on it for all. Default `always`.
   */
  readonly locationHeader: "always" | "as-documented" | "never";
  /**
   * Whether a datacenter works on one request at a time. The text of the object state BUSY says that following requests "will be
   * queued", without saying behind which. Default `serial-per-datacenter`.
   */
  readonly execution: "serial-per-datacenter" | "parallel";
  /**
   * Whether requests that are worked on in parallel end in the order in which they were sent. Default `as-sent`. With `shuffled` each
   * takes between nothing and twice `runningMs`, drawn from the option `seed`; of serial execution it changes nothing. No document
   * speaks of how long a request takes.
   */
  readonly parallelOrder: "as-sent" | "shuffled";
  /**
   * Whether a rule that is updated goes over from what it was to what it is to be without a gap. Default `atomic`. With
   * `remove-then-add` it is not in force for a moment, unless nothing but its name changes, which no packet depends on. The
   * operations that update a rule (datacentersSecuritygroupsRulesPatch and -Put) promise neither.
   */
  readonly ruleUpdate: "atomic" | "remove-then-add";
  /**
   * Depth from which the list of groups tells the properties of rules; below it, and for `never` at any depth, they are references.
   * The text of the parameter `depth` counts levels without naming them; the Terraform provider reads rules at 3. Default 3.
   */
  readonly listRulesDepth: 3 | 4 | "never";
  /** What becomes of a rule that equals another of its group in all but the name. No document speaks of it. Default `accepted`. */
  readonly duplicateRules: "accepted" | "409" | "422";
  /** What DELETE does to a group that is attached or the datacenter's default. No document speaks of it. Default `refused` (422). */
  readonly deleteInUse: "refused" | "detaches";
  /**
   * What PUT of a group does with `entities.rules`. The request schema has the field, the operation is described as changing
   * properties. Default `ignored`.
   */
  readonly putWithRules: "ignored" | "replaces";
  /** What becomes of host bits in a CIDR block. The fields are described as "IP or CIDR" only. Default `kept`. */
  readonly hostBits: "kept" | "masked" | "rejected";
}

/** Limits as `GET /contracts` tells them; defaults are those of the vendor's NSG FAQs. */
export interface IonosLimits {
  /** Default 200. */
  readonly securityGroupsPerVdc: number;
  /** Groups of one server, and of one NIC; default 10. */
  readonly securityGroupsPerResource: number;
  /** Default 100. */
  readonly rulesPerSecurityGroup: number;
}

/** The numbers in the X-RateLimit headers. They are only told: nothing is refused for them. */
export interface IonosRateLimit {
  /** Average calls per minute; default 1200. */
  readonly limit: number;
  /** Calls at the same time; default 20. */
  readonly burst: number;
  /** Default 1199. */
  readonly remaining: number;
}

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
    seed: options.seed ?? 1,
    limits: { securityGroupsPerVdc: 200, securityGroupsPerResource: 10, rulesPerSecurityGroup: 100, ...options.limits },
    rateLimit: { limit: 1200, burst: 20, remaining: 1199, ...options.rateLimit },
    quirks: {
      rulePostStatus: 202,
      locationHeader: "always",
      execution: "serial-per-datacenter",
      parallelOrder: "as-sent",
      ruleUpdate: "atomic",
      listRulesDepth: 3,
      duplicateRules: "accepted",
      deleteInUse: "refused",
      putWithRules: "ignored",
      hostBits: "kept",
      ...options.quirks,
    },
  };
}
