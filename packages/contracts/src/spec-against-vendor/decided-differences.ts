import type { SpecDifference } from "./spec-difference.ts";

/** A breaking difference that is known and dealt with; told by its place and by what either side says there. */
export interface Decision {
  /** Its entry in specs/sources.json, under the vendor's `differences` or `assumptions`. */
  readonly name: string;
  readonly where: RegExp;
  readonly ours: RegExp;
  readonly theirs: RegExp;
  /** How the clients get along with both readings. */
  readonly why: string;
}

export const gcoreDecisions: readonly Decision[] = [
  {
    name: "remote-group-id-nullable",
    where: /^request CreateSecurityGroupRuleSerializerV2\.remote_group_id$/,
    ours: /^string or null$/,
    theirs: /^string$/,
    why: "requests leave the key out where there is no group, which both of the vendor's documents allow",
  },
];

export const ionosDecisions: readonly Decision[] = [
  {
    name: "one-kind-per-schema",
    where:
      /^answer (SecurityGroups?|FirewallRules?|Servers?|Nics?|Requests?|RequestStatus|Datacenter|Contracts?)\.type$/,
    ours: /^enum without (datacenter|server), /,
    theirs: /^enum with (datacenter|server), /,
    why: "all models share one list of kinds, and readers do not look at the kind",
  },
  {
    name: "rule-properties-require-protocol",
    where: /^answer FirewallruleProperties\.protocol$/,
    ours: /^required FirewallRuleProtocol$/,
    theirs: /^optional string$/,
    why: "optional only so that updates can leave it out; a rule read without it is refused with an error",
  },
  {
    name: "items-may-be-references",
    where: /^request FirewallRules\.items\[\]$/,
    ours: /^FirewallRule or ResourceReference$/,
    theirs: /^FirewallRule$/,
    why: "references are for answers; a new group is sent with whole rules",
  },
  {
    name: "ports-may-be-null",
    where: /^request FirewallruleProperties\.portRange(Start|End)$/,
    ours: /^integer or null$/,
    theirs: /^integer$/,
    why: "requests leave both ends out where there is no limit",
  },
  {
    name: "group-patch-may-be-partial",
    where: /^request SecurityGroupPropertiesPatch\.name$/,
    ours: /^optional string$/,
    theirs: /^required string$/,
    why: "every PATCH of a group names it",
  },
];

/** The same differences, with those that were decided on turned harmless. A new difference in the same place stays what it is. */
export const withDecisions = (
  decisions: readonly Decision[],
  differences: readonly SpecDifference[],
): readonly SpecDifference[] =>
  differences.map((difference) => {
    const decision = decisions.find(
      ({ where, ours, theirs }) =>
        difference.verdict === "breaking" &&
        where.test(difference.where) &&
        ours.test(difference.ours) &&
        theirs.test(difference.theirs),
    );
    return decision === undefined
      ? difference
      : { ...difference, verdict: "harmless", why: `${decision.why} (decided: ${decision.name})` };
  });
