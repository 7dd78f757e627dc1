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
 * so rules are hashed as they are, into a table at most half full in which each looks on from its own slot.
 */
export function indexRules(given: readonly Rule[]): RuleIndex {
  const rules: Rule[] = [];
  const mask = 2 ** Math.ceil(Math.log2(2 * given.length + 2)) - 1;
  /** A position in `rules` plus one; 0 is a free slot. */
  const slots = new Int32Array(mask + 1);
  /** The slot that holds the rule, or the free one where it would be. */
  const slotOf = (rule: Rule): number => {
    let slot = hashRule(rule) & mask;
    for (;;) {
      const other = rules[(slots[slot] ?? 0) - 1];
      if (other === undefined || isSameRule(other, rule)) return slot;
      slot = (slot + 1) & mask;
    }
  };
  for (const rule of given) {
    const slot = slotOf(rule);
    if (slots[slot] === 0) slots[slot] = rules.push(rule);
  }
  return { rules, find: (rule) => (slots[slotOf(rule)] ?? 0) - 1 };
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

/** Equal for equal rules; the low bits are as mixed as the high ones. */
export function hashRule(rule: Rule): number {
  let hash = rule.direction === "ingress" ? 1 : 2;
  hash = mixText(hash, rule.ipVersion);
  hash = mixText(hash, rule.protocol);
  hash = mix(hash, lowOf(rule));
  hash = mix(hash, highOf(rule));
  hash = mixText(hash, textOf(rule.remote));
  hash = mixText(hash, textOf(rule.local));
  hash = mixText(hash, rule.sourceMac);
  return hash ^ (hash >>> 16);
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
