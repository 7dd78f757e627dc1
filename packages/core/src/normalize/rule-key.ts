import type { Local, Remote, Rule } from "../model/rule.ts";

/** A rule's identity: equal for two rules exactly when they are equal in everything but `description`. */
export type RuleKey = string & { readonly __brand: "RuleKey" };

export function ruleKey(rule: Rule): RuleKey {
  return `${rule.direction} ${rule.ipVersion} ${rule.protocol} ${matchKey(rule)} ${remoteKey(rule.remote)} ${localKey(rule.local)} ${rule.sourceMac}` as RuleKey;
}

function matchKey(rule: Rule): string {
  if ("ports" in rule) return rule.ports === "all" ? "*" : `${rule.ports.from}-${rule.ports.to}`;
  if ("icmp" in rule) return rule.icmp === "all" ? "*" : `${rule.icmp.type}.${rule.icmp.code ?? "*"}`;
  return "*";
}

function remoteKey(remote: Remote): string {
  switch (remote.kind) {
    case "any":
      return "*";
    case "cidr":
      return remote.cidr;
    case "group":
      return `group ${remote.id}`;
    case "named-group":
      // Quoted, because a name may hold blanks and may look like an id.
      return `named ${JSON.stringify(remote.name)}`;
  }
}

function localKey(local: Local): string {
  return local.kind === "any" ? "*" : local.cidr;
}
