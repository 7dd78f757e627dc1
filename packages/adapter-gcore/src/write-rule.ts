import {
  describeRule,
  isProtocolKeyword,
  normalizeRule,
  readProtocol,
  SecurityGroupError,
  type Rule,
  type RuleDraft,
} from "@secgroup/core";
import type { components, SecurityGroupProtocolEnumV2 } from "@secgroup/api-types/gcore";
import { gcoreCapabilities } from "./gcore-capabilities.ts";

/** A rule as requests state it (schema CreateSecurityGroupRuleSerializerV2). */
export type RuleRequest = components["schemas"]["CreateSecurityGroupRuleSerializerV2"];

/**
 * A rule as a request states it. Keys of what is not limited are left out; `remote_group_id` is never null, because the vendor's
 * documents differ on whether it may be.
 *
 * Throws `unsupported` for what a Gcore rule cannot say.
 */
export function writeRule(rule: Rule): RuleRequest {
  refuseGaps(rule);
  // Asked of new rules only: one that the cloud has given may go back as it came.
  if ("ports" in rule && rule.ports !== "all" && rule.ports.from < gcoreCapabilities.portMinimum) {
    throw unsupported(rule, "ports", `its ports begin at ${gcoreCapabilities.portMinimum}`);
  }
  return {
    direction: rule.direction,
    ethertype: rule.ipVersion,
    protocol: writeProtocol(rule.protocol),
    ...writeRange(rule),
    ...(rule.remote.kind === "cidr" && { remote_ip_prefix: rule.remote.cidr }),
    ...(rule.remote.kind === "group" && { remote_group_id: rule.remote.id }),
    ...(rule.description !== "" && { description: rule.description }),
  };
}

/**
 * A rule that stays, in the words in which it was read, because nothing says whether the cloud compares meanings or texts.
 * Only what a request has no words for is changed: protocol numbers become keywords, `any` becomes null.
 *
 * Throws `unreadable-rule` for a draft without a canonical form, and `unsupported` for what a Gcore rule cannot say.
 */
export function writeDraft(draft: RuleDraft): RuleRequest {
  const normalized = normalizeRule(draft, "cloud");
  const rule = normalized.ok ? normalized.rules[0] : undefined;
  if (rule === undefined) {
    const problems = normalized.ok
      ? ""
      : normalized.problems.map(({ field, message }) => `${field}: ${message}`).join("; ");
    throw new SecurityGroupError(
      "unreadable-rule",
      `A rule that is to stay cannot be sent back to Gcore: ${problems}`,
      {
        hint: "Make the plan again from the present state of the group.",
      },
    );
  }
  refuseGaps(rule);
  return {
    direction: rule.direction,
    ethertype: rule.ipVersion,
    protocol: writeDraftProtocol(draft.protocol, rule),
    ...writeLimits(draft.icmp?.type ?? draft.ports?.from, draft.icmp?.code ?? draft.ports?.to),
    ...(draft.remote && draft.remote !== "any" && { remote_ip_prefix: draft.remote }),
    ...(draft.remoteGroup && { remote_group_id: draft.remoteGroup }),
    ...(draft.description && { description: draft.description }),
  };
}

/** Not the rule's own where the cloud's is a keyword: ICMP on IPv6 may have been read as icmp, and ipencap as ipip. */
function writeDraftProtocol(spelling: RuleDraft["protocol"], rule: Rule): SecurityGroupProtocolEnumV2 | null {
  const keyword = String(spelling ?? "").toLowerCase();
  return isProtocolKeyword(keyword) ? keyword : writeProtocol(readProtocol(spelling)?.protocol ?? rule.protocol);
}

function writeProtocol(protocol: Rule["protocol"]): SecurityGroupProtocolEnumV2 | null {
  return protocol === "any" ? null : protocol;
}

type Range = Pick<RuleRequest, "port_range_min" | "port_range_max">;

/** Ports, or ICMP type and code, which share two fields. */
function writeRange(rule: Rule): Range {
  if ("ports" in rule && rule.ports !== "all") return writeLimits(rule.ports.from, rule.ports.to);
  if ("icmp" in rule && rule.icmp !== "all") return writeLimits(rule.icmp.type, rule.icmp.code);
  return {};
}

function writeLimits(minimum: number | null | undefined, maximum: number | null | undefined): Range {
  return {
    ...(typeof minimum === "number" && { port_range_min: minimum }),
    ...(typeof maximum === "number" && { port_range_max: maximum }),
  };
}

function refuseGaps(rule: Rule): void {
  const { localAddress, sourceMac } = gcoreCapabilities;
  if (rule.remote.kind === "named-group") {
    throw unsupported(rule, "remote", `the group "${rule.remote.name}" has no id yet`);
  }
  if (rule.local.kind !== "any" && !localAddress.supported) throw unsupported(rule, "local", localAddress.reason);
  if (rule.sourceMac !== "any" && !sourceMac.supported) throw unsupported(rule, "sourceMac", sourceMac.reason);
}

function unsupported(rule: Rule, field: string, reason: string): SecurityGroupError {
  return new SecurityGroupError("unsupported", `Gcore cannot express this rule: ${reason}.`, {
    hint: "Change the rule, or place the group only on targets whose cloud can express it.",
    place: { rule: describeRule(rule), field },
  });
}
