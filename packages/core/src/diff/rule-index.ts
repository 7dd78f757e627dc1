import type { Rule } from "../model/rule.ts";

/** Finds rules by identity, which is everything but the description, in a set that holds each once. */
export interface RuleIndex {
  /** The distinct rules, in the order given; of equal ones the first. */
  readonly rules: readonly Rule[];
  /** The position in `rules`, or -1. */
  readonly find: (rule: Rule) => number;
}

/**
 * Groups of ten thousand rules are compared on every plan, and building a text key for each rule takes longer than all else,
 * so rules are hashed as they are.
 */
export function indexRules(given: readonly Rule[]): RuleIndex {
  const rules: Rule[] = [];
  const firstByHash = new Map<number, number>();
  /** The next position with the same hash, by position; -1 ends. */
  const next: number[] = [];
  const find = (rule: Rule, hash: number): number => {
    let position = firstByHash.get(hash) ?? -1;
    while (position >= 0) {
      const other = rules[position];
      if (other !== undefined && isSameRule(other, rule)) return position;
      position = next[position] ?? -1;
    }
    return -1;
  };
  for (const rule of given) {
    const hash = hashRule(rule);
    if (find(rule, hash) >= 0) continue;
    next.push(firstByHash.get(hash) ?? -1);
    firstByHash.set(hash, rules.length);
    rules.push(rule);
  }
  return { rules, find: (rule) => find(rule, hashRule(rule)) };
}

/** Whether two rules are equal in everything but the description. */
export function isSameRule(a: Rule, b: Rule): boolean {
  return (
    a.direction === b.direction &&
    a.ipVersion === b.ipVersion &&
    a.protocol === b.protocol &&
    a.sourceMac === b.sourceMac &&
    textOf(a.remote) === textOf(b.remote) &&
    a.remote.kind === b.remote.kind &&
    textOf(a.local) === textOf(b.local) &&
    lowOf(a) === lowOf(b) &&
    highOf(a) === highOf(b)
  );
}

/** Equal for equal rules; a 30-bit number, which engines keep without a heap object. */
export function hashRule(rule: Rule): number {
  let hash = rule.direction === "ingress" ? 1 : 2;
  hash = mixText(hash, rule.ipVersion);
  hash = mixText(hash, rule.protocol);
  hash = mix(hash, lowOf(rule));
  hash = mix(hash, highOf(rule));
  hash = mixText(hash, textOf(rule.remote));
  hash = mixText(hash, textOf(rule.local));
  hash = mixText(hash, rule.sourceMac);
  return hash & 0x3fffffff;
}

function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193) ^ (hash >>> 15);
}

function mixText(hash: number, text: string): number {
  let mixed = hash;
  for (let index = 0; index < text.length; index++) mixed = Math.imul(mixed ^ text.charCodeAt(index), 0x01000193);
  return mix(mixed, text.length);
}

/** The first port or the ICMP type; -1 for all. */
function lowOf(rule: Rule): number {
  if ("ports" in rule) return rule.ports === "all" ? -1 : rule.ports.from;
  if ("icmp" in rule) return rule.icmp === "all" ? -1 : rule.icmp.type;
  return -1;
}

/** The last port or the ICMP code; -1 for all. */
function highOf(rule: Rule): number {
  if ("ports" in rule) return rule.ports === "all" ? -1 : rule.ports.to;
  if ("icmp" in rule) return rule.icmp === "all" ? -1 : (rule.icmp.code ?? -1);
  return -1;
}

function textOf(side: Rule["remote"]): string {
  switch (side.kind) {
    case "any":
      return "";
    case "cidr":
      return side.cidr;
    case "group":
      return side.id;
    case "named-group":
      return side.name;
  }
}
