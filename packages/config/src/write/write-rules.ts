import { ruleKey, type Direction, type Rule, type RuleKey } from "@secgroup/core";
import type { LongRule } from "../document.ts";
import { isBoundToVersion, writeAllow, writePeer } from "./short-rule.ts";

/** How the rules of one direction are put into words. */
export interface RuleWords<Short> {
  readonly direction: Direction;
  readonly short: (allow: string, peer: string, label: RuleLabel) => Short;
  /** Names the group at the other end, given its id or name. */
  readonly nameGroup: (idOrName: string) => string;
}

export interface RuleLabel {
  readonly description?: string;
}

/**
 * The entries of one direction, each in short form where that says everything; in the order of what they allow, whatever the
 * order of the cloud.
 */
export function writeRules<Short>(rules: readonly Rule[], words: RuleWords<Short>): readonly (Short | LongRule)[] {
  const byKey = new Map<RuleKey, Rule>();
  for (const rule of rules) {
    const key = ruleKey(rule);
    if (rule.direction === words.direction && !byKey.has(key)) byKey.set(key, rule);
  }
  const sortable = [...byKey].map(([key, rule]) => ({ rule, text: sortText(rule, key, words.nameGroup) }));
  return sortable
    .toSorted((left, right) => (left.text < right.text ? -1 : 1))
    .flatMap(({ rule }) => {
      const twin = findTwin(rule, byKey);
      if (twin === undefined) return [writeRule(rule, words)];
      // The pair is written where its IPv4 half stands.
      return rule.ipVersion === "IPv4" ? [writePair(rule, words)] : [];
    });
}

function sortText(rule: Rule, key: RuleKey, nameGroup: (idOrName: string) => string): string {
  return JSON.stringify([writeAllow(rule), writePeer(rule, nameGroup), rule.ipVersion, key]);
}

/** The same rule of the other IP version, where the short form says both at once. */
function findTwin(rule: Rule, byKey: ReadonlyMap<RuleKey, Rule>): Rule | undefined {
  if (!isPlain(rule) || rule.remote.kind === "cidr" || isBoundToVersion(rule)) return undefined;
  const twin = byKey.get(ruleKey({ ...rule, ipVersion: rule.ipVersion === "IPv4" ? "IPv6" : "IPv4" }));
  return twin?.description === rule.description ? twin : undefined;
}

/** Whether the rule has nothing that only the long form can say. */
function isPlain(rule: Rule): boolean {
  return rule.local.kind === "any" && rule.sourceMac === "any";
}

function writePair<Short>(rule: Rule, { short, nameGroup }: RuleWords<Short>): Short {
  return short(writeAllow(rule), rule.remote.kind === "any" ? "any" : writePeer(rule, nameGroup), writeLabel(rule));
}

function writeRule<Short>(rule: Rule, { short, nameGroup }: RuleWords<Short>): Short | LongRule {
  const isGroup = rule.remote.kind === "group" || rule.remote.kind === "named-group";
  if (!isPlain(rule) || (isGroup && !isBoundToVersion(rule))) return writeLong(rule, nameGroup);
  return short(writeAllow(rule), writePeer(rule, nameGroup), writeLabel(rule));
}

function writeLong(rule: Rule, nameGroup: (idOrName: string) => string): LongRule {
  return {
    ipVersion: rule.ipVersion,
    protocol: rule.protocol,
    ...("ports" in rule && rule.ports !== "all" && { ports: writePorts(rule.ports) }),
    ...("icmp" in rule && rule.icmp !== "all" && { icmp: rule.icmp }),
    ...(rule.remote.kind !== "any" && { remote: writePeer(rule, nameGroup) }),
    ...(rule.local.kind === "cidr" && { local: rule.local.cidr }),
    ...(rule.sourceMac !== "any" && { sourceMac: rule.sourceMac }),
    ...writeLabel(rule),
  };
}

function writePorts({ from, to }: { readonly from: number; readonly to: number }): number | string {
  return from === to ? from : `${from}-${to}`;
}

function writeLabel({ description }: Rule): RuleLabel {
  return description === "" ? {} : { description };
}
