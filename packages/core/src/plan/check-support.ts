import type { Capabilities, Capability, TextLimits } from "../adapter/capabilities.ts";
import { describeRule } from "../describe/describe-rule.ts";
import { SecurityGroupError, type ErrorCode } from "../error/security-group-error.ts";
import type { ObservedGroupFields } from "../model/group.ts";
import type { Rule } from "../model/rule.ts";
import { ruleKey } from "../normalize/rule-key.ts";
import type { PresentRequest } from "./group-request.ts";

/**
 * Everything in a desired group that the cloud cannot express, each with the place of the field.
 *
 * A name or description that the group has already is not judged: the cloud has accepted it once.
 */
export function checkSupport(
  { desired, place, rulePlaces }: PresentRequest,
  capabilities: Capabilities,
  present?: Pick<ObservedGroupFields, "name" | "description">,
): SecurityGroupError[] {
  const { title } = capabilities;
  const errors: SecurityGroupError[] = [];
  const refuse = (code: ErrorCode, field: string, message: string): void => {
    errors.push(new SecurityGroupError(code, message, { place: { ...place, field } }));
  };
  const name = desired.name === present?.name ? undefined : textProblem(desired.name, capabilities.groupName);
  if (name) refuse("invalid-name", "name", `${title} does not accept the name "${desired.name}": ${name}`);
  const said = desired.description ?? "";
  const description = said === present?.description ? undefined : textProblem(said, capabilities.groupDescription);
  if (description) refuse("unsupported", "description", `${title} does not accept the description: ${description}`);
  if (desired.tags !== undefined && !capabilities.tags.supported) {
    refuse("unsupported", "tags", `${title} has no tags on groups: ${capabilities.tags.reason}`);
  }
  for (const rule of desired.rules) {
    for (const [field, message] of ruleProblems(rule, capabilities)) {
      errors.push(
        new SecurityGroupError("unsupported", `${title} cannot express this rule: ${message}`, {
          place: { ...(rulePlaces?.get(ruleKey(rule)) ?? place), rule: describeRule(rule), field },
          hint: "Change the rule, or place the group only on targets whose cloud can express it.",
        }),
      );
    }
  }
  return errors;
}

/** Why a cloud does not take a text; nothing when it does. */
export function textProblem(text: string, limits: TextLimits): string | undefined {
  if (text.length < limits.minLength) return `it has ${text.length} characters, the least is ${limits.minLength}`;
  if (text.length > limits.maxLength) return `it has ${text.length} characters, the most is ${limits.maxLength}`;
  if (limits.pattern !== undefined && !new RegExp(limits.pattern).test(text)) return `it must match ${limits.pattern}`;
  return undefined;
}

function* ruleProblems(rule: Rule, capabilities: Capabilities): Generator<readonly [field: string, message: string]> {
  if (!capabilities.protocols.includes(rule.protocol)) yield ["protocol", `it knows no protocol ${rule.protocol}`];
  yield* gap("remote", capabilities.remoteGroups, rule.remote.kind === "group" || rule.remote.kind === "named-group");
  yield* gap("local", capabilities.localAddress, rule.local.kind !== "any");
  yield* gap("sourceMac", capabilities.sourceMac, rule.sourceMac !== "any");
  if ("ports" in rule && rule.ports !== "all" && rule.ports.from < capabilities.portMinimum) {
    yield ["ports", `ports begin at ${capabilities.portMinimum}`];
  }
  if (
    "icmp" in rule &&
    rule.icmp !== "all" &&
    Math.max(rule.icmp.type, rule.icmp.code ?? 0) > capabilities.icmpMaximum
  ) {
    yield ["icmp", `ICMP types and codes end at ${capabilities.icmpMaximum}`];
  }
  const description = textProblem(rule.description, capabilities.ruleDescription);
  if (description) yield ["description", description];
}

function* gap(field: string, capability: Capability, used: boolean): Generator<readonly [string, string]> {
  if (used && !capability.supported) yield [field, capability.reason];
}
