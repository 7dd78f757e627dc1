import type { Remote, Rule } from "../model/rule.ts";

/** A rule in one line for people, without its description: `ingress tcp/443 from any (IPv4)`. */
export function describeRule(rule: Rule): string {
  const preposition = rule.direction === "ingress" ? "from" : "to";
  const local = rule.local.kind === "any" ? "" : ` at ${rule.local.cidr}`;
  const mac = rule.sourceMac === "any" ? "" : ` mac ${rule.sourceMac}`;
  return `${rule.direction} ${describeMatch(rule)} ${preposition} ${describeRemote(rule.remote)}${local}${mac} (${rule.ipVersion})`;
}

function describeMatch(rule: Rule): string {
  if ("ports" in rule) {
    if (rule.ports === "all") return rule.protocol;
    const { from, to } = rule.ports;
    return `${rule.protocol}/${from === to ? from : `${from}-${to}`}`;
  }
  if ("icmp" in rule) {
    if (rule.icmp === "all") return rule.protocol;
    return `${rule.protocol}/${rule.icmp.type}${rule.icmp.code === undefined ? "" : `.${rule.icmp.code}`}`;
  }
  return rule.protocol;
}

function describeRemote(remote: Remote): string {
  switch (remote.kind) {
    case "any":
      return "any";
    case "cidr":
      return remote.cidr;
    case "group":
      return `group:${remote.id}`;
    case "named-group":
      return `group:${remote.name}`;
  }
}
