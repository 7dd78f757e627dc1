/** One text, or a list of texts. */
export type TextOrList = string | readonly string[];

/** A datacenter of IONOS Cloud. */
export interface IonosTargetEntry {
  /** IONOS Cloud. */
  readonly cloud: "ionos";
  /** The id of the virtual datacenter. */
  readonly datacenter: string;
}

/** A project and region of Gcore. */
export interface GcoreTargetEntry {
  /** Gcore. */
  readonly cloud: "gcore";
  /** The project's number. Default: the environment variable GCORE_CLOUD_PROJECT_ID. */
  readonly project?: number | string | undefined;
  /** The region's number. Default: the environment variable GCORE_CLOUD_REGION_ID. */
  readonly region?: number | string | undefined;
}

/** A place for groups, by its cloud. */
export type TargetEntry = IonosTargetEntry | GcoreTargetEntry;

/** What rules in the short form have, whatever their direction. */
export interface ShortRuleEntry {
  /** What is allowed: any, a protocol, protocol/port, protocol/from-to, icmp/type, icmp/type.code, a service's name, or a list of these. icmp is ICMPv4, ipv6-icmp is ICMPv6. */
  readonly allow: TextOrList;
  /** A label: the rule's name on IONOS Cloud, its description on Gcore. Default none. */
  readonly description?: string | undefined;
}

/** A rule of `ingress` in short form. */
export interface ShortIngressRule extends ShortRuleEntry {
  /** Where the traffic comes from: any (IPv4 and IPv6), an address, a CIDR, the name of an address set, group:NAME, or a list of these. */
  readonly from: TextOrList;
}

/** A rule of `egress` in short form. */
export interface ShortEgressRule extends ShortRuleEntry {
  /** Where the traffic goes to: any (IPv4 and IPv6), an address, a CIDR, the name of an address set, group:NAME, or a list of these. */
  readonly to: TextOrList;
}

/** A rule in long form, with the fields of the canonical rule; what is left out is any. */
export interface LongRule {
  /** The IP version. Default: that of the addresses, else both. */
  readonly ipVersion?: "IPv4" | "IPv6" | undefined;
  /** A protocol's keyword or number, or any. Default any. */
  readonly protocol?: string | number | undefined;
  /** A port, "from-to", both ends as the fields from and to, or all. Default all. */
  readonly ports?: number | string | { readonly from: number; readonly to: number } | undefined;
  /** The ICMP type and code, or all. Default all. */
  readonly icmp?: "all" | { readonly type: number; readonly code?: number | undefined } | undefined;
  /** The other end: any, an address, a CIDR, or group:NAME. Default any. */
  readonly remote?: string | undefined;
  /** The server's own address: any, an address or a CIDR. Default any. */
  readonly local?: string | undefined;
  /** The sender's MAC address, or any. Default any. */
  readonly sourceMac?: string | undefined;
  /** A label: the rule's name on IONOS Cloud, its description on Gcore. Default none. */
  readonly description?: string | undefined;
}

/** An entry of `ingress` or `egress`. */
export type RuleEntry = ShortIngressRule | ShortEgressRule | LongRule;

/** A group's own fields, without its rules. */
export interface GroupFields {
  /** The target that the group is on, or a list of targets. */
  readonly on: TextOrList;
  /** The group's exact name on the cloud. Default: its key. */
  readonly name?: string | undefined;
  /** The group's id on the cloud; finds it whatever its name is, and then gives it the name. Only with one target. */
  readonly id?: string | undefined;
  /** The group's description. Default: left as it is. */
  readonly description?: string | undefined;
  /** All tags of the group. Default: left as they are. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Whether the group is to exist; absent deletes it. Default present. */
  readonly ensure?: "present" | "absent" | undefined;
  /** What is done with rules that stand only on the cloud. Default remove. */
  readonly unlistedRules?: "remove" | "keep" | "fail" | undefined;
}

/** A security group. */
export interface GroupEntry extends GroupFields {
  /** Traffic that may reach the servers. Default none. */
  readonly ingress?: readonly (ShortIngressRule | LongRule)[] | undefined;
  /** Traffic that may leave the servers. Default none. */
  readonly egress?: readonly (ShortEgressRule | LongRule)[] | undefined;
}

/** Traffic that a guardrail is about: with `from` it reaches the groups, with `to` it leaves them. */
export type GuardedTraffic = Pick<ShortIngressRule, "allow" | "from"> | Pick<ShortEgressRule, "allow" | "to">;

/** A guardrail: traffic that is always allowed. */
export interface AlwaysGuardrail {
  /** Traffic that the groups `in` must allow in every state that a plan leads through. */
  readonly always: GuardedTraffic & {
    /** The key of a group, or a list of keys. */
    readonly in: TextOrList;
  };
}

/** A guardrail: traffic that never is. */
export interface NeverGuardrail {
  /** Traffic that the groups `in` must not allow in any state that a plan leads through. */
  readonly never: GuardedTraffic & {
    /** Other ends that are no concern of the guardrail, as `from` names them. Default none. */
    readonly except?: TextOrList | undefined;
    /** The key of a group, or a list of keys. Default all groups. */
    readonly in?: TextOrList | undefined;
  };
}

/** What must be allowed in every state that a plan leads through, or in none. */
export type GuardrailEntry = AlwaysGuardrail | NeverGuardrail;

/** The value that a document holds; a module may say `export default { … } satisfies SecurityGroupDocument`. */
export interface SecurityGroupDocument {
  /** The JSON Schema of this document, for editors of JSON; nothing is read from there. */
  readonly $schema?: string | undefined;
  /** The places that groups live in, by name; one at least. */
  readonly targets: Readonly<Record<string, TargetEntry>>;
  /** Named sets of addresses, CIDRs and other sets. */
  readonly addresses?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Named sets of what `allow` may say; ssh, http, https, dns, ntp, rdp, smtp, postgres, mysql, redis and ping are built in. */
  readonly services?: Readonly<Record<string, readonly string[]>> | undefined;
  /** The security groups, by key; the key is the group's name on the cloud unless `name` says otherwise. */
  readonly groups?: Readonly<Record<string, GroupEntry>> | undefined;
  /** What every plan must keep: traffic that is always allowed, and traffic that never is. */
  readonly guardrails?: readonly GuardrailEntry[] | undefined;
}
