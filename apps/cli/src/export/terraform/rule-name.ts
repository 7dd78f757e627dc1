import type { Remote, Rule } from "@secgroup/core";
import { ruleResourceName } from "./resource-name.ts";

/**
 * The name of a rule's resource; it changes only with what the rule matches. What goes into it must stay as it is: under another
 * name Terraform destroys the rule and creates it anew.
 */
export function nameRule(group: string, rule: Rule): string {
  const { direction, ipVersion, protocol, remote, local, sourceMac } = rule;
  const service = describeService(rule);
  return ruleResourceName(
    group,
    [direction, ipVersion.toLowerCase(), protocol, ...service],
    [
      direction,
      ipVersion,
      protocol,
      service,
      describeRemote(remote),
      local.kind === "any" ? "" : local.cidr,
      sourceMac,
    ],
  );
}

function describeService(rule: Rule): readonly string[] {
  if ("ports" in rule && rule.ports !== "all") {
    const { from, to } = rule.ports;
    return from === to ? [String(from)] : [String(from), String(to)];
  }
  if ("icmp" in rule && rule.icmp !== "all") {
    const { type, code } = rule.icmp;
    return code === undefined ? [String(type)] : [String(type), String(code)];
  }
  return [];
}

function describeRemote(remote: Remote): readonly string[] {
  switch (remote.kind) {
    case "any":
      return [remote.kind];
    case "cidr":
      return [remote.kind, remote.cidr];
    case "group":
      return [remote.kind, remote.id];
    case "named-group":
      return [remote.kind, remote.name];
  }
}
