import type { Direction, RuleDraft } from "@secgroup/core";
import type { TextOrList } from "../document.ts";
import type { DocumentPath } from "../source/document-path.ts";
import { readPeer, type Part } from "./read-peer.ts";
import type { RuleContext } from "./rule-context.ts";

/** One item of a list as written, with what it stands for. */
export interface ListItem {
  readonly text: string;
  readonly path: DocumentPath;
  readonly parts: readonly Part[];
}

/** What the lists of a rule stand for together, and the items that are left without a partner because of their IP version. */
export interface RuleProduct {
  readonly drafts: readonly RuleDraft[];
  readonly aloneServices: readonly ListItem[];
  readonly alonePeers: readonly ListItem[];
}

// Far more than any cloud takes in a group; a product that is greater is a mistake.
const maximumRules = 10_000;

/** The items of `allow`; `undefined` when one is wrong, and reported. */
export function readServices(
  allow: TextOrList,
  path: DocumentPath,
  { services }: RuleContext,
): readonly ListItem[] | undefined {
  return readList(allow, path, (text, at) =>
    services.resolve(text, at)?.map(({ match, only }): Part => ({ draft: match, only })),
  );
}

/** The items of `from` or `to`; `undefined` when one is wrong, and reported. */
export function readPeers(peer: TextOrList, path: DocumentPath, context: RuleContext): readonly ListItem[] | undefined {
  return readList(peer, path, (text, at) => readPeer(text, at, context));
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

/** Puts each service together with each peer, except where they are of different IP versions; `undefined` when that is too much, and reported. */
export function multiplyRule(
  services: readonly ListItem[],
  peers: readonly ListItem[],
  direction: Direction,
  path: DocumentPath,
  { budget, problems }: RuleContext,
): RuleProduct | undefined {
  const count = (items: readonly ListItem[]): number => items.reduce((sum, { parts }) => sum + parts.length, 0);
  const rules = count(services) * count(peers);
  if (rules > maximumRules) {
    problems.add(path, `stands for more than ${maximumRules} rules, which no cloud takes; allow less at once`);
    return undefined;
  }
  if (!budget.take(rules, path, problems)) return undefined;
  const drafts: RuleDraft[] = [];
  const partnered = new Set<ListItem>();
  for (const service of services) {
    for (const peer of peers) {
      for (const what of service.parts) {
        for (const who of peer.parts) {
          if (what.only && who.only && what.only !== who.only) continue;
          drafts.push({ direction, ...what.draft, ...who.draft });
          partnered.add(service).add(peer);
        }
      }
    }
  }
  const isAlone = (item: ListItem): boolean => !partnered.has(item);
  return { drafts, aloneServices: services.filter(isAlone), alonePeers: peers.filter(isAlone) };
}
