import type { Direction, Rule } from "@secgroup/core";
import type { TextOrList } from "../document.ts";
import type { ProblemList } from "../problem/problem-list.ts";
import type { DocumentPath } from "../source/document-path.ts";
import { multiplyRule, readPeers, readServices, type ListItem } from "./multiply-rule.ts";
import { normalizeDraft } from "./normalize-draft.ts";
import type { RuleContext } from "./rule-context.ts";

/** A rule in short form with its direction's word for the other end taken away. */
export interface ShortRule {
  readonly allow: TextOrList;
  readonly peer: TextOrList;
  readonly description?: string | undefined;
}

/**
 * The canonical rules of a short rule: each thing allowed with each address, except where they are of different IP versions.
 *
 * An item that is left without any partner is a problem, because it would say nothing.
 */
export function readShortRule(
  { allow, peer, description }: ShortRule,
  direction: Direction,
  path: DocumentPath,
  context: RuleContext,
): readonly Rule[] {
  const services = readServices(allow, [...path, "allow"], context);
  const peers = readPeers(peer, [...path, direction === "ingress" ? "from" : "to"], context);
  const product = services && peers && multiplyRule(services, peers, direction, path, context);
  if (product === undefined) return [];
  reportAloneServices(product.aloneServices, context.problems);
  // When nothing at all is left, the services have said so.
  if (product.drafts.length > 0) reportAlonePeers(product.alonePeers, context.problems);
  return product.drafts.flatMap((draft) => normalizeDraft({ ...draft, description }, context.problems, () => path));
}

function reportAloneServices(services: readonly ListItem[], problems: ProblemList): void {
  for (const { text, path, parts } of services) {
    const version = parts[0]?.only;
    const instead = version === "IPv4" ? "ipv6-icmp is ICMP on IPv6" : "icmp is ICMP on IPv4";
    problems.add(
      path,
      `"${text}" exists on ${version} only, and no address here is ${version}, so it would match nothing; remove it (${instead})`,
    );
  }
}

/** Says of addresses that nothing under `allow` exists on their IP version. */
export function reportAlonePeers(peers: readonly ListItem[], problems: ProblemList): void {
  for (const { text, path, parts } of peers) {
    const version = parts[0]?.only;
    problems.add(
      path,
      `"${text}" is ${version}, and nothing under allow exists on ${version}, so it would match nothing; remove it`,
    );
  }
}
