import type { Direction, Rule } from "@secgroup/core";
import type { LongRule, RuleEntry, ShortEgressRule, ShortIngressRule } from "../document.ts";
import { writeRules } from "./write-rules.ts";

/** Names the group at the other end of a rule as `group:NAME` is to say it, given its id or its name on the cloud. */
export type NameGroup = (idOrName: string) => string;

/** The entries of `ingress` that say the ingress rules among these; in short form where that says everything. */
export function writeIngress(rules: readonly Rule[], nameGroup: NameGroup): readonly (ShortIngressRule | LongRule)[] {
  return writeRules<ShortIngressRule>(rules, {
    direction: "ingress",
    nameGroup,
    short: (allow, from, label) => ({ allow, from, ...label }),
  });
}

/** As `writeIngress`, for egress. */
export function writeEgress(rules: readonly Rule[], nameGroup: NameGroup): readonly (ShortEgressRule | LongRule)[] {
  return writeRules<ShortEgressRule>(rules, {
    direction: "egress",
    nameGroup,
    short: (allow, to, label) => ({ allow, to, ...label }),
  });
}

/** The entries that say the rules of one direction among these, in the order of what they allow; in short form where that says everything. */
export function writeEntries(rules: readonly Rule[], direction: Direction, nameGroup: NameGroup): readonly RuleEntry[] {
  return direction === "ingress" ? writeIngress(rules, nameGroup) : writeEgress(rules, nameGroup);
}
