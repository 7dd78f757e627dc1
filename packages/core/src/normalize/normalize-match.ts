import type { IcmpMatch, IpVersion, PortRange, Rule } from "../model/rule.ts";
import type { RuleDraft } from "../model/rule-draft.ts";
import type { ProtocolEntry } from "./protocol-table.ts";
import type { RuleProblem } from "./rule-problem.ts";

/** What a rule says of the packet itself: its protocol, with ports or an ICMP type where the protocol has them. */
export type Match = Rule extends infer R
  ? R extends Rule
    ? Pick<R, Extract<keyof R, "protocol" | "ports" | "icmp">>
    : never
  : never;

/** Reads ports and ICMP fields as far as the protocol has them; what it does not have, or what cannot be, is noted. */
export function normalizeMatch(
  entry: ProtocolEntry,
  ipVersion: IpVersion | undefined,
  draft: RuleDraft,
  problems: RuleProblem[],
): Match {
  if (draft.ports && entry.family !== "ports" && (isSaid(draft.ports.from) || isSaid(draft.ports.to))) {
    problems.push({ field: "ports", message: `${entry.protocol} has no ports` });
  }
  if (draft.icmp && entry.family !== "icmp" && (isSaid(draft.icmp.type) || isSaid(draft.icmp.code))) {
    problems.push({ field: "icmp", message: `${entry.protocol} has no ICMP type or code` });
  }
  switch (entry.family) {
    case "ports":
      return { protocol: entry.protocol, ports: readPorts(draft.ports, problems) };
    case "icmp":
      return { protocol: ipVersion === "IPv6" ? "ipv6-icmp" : entry.protocol, icmp: readIcmp(draft.icmp, problems) };
    case "other":
      return { protocol: entry.protocol };
  }
}

const isSaid = (value: number | null | undefined): value is number => value !== null && value !== undefined;

/** Whether the number is a whole one within the range; if not, the problem is noted. */
function isWithin(field: string, value: number, maximum: number, problems: RuleProblem[]): boolean {
  if (Number.isInteger(value) && value >= 0 && value <= maximum) return true;
  problems.push({ field, message: `${value} is not a whole number from 0 to ${maximum}` });
  return false;
}

function readPorts(ports: RuleDraft["ports"], problems: RuleProblem[]): "all" | PortRange {
  const from = ports?.from;
  const to = ports?.to;
  if (!isSaid(from) && !isSaid(to)) return "all";
  if (!isSaid(from)) problems.push({ field: "ports.from", message: "is missing, but ports.to is given" });
  else if (!isSaid(to)) problems.push({ field: "ports.to", message: "is missing, but ports.from is given" });
  else if (isWithin("ports.from", from, 65535, problems) && isWithin("ports.to", to, 65535, problems)) {
    if (from > to) problems.push({ field: "ports.from", message: `${from} is greater than ports.to, which is ${to}` });
    // Port 0 is never on the wire and both clouds begin at 1, so 0-65535 and 1-65535 are the same packets.
    else if (from <= 1 && to === 65535) return "all";
    else return { from, to };
  }
  return "all";
}

function readIcmp(icmp: RuleDraft["icmp"], problems: RuleProblem[]): "all" | IcmpMatch {
  const type = icmp?.type;
  const code = icmp?.code;
  if (!isSaid(type)) {
    if (isSaid(code)) problems.push({ field: "icmp.type", message: "is missing, but icmp.code is given" });
    return "all";
  }
  if (!isWithin("icmp.type", type, 255, problems)) return "all";
  if (!isSaid(code)) return { type };
  return isWithin("icmp.code", code, 255, problems) ? { type, code } : { type };
}
