import type { Rule } from "../../model/rule.ts";
import type { GroupChanges } from "../group-changes.ts";
import { compareRules, staying } from "../group-traffic.ts";
import { createTrafficSpace, noTraffic, type Traffic } from "../../traffic/traffic-space.ts";

/** What one group allows before and after. */
interface RuleTurn {
  readonly kept: readonly Rule[];
  readonly removed: readonly Rule[];
  readonly added: readonly Rule[];
}

const known = new WeakMap<readonly GroupChanges[], readonly ReadonlySet<number>[]>();

/**
 * By position of a group that is changed: the positions of others, new ones too, that open what it closes. A server may be in both, so they must
 * have opened before it closes. Worked out once for each list.
 */
export function findHandovers(changes: readonly GroupChanges[]): readonly ReadonlySet<number>[] {
  let handovers = known.get(changes);
  if (handovers === undefined) known.set(changes, (handovers = compare(changes.map(turnOf))));
  return handovers;
}

function turnOf(changes: GroupChanges): RuleTurn {
  switch (changes.kind) {
    case "create":
      return { ...nothingTurns, added: changes.desired.rules };
    case "update":
      return {
        kept: staying(changes).map(({ rule }) => rule),
        removed: changes.diff.remove.map(({ rule }) => rule),
        added: changes.diff.create,
      };
    // Nobody is in a group that is deleted, or it would be refused.
    case "delete":
      return nothingTurns;
  }
}

function compare(groups: readonly RuleTurn[]): readonly ReadonlySet<number>[] {
  // Few groups hand anything over, so a look at the changed rules alone tells most of them apart.
  const rough = compareTurns(groups.map(({ removed, added }) => ({ kept: [], removed, added })));
  const involved = groups.map((_, index) => (rough[index]?.size ?? 0) > 0 || rough.some((set) => set.has(index)));
  const count = involved.filter(Boolean).length;
  if (count === 0 || count > mostCompared) return rough;
  return compareTurns(groups.map((group, index) => (involved[index] ? group : nothingTurns)));
}

/**
 * Groups that close what others open up to which it is found out which others; above, each waits for all that open anything, which costs writes and spares
 * comparing each with each.
 */
const mostCompared = 30;

const nothingTurns: RuleTurn = { kept: [], removed: [], added: [] };

function compareTurns(groups: readonly RuleTurn[]): readonly ReadonlySet<number>[] {
  const space = createTrafficSpace(groups.flatMap(({ kept, removed, added }) => [...kept, ...removed, ...added]));
  const turns = groups.map(({ kept, removed, added }) =>
    compareRules([...kept, ...removed], [...kept, ...added], space),
  );
  // No group closes what it opens itself, so that its own part of the union makes no difference.
  const opened = unionOf(
    turns.map(({ opens }) => opens),
    space.union,
  );
  const isMet = turns.map(({ closes }) => meets(closes, opened));
  const comparesAll = isMet.filter(Boolean).length <= mostCompared;
  return turns.map(({ closes }, index) => {
    const openers = [...turns.keys()].filter((other) => {
      const { opens } = turns[other] ?? { opens: noTraffic };
      return other !== index && opens !== noTraffic && (!comparesAll || meets(closes, opens));
    });
    return new Set(isMet[index] ? openers : []);
  });

  function meets(closes: Traffic, opens: Traffic): boolean {
    return space.intersection(closes, opens) !== noTraffic;
  }
}

/** Two by two, since a union takes as long as the larger set is large. */
function unionOf(sets: readonly Traffic[], union: (a: Traffic, b: Traffic) => Traffic): Traffic {
  if (sets.length <= 1) return sets[0] ?? noTraffic;
  const middle = sets.length >> 1;
  return union(unionOf(sets.slice(0, middle), union), unionOf(sets.slice(middle), union));
}
