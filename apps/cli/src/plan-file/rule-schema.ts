import { normalizeRule, type Rule, type RuleDraft } from "@secgroup/core";
import { z } from "zod";

const number = z.int();
const any = z.strictObject({ kind: z.literal("any") });
const cidr = z.strictObject({ kind: z.literal("cidr"), cidr: z.string() });
const local = z.discriminatedUnion("kind", [any, cidr]);
const remote = z.discriminatedUnion("kind", [
  any,
  cidr,
  z.strictObject({ kind: z.literal("group"), id: z.string().min(1) }),
  z.strictObject({ kind: z.literal("named-group"), name: z.string().min(1) }),
]);

const writtenRule = z.strictObject({
  direction: z.enum(["ingress", "egress"]),
  ipVersion: z.enum(["IPv4", "IPv6"]),
  protocol: z.string(),
  ports: z.union([z.literal("all"), z.strictObject({ from: number, to: number })]).optional(),
  icmp: z.union([z.literal("all"), z.strictObject({ type: number, code: number.optional() })]).optional(),
  remote,
  local,
  sourceMac: z.string(),
  description: z.string(),
});

type WrittenRule = z.output<typeof writtenRule>;

/** A canonical rule as a plan file holds it; one that the core itself would not have written is refused. */
export const ruleSchema: z.ZodType<Rule> = writtenRule.transform((written, context) => {
  const normalized = normalizeRule(toDraft(written), "document");
  if (!normalized.ok) {
    for (const { field, message } of normalized.problems) {
      context.issues.push({ code: "custom", message, path: field.split("."), input: written });
    }
    return z.NEVER;
  }
  const [rule] = normalized.rules;
  if (rule !== undefined && normalized.rules.length === 1 && isSame(rule, written)) return rule;
  context.issues.push({ code: "custom", message: "is not in canonical form", input: written });
  return z.NEVER;
});

function toDraft(rule: WrittenRule): RuleDraft {
  return {
    direction: rule.direction,
    ipVersion: rule.ipVersion,
    protocol: rule.protocol,
    ports: rule.ports === "all" ? undefined : rule.ports,
    icmp: rule.icmp === "all" ? undefined : rule.icmp,
    remote: rule.remote.kind === "cidr" ? rule.remote.cidr : undefined,
    remoteGroup: rule.remote.kind === "group" ? rule.remote.id : undefined,
    remoteGroupName: rule.remote.kind === "named-group" ? rule.remote.name : undefined,
    local: rule.local.kind === "cidr" ? rule.local.cidr : undefined,
    sourceMac: rule.sourceMac,
    description: rule.description,
  };
}

/** Whether nothing was left out or spelt otherwise on the way to the canonical rule; the order of fields says nothing. */
function isSame(rule: Rule, written: WrittenRule): boolean {
  return JSON.stringify(inOrder(rule)) === JSON.stringify(inOrder(written));
}

function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return entries.toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([name, inner]) => [name, inOrder(inner)]);
}
