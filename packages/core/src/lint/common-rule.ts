import type { IcmpMatch, Local, PortRange, Remote, Rule } from "../model/rule.ts";
import type { Match } from "../normalize/normalize-match.ts";
import { commonNetwork } from "./common-network.ts";

/** The narrowest rule that matches whatever one of two rules of the same direction and IP version matches; without a description. */
export function commonRule(a: Rule, b: Rule): Rule {
  const { direction, ipVersion } = a;
  return {
    direction,
    ipVersion,
    ...commonMatch(a, b),
    remote: commonRemote(a.remote, b.remote),
    local: commonLocal(a.local, b.local),
    sourceMac: a.sourceMac === b.sourceMac ? a.sourceMac : "any",
    description: "",
  };
}

function commonMatch(a: Rule, b: Rule): Match {
  if ("ports" in a && "ports" in b && a.protocol === b.protocol) {
    return { protocol: a.protocol, ports: commonPorts(a.ports, b.ports) };
  }
  if ("icmp" in a && "icmp" in b && a.protocol === b.protocol) {
    return { protocol: a.protocol, icmp: commonIcmp(a.icmp, b.icmp) };
  }
  if (!("ports" in a) && !("icmp" in a) && a.protocol === b.protocol) return { protocol: a.protocol };
  return { protocol: "any" };
}

function commonPorts(a: "all" | PortRange, b: "all" | PortRange): "all" | PortRange {
  if (a === "all" || b === "all") return "all";
  const [from, to] = [Math.min(a.from, b.from), Math.max(a.to, b.to)];
  // The canonical form has no range from port 1 to the last one.
  return from <= 1 && to === 65_535 ? "all" : { from, to };
}

function commonIcmp(a: "all" | IcmpMatch, b: "all" | IcmpMatch): "all" | IcmpMatch {
  if (a === "all" || b === "all" || a.type !== b.type) return "all";
  return a.code === b.code ? a : { type: a.type };
}

function commonRemote(a: Remote, b: Remote): Remote {
  if (a.kind === "group" && b.kind === "group" && a.id === b.id) return a;
  if (a.kind === "named-group" && b.kind === "named-group" && a.name === b.name) return a;
  return a.kind === "cidr" && b.kind === "cidr" ? commonLocal(a, b) : { kind: "any" };
}

function commonLocal(a: Local, b: Local): Local {
  if (a.kind === "any" || b.kind === "any") return { kind: "any" };
  const cidr = a.cidr === b.cidr ? a.cidr : commonNetwork(a.cidr, b.cidr);
  return cidr === undefined ? { kind: "any" } : { kind: "cidr", cidr };
}
