import type { Remote, Rule } from "../model/rule.ts";

/** A rule's identity: equal for two rules exactly when they are equal in everything but `description`. */
export type RuleKey = string & { readonly __brand: "RuleKey" };

/** A rule's identity as a text, for maps and sets. It says nothing else: its form may change. */
export function ruleKey(rule: Rule): RuleKey {
  // Short, because keys are built and hashed by the ten thousand: what is "any" or "all" leaves no trace.
  const { local, sourceMac } = rule;
  const direction = rule.direction === "ingress" ? "i" : "e";
  const version = rule.ipVersion === "IPv4" ? "4" : "6";
  const key = `${direction}${version} ${rule.protocol}${matchKey(rule)} ${remoteKey(rule.remote)}`;
  if (local.kind === "any" && sourceMac === "any") return key as RuleKey;
  return `${key} ${local.kind === "any" ? "" : local.cidr} ${sourceMac}` as RuleKey;
}

function matchKey(rule: Rule): string {
  if ("ports" in rule) return rule.ports === "all" ? "" : `/${rule.ports.from}-${rule.ports.to}`;
  if ("icmp" in rule) return rule.icmp === "all" ? "" : `/${rule.icmp.type}.${rule.icmp.code ?? ""}`;
  return "";
}

function remoteKey(remote: Remote): string {
  switch (remote.kind) {
    case "any":
      return "";
    case "cidr":
      return remote.cidr;
    // Quoted, because an id or a name could look like anything.
    case "group":
      return `id ${JSON.stringify(remote.id)}`;
    case "named-group":
      return `name ${JSON.stringify(remote.name)}`;
  }
}
