import { refusalAs, TaskFault, validationError } from "./api-error.ts";
import type { GcoreQuirks } from "./gcore-quirks.ts";
import { readNetworkPrefix } from "./network-prefix.ts";
import { withDefaults, type RuleContent, type RuleRequest } from "./rule-content.ts";

const portProtocols: readonly (string | null)[] = ["dccp", "sctp", "tcp", "udp", "udplite"];
const icmpProtocols: readonly (string | null)[] = ["icmp", "ipv6-icmp"];

/** The quirks that decide what is stored of a rule, or how it is refused. */
export type RuleQuirks = Pick<
  GcoreQuirks,
  "hostBits" | "anyPrefix" | "fullPortRange" | "ipencapAndIpip" | "nullRemoteGroup" | "bothRemotes" | "ruleValidation"
>;

/**
 * The rule as OpenStack Neutron stores it, on which Gcore's security groups are built (`securitygroups_db.py`: canonical port
 * range, ICMP name for IPv6, prefix with its length), or a ValidationError that names the field under `path`. The prefix is held
 * to Pydantic's `IPvAnyNetwork` first, which the format of the schema stands for.
 */
export function normalizeRule(request: RuleRequest, path: string, quirks: RuleQuirks): RuleContent {
  const refuseAtOnce: Refuse = (field, message) => {
    throw validationError({ [`${path}${field}`]: [message] });
  };
  const refuseInTask: Refuse = (_, message) => {
    throw new TaskFault(message);
  };
  const refuse = quirks.ruleValidation === "in-task" ? refuseInTask : refuseAtOnce;
  if (request.remote_group_id === null && quirks.nullRemoteGroup === "rejected") {
    refuseAtOnce("remote_group_id", "none is not an allowed value");
  }
  const rule = withDefaults(request);
  const prefix = normalizePrefix(rule, quirks, refuseAtOnce, refuse);
  const ports = normalizePorts(rule, quirks, refuse);
  const protocol = normalizeProtocol(rule, quirks);
  if (protocol?.startsWith("ipv6-") === true && rule.ethertype === "IPv4") {
    refuse("protocol", `Invalid ethertype IPv4 for protocol ${protocol}.`);
  }
  if (rule.remote_ip_prefix !== null && rule.remote_group_id !== null && quirks.bothRemotes !== "accepted") {
    const form = quirks.ruleValidation === "in-task" ? "task-error" : quirks.bothRemotes;
    throw refusalAs(form, `${path}remote_group_id`, "Only remote_ip_prefix or remote_group_id may be provided.");
  }
  return { ...rule, ...ports, protocol, remote_ip_prefix: prefix };
}

type Refuse = (field: keyof RuleContent, message: string) => never;
type Ports = Pick<RuleContent, "port_range_min" | "port_range_max">;

function normalizeProtocol(
  { protocol, ethertype }: RuleContent,
  { ipencapAndIpip }: RuleQuirks,
): RuleContent["protocol"] {
  if (protocol === "icmp" && ethertype === "IPv6") return "ipv6-icmp";
  const isNumber4 = protocol === "ipencap" || protocol === "ipip";
  return isNumber4 && (ipencapAndIpip === "ipencap" || ipencapAndIpip === "ipip") ? ipencapAndIpip : protocol;
}

function normalizePrefix(
  { remote_ip_prefix: text, remote_group_id: groupId, ethertype }: RuleContent,
  { hostBits, anyPrefix }: RuleQuirks,
  refuseAtOnce: Refuse,
  refuse: Refuse,
): string | null {
  const any = ethertype === "IPv6" ? "::/0" : "0.0.0.0/0";
  if (text === null) return anyPrefix === "prefix" && groupId === null ? any : null;
  const prefix =
    readNetworkPrefix(text) ?? refuseAtOnce("remote_ip_prefix", "value is not a valid IPv4 or IPv6 network");
  if (prefix.hasHostBits && hostBits === "rejected") refuseAtOnce("remote_ip_prefix", `${text} has host bits set`);
  if (prefix.ethertype !== ethertype)
    refuse("remote_ip_prefix", `Conflicting value ethertype ${ethertype} for CIDR ${prefix.text}`);
  const stored = hostBits === "kept" ? prefix.text : prefix.masked;
  return anyPrefix === "null" && stored === any ? null : stored;
}

function normalizePorts(
  { protocol, port_range_min: min, port_range_max: max }: RuleContent,
  { fullPortRange }: RuleQuirks,
  refuse: Refuse,
): Ports {
  // The whole range is cleared before anything else is looked at, so it passes for every protocol.
  if (fullPortRange === "null" && min === 1 && max === 65_535) return { port_range_min: null, port_range_max: null };
  if (min === null && max === null) return { port_range_min: min, port_range_max: max };
  const given = min === null ? "port_range_max" : "port_range_min";
  if (protocol === null) refuse(given, "Must also specify protocol if port range is given.");
  if (portProtocols.includes(protocol)) {
    if (min === 0 || max === 0) refuse(min === 0 ? "port_range_min" : "port_range_max", "Invalid value for port 0");
    if (min === null || max === null || min > max) {
      refuse(given, "For TCP/UDP protocols, port_range_min must be <= port_range_max");
    }
  } else if (icmpProtocols.includes(protocol)) {
    if (min === null)
      refuse(
        "port_range_max",
        `ICMP code (port-range-max) ${max} is provided but ICMP type (port-range-min) is missing.`,
      );
    if (min > 255)
      refuse("port_range_min", `Invalid value for ICMP type (port-range-min) ${min}. It must be 0 to 255.`);
    if (max !== null && max > 255)
      refuse("port_range_max", `Invalid value for ICMP code (port-range-max) ${max}. It must be 0 to 255.`);
  } else {
    const allowed = [...portProtocols, ...icmpProtocols].join(", ");
    refuse(given, `Invalid protocol ${protocol} for port range, only supported for ${allowed}.`);
  }
  return { port_range_min: min, port_range_max: max };
}
