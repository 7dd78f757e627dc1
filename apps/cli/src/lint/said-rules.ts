import type { Configuration, PlacedGroup } from "@secgroup/config";
import { ruleKey, type Direction, type ErrorPlace, type Rule } from "@secgroup/core";
import { groupBy } from "./group-by.ts";

/** A rule as one entry of a document says it; a rule that several entries say is there for each of them. */
export interface SaidRule {
  readonly rule: Rule;
  readonly direction: Direction;
  /** The entry's index in the list of the direction. */
  readonly entry: number;
  readonly place: ErrorPlace;
}

/** A group of a document by itself, wherever it is placed. */
export interface SaidGroup {
  readonly key: string;
  readonly place: ErrorPlace;
  /** The names of its targets. */
  readonly targets: readonly string[];
  /** In the order in which the text says each first. */
  readonly rules: readonly SaidRule[];
}

/** The groups of a document that are to be there, each once. */
export function listSaidGroups({ groups, notices }: Configuration): readonly SaidGroup[] {
  // Of an entry that says nothing new, only the notice knows the place.
  const repeated = new Map(notices.map(({ place }) => [place.path, place]));
  const byKey = groupBy(groups, ({ key }) => key);
  return [...byKey].flatMap(([key, placed]) => {
    const [group] = placed;
    if (group === undefined || group.desired.ensure === "absent") return [];
    const targets = placed.map(({ target }) => target);
    return [{ key, place: group.place, targets, rules: listSaidRules(group, group.desired.rules, repeated) }];
  });
}

function listSaidRules(
  { place, rulePlaces, ruleEntries }: PlacedGroup,
  rules: readonly Rule[],
  repeated: ReadonlyMap<string | undefined, ErrorPlace>,
): readonly SaidRule[] {
  const places = new Map([...repeated, ...[...rulePlaces.values()].map((at) => [at.path, at] as const)]);
  return rules.flatMap((rule) =>
    (ruleEntries.get(ruleKey(rule)) ?? []).map((entry): SaidRule => {
      const { direction } = rule;
      return { rule, direction, entry, place: places.get(`${place.path}.${direction}[${entry}]`) ?? place };
    }),
  );
}
