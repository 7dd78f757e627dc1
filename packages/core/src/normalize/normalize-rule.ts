import type { Direction, GroupId, IpVersion, Local, MacAddress, Remote, Rule } from "../model/rule.ts";
import type { RuleDraft } from "../model/rule-draft.ts";
import { normalizeMatch, type Match } from "./normalize-match.ts";
import { normalizeNetwork, type DraftSource } from "./normalize-network.ts";
import { readProtocol, type ProtocolEntry } from "./protocol-table.ts";
import type { RuleProblem } from "./rule-problem.ts";

/** The canonical rules of a draft, one for each IP version that it speaks of, or everything that is wrong with it. */
export type NormalizedRule =
  | { readonly ok: true; readonly rules: readonly Rule[] }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

const anyAddress: { readonly kind: "any" } = { kind: "any" };
const nothingSaid: ReadAddress = { value: anyAddress };
// Made once: rules come by the ten thousand.
const versionsOf: Readonly<Record<IpVersion, readonly IpVersion[]>> = { IPv4: ["IPv4"], IPv6: ["IPv6"] };
const bothVersions: readonly IpVersion[] = ["IPv4", "IPv6"];
const macPattern = /^[0-9a-f]{2}([:-][0-9a-f]{2}){5}$/i;

/**
 * Turns a draft into canonical rules; drafts that match the same packets give the same rules.
 *
 * A draft of a document that names neither IP version nor address stands for both versions and gives two rules. A cloud's draft
 * must say or imply its version. Host bits are refused in a document and masked in a cloud's draft.
 */
export function normalizeRule(draft: RuleDraft, source: DraftSource): NormalizedRule {
  const problems: RuleProblem[] = [];
  const direction = readDirection(draft.direction, problems);
  const entry = readProtocol(draft.protocol);
  if (entry === undefined) problems.push({ field: "protocol", message: `"${draft.protocol}" is not a known protocol` });
  const remote = readRemote(draft, source, problems);
  const local = readAddress("local", draft.local, source, problems);
  const versions = readIpVersions(draft, entry, remote.ipVersion, local.ipVersion, source, problems);
  const match = entry && normalizeMatch(entry, versions[0], draft, problems);
  const sourceMac = readMac(draft.sourceMac, problems);
  const [first, second] = versions;
  if (problems.length > 0 || direction === undefined || match === undefined || first === undefined)
    return { ok: false, problems };
  const description = draft.description ?? "";
  const rule = makeRule(first, match, direction, remote.value, local.value, sourceMac, description);
  return { ok: true, rules: second === undefined ? [rule] : [rule, { ...rule, ipVersion: second }] };
}

// Written out field by field: spreading costs more than all the rest, and rules come by the ten thousand.
function makeRule(
  ipVersion: IpVersion,
  match: Match,
  direction: Direction,
  remote: Remote,
  local: Local,
  sourceMac: Rule["sourceMac"],
  description: string,
): Rule {
  if ("ports" in match) {
    const { protocol, ports } = match;
    return { direction, ipVersion, protocol, ports, remote, local, sourceMac, description };
  }
  if ("icmp" in match) {
    const { protocol, icmp } = match;
    return { direction, ipVersion, protocol, icmp, remote, local, sourceMac, description };
  }
  return { direction, ipVersion, protocol: match.protocol, remote, local, sourceMac, description };
}

function readDirection(text: string, problems: RuleProblem[]): Direction | undefined {
  if (text === "ingress" || text === "egress") return text;
  const lower = text.toLowerCase();
  if (lower === "ingress" || lower === "egress") return lower;
  problems.push({ field: "direction", message: `"${text}" is neither ingress nor egress` });
  return undefined;
}

interface ReadAddress {
  readonly value: Local;
  /** The version that the text implies; none when it names no address. */
  readonly ipVersion?: IpVersion;
}

function readAddress(
  field: "remote" | "local",
  text: string | null | undefined,
  source: DraftSource,
  problems: RuleProblem[],
): ReadAddress {
  if (text === null || text === undefined || text === "any") return nothingSaid;
  const network = normalizeNetwork(text, source);
  switch (network.kind) {
    case "any":
      return { value: anyAddress, ipVersion: network.ipVersion };
    case "cidr":
      return { value: { kind: "cidr", cidr: network.cidr }, ipVersion: network.ipVersion };
    case "invalid":
      problems.push({ field, message: network.message });
      return nothingSaid;
  }
}

function readRemote(
  draft: RuleDraft,
  source: DraftSource,
  problems: RuleProblem[],
): { readonly value: Remote; readonly ipVersion?: IpVersion } {
  const { remote, remoteGroup, remoteGroupName } = draft;
  const isGroup = isGiven(remoteGroup);
  if (!isGroup && !isGiven(remoteGroupName)) return readAddress("remote", remote, source, problems);
  if (isGiven(remote) || (isGroup && isGiven(remoteGroupName))) {
    problems.push({ field: "remote", message: "a rule has one remote: an address or a group, not both" });
  }
  const group = remoteGroup ?? remoteGroupName ?? "";
  if (group === "") problems.push({ field: "remote", message: "the name or id of the group is empty" });
  return { value: isGroup ? { kind: "group", id: group as GroupId } : { kind: "named-group", name: group } };
}

const isGiven = (text: string | null | undefined): boolean => text !== null && text !== undefined;

function readIpVersions(
  draft: RuleDraft,
  entry: ProtocolEntry | undefined,
  remote: IpVersion | undefined,
  local: IpVersion | undefined,
  source: DraftSource,
  problems: RuleProblem[],
): readonly IpVersion[] {
  const said = readIpVersion(draft.ipVersion, problems);
  if (remote && local && remote !== local) {
    problems.push({ field: "local", message: `is ${local}, but remote is ${remote}` });
  }
  const implied = remote ?? local;
  if (said && implied && said !== implied) {
    problems.push({ field: "ipVersion", message: `is ${said}, but the address is ${implied}` });
  }
  const version = said ?? implied;
  const bound = entry?.only;
  if (version === undefined) {
    if (bound) return versionsOf[bound];
    if (source === "document") return bothVersions;
    problems.push({ field: "ipVersion", message: "neither the IP version nor an address is said" });
  }
  // ICMP on IPv6 is ICMPv6 whatever the sender called it; any other mismatch matches no packet.
  if (bound === "IPv6" && version === "IPv4") {
    problems.push({ field: "protocol", message: `${entry?.protocol} exists on IPv6 only, but the rule is IPv4` });
  }
  return version ? versionsOf[version] : [];
}

function readIpVersion(text: string | null | undefined, problems: RuleProblem[]): IpVersion | undefined {
  if (text === null || text === undefined) return undefined;
  if (text === "IPv4" || text === "IPv6") return text;
  const lower = text.toLowerCase();
  if (lower === "ipv4") return "IPv4";
  if (lower === "ipv6") return "IPv6";
  problems.push({ field: "ipVersion", message: `"${text}" is neither IPv4 nor IPv6` });
  return undefined;
}

function readMac(text: string | null | undefined, problems: RuleProblem[]): "any" | MacAddress {
  if (text === null || text === undefined || text === "any") return "any";
  if (macPattern.test(text)) return text.toLowerCase().replaceAll("-", ":") as MacAddress;
  problems.push({ field: "sourceMac", message: `"${text}" is not a MAC address such as 02:01:0a:0b:0c:0d` });
  return "any";
}
