/** One text, or a list of texts. */
export type TextOrList = string | readonly string[];

/** A datacenter of IONOS Cloud, as a document names it. */
export interface IonosTargetEntry {
  readonly cloud: "ionos";
  readonly datacenter: string;
}

/** A project and region of Gcore; what is left out comes from `GCORE_CLOUD_PROJECT_ID` and `GCORE_CLOUD_REGION_ID`. */
export interface GcoreTargetEntry {
  readonly cloud: "gcore";
  readonly project?: number | string | undefined;
  readonly region?: number | string | undefined;
}

export type TargetEntry = IonosTargetEntry | GcoreTargetEntry;

export interface ShortRuleEntry {
  /** `any`, a protocol, `protocol/port`, `protocol/from-to`, `icmp/type`, `icmp/type.code`, a service's name, or a list of these. */
  readonly allow: TextOrList;
  readonly description?: string | undefined;
}

/** A rule of `ingress` in short form. */
export interface ShortIngressRule extends ShortRuleEntry {
  /** `any`, an address, a CIDR, an address set's name, `group:NAME`, or a list of these. */
  readonly from: TextOrList;
}

/** A rule of `egress` in short form. */
export interface ShortEgressRule extends ShortRuleEntry {
  /** `any`, an address, a CIDR, an address set's name, `group:NAME`, or a list of these. */
  readonly to: TextOrList;
}

/** A rule with the fields of the canonical rule; what is left out is any. */
export interface LongRule {
  readonly ipVersion?: "IPv4" | "IPv6" | undefined;
  readonly protocol?: string | number | undefined;
  /** A port, `"from-to"`, both ends as fields, or `all`. */
  readonly ports?: number | string | { readonly from: number; readonly to: number } | undefined;
  readonly icmp?: "all" | { readonly type: number; readonly code?: number | undefined } | undefined;
  /** `any`, an address, a CIDR or `group:NAME`. */
  readonly remote?: string | undefined;
  /** `any`, an address or a CIDR. */
  readonly local?: string | undefined;
  readonly sourceMac?: string | undefined;
  readonly description?: string | undefined;
}

/** An entry of `ingress` or `egress`. */
export type RuleEntry = ShortIngressRule | ShortEgressRule | LongRule;

/** A group's own fields, without its rules. */
export interface GroupFields {
  readonly on: TextOrList;
  readonly name?: string | undefined;
  readonly id?: string | undefined;
  readonly description?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly ensure?: "present" | "absent" | undefined;
  readonly unlistedRules?: "remove" | "keep" | "fail" | undefined;
}

export interface GroupEntry extends GroupFields {
  readonly ingress?: readonly (ShortIngressRule | LongRule)[] | undefined;
  readonly egress?: readonly (ShortEgressRule | LongRule)[] | undefined;
}

/** Traffic that a guardrail is about: with `from` it reaches the groups, with `to` it leaves them. */
export type GuardedTraffic = Pick<ShortIngressRule, "allow" | "from"> | Pick<ShortEgressRule, "allow" | "to">;

/** Traffic that the groups `in` must allow in every state that a plan leads through. */
export interface AlwaysGuardrail {
  readonly always: GuardedTraffic & {
    /** The key of a group, or a list of keys. */
    readonly in: TextOrList;
  };
}

/** Traffic that the groups `in` must not allow in any state that a plan leads through. */
export interface NeverGuardrail {
  readonly never: GuardedTraffic & {
    /** Other ends that are no concern of the guardrail, as `from` names them. */
    readonly except?: TextOrList | undefined;
    /** The key of a group, or a list of keys; all groups when left out. */
    readonly in?: TextOrList | undefined;
  };
}

export type GuardrailEntry = AlwaysGuardrail | NeverGuardrail;

/** The value that a document holds; a module may say `export default { … } satisfies SecurityGroupDocument`. */
export interface SecurityGroupDocument {
  readonly targets: Readonly<Record<string, TargetEntry>>;
  readonly addresses?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly services?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly groups?: Readonly<Record<string, GroupEntry>> | undefined;
  readonly guardrails?: readonly GuardrailEntry[] | undefined;
}
