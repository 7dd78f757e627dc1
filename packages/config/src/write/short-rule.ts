import { readProtocol, type Rule } from "@secgroup/core";

/** What a rule allows as an item of `allow`, such as `tcp/443` or `icmp/3.4`. */
export function writeAllow(rule: Rule): string {
  if ("ports" in rule && rule.ports !== "all") {
    const { from, to } = rule.ports;
    return `${rule.protocol}/${from === to ? from : `${from}-${to}`}`;
  }
  if ("icmp" in rule && rule.icmp !== "all") {
    const { type, code } = rule.icmp;
    return `${rule.protocol}/${code === undefined ? type : `${type}.${code}`}`;
  }
  return rule.protocol;
}

/** Whether the rule's protocol exists on one IP version only, so that nobody need say which. */
export function isBoundToVersion(rule: Rule): boolean {
  return readProtocol(rule.protocol)?.only !== undefined;
}

/** The other end as an item of `from` or `to`; `writeGroup` says how a group is named. */
export function writePeer(rule: Rule, writeGroup: (idOrName: string) => string): string {
  switch (rule.remote.kind) {
    case "any":
      if (isBoundToVersion(rule)) return "any";
      return rule.ipVersion === "IPv4" ? "0.0.0.0/0" : "::/0";
    case "cidr":
      return rule.remote.cidr;
    case "group":
      return `group:${writeGroup(rule.remote.id)}`;
    case "named-group":
      return `group:${writeGroup(rule.remote.name)}`;
  }
}
