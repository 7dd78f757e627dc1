import { SecurityGroupError, type Direction, type Rule } from "@secgroup/core";
import type { Configuration } from "../configuration.ts";
import { ProblemList } from "../problem/problem-list.ts";
import { addressSets } from "../resolve/address-sets.ts";
import { multiplyRule, readPeers, readServices } from "../resolve/multiply-rule.ts";
import { NamedSets } from "../resolve/named-sets.ts";
import { normalizeDraft } from "../resolve/normalize-draft.ts";
import type { ReferableGroup } from "../resolve/read-remote-group.ts";
import { RuleBudget } from "../resolve/rule-budget.ts";
import { serviceSets } from "../resolve/service-sets.ts";
import { Places } from "../source/places.ts";

/** Traffic that somebody asks about, in the words of a rule. */
export interface TrafficQuery {
  /** One item of `allow`, such as `tcp/22` or a service's name. */
  readonly allow: string;
  readonly direction: Direction;
  /** One item of `from` or `to`, such as `any`, `203.0.113.9`, the name of an address set, or `group:NAME`. */
  readonly peer: string;
}

/**
 * The rules that a query stands for, with the services, address sets and groups of a document; a group may be on any of its targets.
 *
 * Throws `usage` for a word that means nothing, and for words that match no packet together.
 */
export function readQuery(
  { allow, direction, peer }: TrafficQuery,
  configuration: Pick<Configuration, "addresses" | "services" | "groups">,
): readonly Rule[] {
  // A command line has no places; the words themselves say which of them is meant.
  const problems = new ProblemList(new Places(""));
  const context = {
    addresses: new NamedSets(addressSets, Object.fromEntries(configuration.addresses), problems),
    services: new NamedSets(serviceSets, Object.fromEntries(configuration.services), problems),
    groups: referableGroups(configuration.groups),
    targets: [],
    budget: new RuleBudget(),
    problems,
  };
  const services = readServices(allow, [], context);
  const peers = readPeers(peer, [], context);
  const product = services && peers && multiplyRule(services, peers, direction, [], context);
  const [alone] = product?.aloneServices ?? [];
  if (alone !== undefined) {
    const version = alone.parts[0]?.only;
    problems.add([], `"${allow}" exists on ${version} only, but "${peer}" is not ${version}, so no packet is both`);
  }
  const rules = (product?.drafts ?? []).flatMap((draft) => normalizeDraft(draft, problems, () => []));
  const found = problems.inOrder();
  if (found.length === 0) return rules;
  throw new SecurityGroupError("usage", found.map(({ message }) => message).join("\n"), {
    hint: "Ask in the words of a rule, such as `tcp/22 from 203.0.113.9` or `https to any`.",
  });
}

function referableGroups(groups: Configuration["groups"]): ReadonlyMap<string, ReferableGroup> {
  const referable = new Map<string, ReferableGroup>();
  for (const { key, target, desired } of groups) {
    const { name, id, ensure } = desired;
    referable.set(key, { name, id, ensure, targets: [...(referable.get(key)?.targets ?? []), target] });
  }
  return referable;
}
