import type { Direction, IpVersion, RuleDraft } from "@secgroup/core";
import type { TextOrList } from "../document.ts";
import type { DocumentPath } from "../source/document-path.ts";
import { addressSets, type Network } from "./address-sets.ts";
import { isGroupReference, readRemoteGroup } from "./read-remote-group.ts";
import type { RuleContext } from "./rule-context.ts";

/** A rule in short form with its direction's word for the other end taken away. */
export interface ShortRule {
  readonly allow: TextOrList;
  readonly peer: TextOrList;
  readonly description: string | undefined;
}

/** One end of a rule: the part of the draft that it fills, and the IP version that it is of, if of one. */
interface Part {
  readonly draft: Partial<RuleDraft>;
  readonly only: IpVersion | undefined;
}

/** One item of a list as written, with what it stands for. */
interface ListItem {
  readonly text: string;
  readonly path: DocumentPath;
  readonly parts: readonly Part[];
}

// Far more than any cloud takes in a group; a product that is greater is a mistake.
const maximumRules = 10_000;

/**
 * The drafts of a short rule: each thing allowed with each address, except where they are of different IP versions.
 *
 * An item that is left without any partner is a problem, because it would say nothing.
 */
export function readShortRule(
  rule: ShortRule,
  direction: Direction,
  path: DocumentPath,
  context: RuleContext,
): readonly RuleDraft[] {
  const peerField = direction === "ingress" ? "from" : "to";
  const services = readList(rule.allow, [...path, "allow"], (text, at) =>
    context.services.resolve(text, at)?.map(({ match, only }): Part => ({ draft: match, only })),
  );
  const peers = readList(rule.peer, [...path, peerField], (text, at) => readPeer(text, at, context));
  if (services === undefined || peers === undefined) return [];
  const count = (items: readonly ListItem[]): number => items.reduce((sum, { parts }) => sum + parts.length, 0);
  if (count(services) * count(peers) > maximumRules) {
    context.problems.add(path, `stands for more than ${maximumRules} rules, which no cloud takes; allow less at once`);
    return [];
  }
  const drafts: RuleDraft[] = [];
  const partnered = new Set<ListItem>();
  for (const service of services) {
    for (const peer of peers) {
      for (const what of service.parts) {
        for (const who of peer.parts) {
          if (what.only && who.only && what.only !== who.only) continue;
          drafts.push({ direction, ...what.draft, ...who.draft, description: rule.description });
          partnered.add(service).add(peer);
        }
      }
    }
  }
  reportAlone(services, peers, partnered, context);
  return drafts;
}

function readList(
  list: TextOrList,
  path: DocumentPath,
  read: (text: string, path: DocumentPath) => readonly Part[] | undefined,
): readonly ListItem[] | undefined {
  const items = (typeof list === "string" ? [list] : list).map((text, index) => {
    const at = typeof list === "string" ? path : [...path, index];
    const parts = read(text, at);
    return parts && { text, path: at, parts };
  });
  return items.every((item) => item !== undefined) ? items : undefined;
}

function readPeer(
  text: string,
  path: DocumentPath,
  { addresses, groups, owner, problems }: RuleContext,
): readonly Part[] | undefined {
  if (text === "any") return [{ draft: {}, only: undefined }];
  if (isGroupReference(text)) {
    const draft = readRemoteGroup(text, owner, groups, path, problems);
    return draft && [{ draft, only: undefined }];
  }
  if (groups.has(text) && !addresses.has(text) && addressSets.readItem(text).kind === "name") {
    problems.add(path, `"${text}" is a group, not an address set; write group:${text}`);
    return undefined;
  }
  return addresses
    .resolve(text, path)
    ?.map(({ text: remote, ipVersion }: Network): Part => ({ draft: { remote }, only: ipVersion }));
}

function reportAlone(
  services: readonly ListItem[],
  peers: readonly ListItem[],
  partnered: ReadonlySet<ListItem>,
  { problems }: RuleContext,
): void {
  for (const { text, path, parts } of services.filter((item) => !partnered.has(item))) {
    const version = parts[0]?.only;
    const instead = version === "IPv4" ? "ipv6-icmp is ICMP on IPv6" : "icmp is ICMP on IPv4";
    problems.add(
      path,
      `"${text}" exists on ${version} only, and no address of this rule is ${version}, so it would allow nothing; remove it (${instead})`,
    );
  }
  const alone = peers.filter((item) => !partnered.has(item));
  // When nothing at all is left, the services have said so.
  if (alone.length === peers.length) return;
  for (const { text, path, parts } of alone) {
    const version = parts[0]?.only;
    problems.add(
      path,
      `"${text}" is ${version}, and nothing that this rule allows exists on ${version}, so it would allow nothing; remove it`,
    );
  }
}
