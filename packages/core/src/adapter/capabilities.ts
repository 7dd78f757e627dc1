import type { Protocol } from "../model/protocol.ts";

/** Whether a cloud can do something, and if not, why. */
export type Capability = { readonly supported: true } | { readonly supported: false; readonly reason: string };

/** Shorthand for what a cloud can do. */
export const yes: Capability = { supported: true };

/** Shorthand for what a cloud cannot do, with the reason that a person is shown. */
export const no = (reason: string): { readonly supported: false; readonly reason: string } => ({
  supported: false,
  reason,
});

/** A text field's limits. */
export interface TextLimits {
  readonly minLength: number;
  readonly maxLength: number;
  /** The vendor's own pattern, unanchored parts included, where it publishes one. */
  readonly pattern?: string | undefined;
}

/** What a rule says, field by field. */
export type RuleField =
  | "direction"
  | "ipVersion"
  | "protocol"
  | "ports"
  | "icmp"
  | "remote"
  | "local"
  | "sourceMac"
  | "description";

/**
 * Whether a rule that stands can be changed without being removed and added, and what of it. Where the write granularity is
 * `rule-set` there is no such write; it then tells whether a description may change in a write of all rules without being asked for.
 */
export type RuleUpdates =
  | {
      readonly supported: true;
      /** Fields that stay as they were created. */
      readonly immutable: readonly RuleField[];
      /** Fields that can change, but not to what matches everything (`any`, `all`) once they match less; a description, not to none. */
      readonly unclearable: readonly RuleField[];
    }
  | { readonly supported: false; readonly reason: string };

/** Numbers that the cloud enforces. */
export interface Limits {
  /** Rules in one group, both directions together. */
  readonly rulesPerGroup: number;
  /** Groups in one target; absent where the vendor publishes none. */
  readonly groupsPerTarget?: number | undefined;
}

/** What one cloud can express, as data; a gap carries its reason. */
export interface Capabilities {
  /** The cloud's name as people write it, such as `IONOS Cloud`. */
  readonly title: string;
  /** `rule`: each rule is a write of its own. `rule-set`: one write states all rules. */
  readonly writeGranularity: "rule" | "rule-set";
  /** Protocols that a rule may name. */
  readonly protocols: readonly Protocol[];
  /** The greatest ICMP type and code that a rule may name. */
  readonly icmpMaximum: number;
  /** The smallest port that a rule may name. */
  readonly portMinimum: number;
  readonly remoteGroups: Capability;
  readonly localAddress: Capability;
  readonly sourceMac: Capability;
  readonly tags: Capability;
  readonly ruleUpdates: RuleUpdates;
  readonly groupName: TextLimits;
  readonly groupDescription: TextLimits;
  readonly ruleDescription: TextLimits;
  /** Documented defaults; `readLimits` may know better. */
  readonly limits: Limits;
}
