import type { Direction, Rule } from "@secgroup/core";
import { checkShape, type UnknownField } from "../shape/check-shape.ts";
import { longRuleSchema, shortEgressSchema, shortIngressSchema } from "../shape/rule-schema.ts";
import type { DocumentPath } from "../source/document-path.ts";
import { normalizeDraft } from "./normalize-draft.ts";
import { draftFieldPath, readLongRule } from "./read-long-rule.ts";
import { readShortRule, type ShortRule } from "./read-short-rule.ts";
import type { RuleContext } from "./rule-context.ts";

const longFields = new Set(["ipVersion", "protocol", "ports", "icmp", "remote", "local", "sourceMac"]);
const shortFields = new Set(["allow", "from", "to"]);

/** The canonical rules of one rule of the document, in either form; what is wrong with it becomes a problem. */
export function readRule(
  value: unknown,
  direction: Direction,
  path: DocumentPath,
  context: RuleContext,
): readonly Rule[] {
  return isLongForm(value) ? readLong(value, direction, path, context) : readShort(value, direction, path, context);
}

/** The form that was meant: `allow` decides, then any field that only the long form has. */
function isLongForm(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    !("allow" in value) &&
    Object.keys(value).some((field) => longFields.has(field))
  );
}

function readShort(value: unknown, direction: Direction, path: DocumentPath, context: RuleContext): readonly Rule[] {
  const peer = direction === "ingress" ? "from" : "to";
  const other = direction === "ingress" ? "to" : "from";
  const unknownField: UnknownField = (field) => {
    if (field === other) return `${direction} has no ${other}; write ${peer}`;
    if (longFields.has(field))
      return `belongs to the long form of a rule and does not go with allow; write either ${peer} and allow, or protocol, ports and remote`;
    return describeDirection(field);
  };
  const rule = checkShort(value, direction, path, context, unknownField);
  return rule === undefined ? [] : readShortRule(rule, direction, path, context);
}

function checkShort(
  value: unknown,
  direction: Direction,
  path: DocumentPath,
  { problems }: RuleContext,
  unknownField: UnknownField,
): ShortRule | undefined {
  // A field that is missing is said here, where it is known what to write instead.
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const peer = direction === "ingress" ? "from" : "to";
  const hasPeer = isObject && (peer in value || "from" in value || "to" in value);
  const isComplete = !isObject || ("allow" in value && hasPeer);
  if (isObject && !("allow" in value)) {
    problems.add(
      path,
      "does not say what is allowed; write allow: any, or a protocol, a port such as tcp/443, or a service",
    );
  }
  if (isObject && !hasPeer) problems.add(path, `has no ${peer}; write ${peer}: any to mean everyone`);
  // Stand-ins for what is missing and reported, so that the other fields are checked as well.
  const whole: unknown = isObject ? { allow: "any", ...(peer in value ? {} : { [peer]: "any" }), ...value } : value;
  if (direction === "ingress") {
    const rule = checkShape(shortIngressSchema, whole, path, problems, unknownField);
    return rule && isComplete ? { allow: rule.allow, peer: rule.from, description: rule.description } : undefined;
  }
  const rule = checkShape(shortEgressSchema, whole, path, problems, unknownField);
  return rule && isComplete ? { allow: rule.allow, peer: rule.to, description: rule.description } : undefined;
}

function readLong(value: unknown, direction: Direction, path: DocumentPath, context: RuleContext): readonly Rule[] {
  const rule = checkShape(longRuleSchema, value, path, context.problems, describeUnknownInLong);
  const draft = rule && readLongRule(rule, direction, path, context);
  if (rule === undefined || draft === undefined) return [];
  return normalizeDraft(draft, context.problems, (problem) => draftFieldPath(problem, rule, path));
}

function describeUnknownInLong(field: string): string | undefined {
  if (shortFields.has(field)) return "belongs to the short form of a rule, with allow; in the long form write remote";
  return describeDirection(field);
}

function describeDirection(field: string): string | undefined {
  return field === "direction"
    ? "is not a known field; the direction is that of the list, ingress or egress"
    : undefined;
}
