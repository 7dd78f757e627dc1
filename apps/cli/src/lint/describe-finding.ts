import { describePacket, type Exposure, type Rule } from "@secgroup/core";
import { describeRules, type GroupNames } from "../render/describe-rules.ts";
import { count, list } from "../render/words.ts";
import type { PlacedRule } from "./placed-finding.ts";

/** More than these are only counted. */
const mostNamed = 3;

/** Says what is open, and by which rules: `SSH is open to the whole internet, e.g. tcp/22 from 198.51.100.7: ingress tcp/22 from any …`. */
export function describeExposure(
  { level, services, example }: Exposure,
  rules: readonly PlacedRule[],
  names: GroupNames,
): string {
  const whom = level === "error" ? "the whole internet" : "a large part of the internet";
  const open = `${name(services)} ${services.length === 1 ? "is" : "are"} open to ${whom}`;
  return `${open}, e.g. ${describePacket(example)}: ${name(describe(rules, names))}`;
}

/** Says which rules are not needed, and because of which. */
export function describeRedundant(
  rules: readonly PlacedRule[],
  coveredBy: readonly PlacedRule[],
  names: GroupNames,
): string {
  const [redundant, covering] = [describe(rules, names), describe(coveredBy, names)];
  const lines = [...new Set(coveredBy.map(({ place }) => place.line))].filter((line) => line !== undefined);
  const where = lines.length === 0 ? "" : ` (line ${list(lines.map(String))})`;
  const said = redundant.length === 1 ? `${name(redundant)} is not needed` : `${name(redundant)} are not needed`;
  return `${said}: covered by ${name(covering)}${where}`;
}

/** Says which rules could be fewer: `2 rules can be 1: tcp/80 … and tcp/81 … become tcp/80-81 …`. */
export function describeMergeable(rules: readonly PlacedRule[], merged: readonly Rule[], names: GroupNames): string {
  const fewer = describe(
    merged.map((rule) => ({ rule })),
    names,
  );
  return `${count(rules.length, "rule")} can be ${merged.length}: ${name(describe(rules, names))} become ${name(fewer)}`;
}

function describe(rules: readonly { readonly rule: Rule }[], names: GroupNames): readonly string[] {
  return describeRules(
    rules.map(({ rule }) => ({ rule, note: "" })),
    names,
  ).map(({ text }) => text);
}

function name(texts: readonly string[]): string {
  const rest = texts.length - mostNamed;
  return list(rest > 1 ? [...texts.slice(0, mostNamed), `${rest} more`] : texts);
}
