import type { PlacedGroup } from "@secgroup/config";
import type { ObservedTarget, Rule } from "@secgroup/core";
import type { GroupNames } from "../render/describe-rules.ts";

/**
 * The names of groups by id: as the documents have them, else as they stand. A name that several groups of one target bear is none.
 */
export function knownNames(
  observed: ReadonlyMap<string, ObservedTarget>,
  declared: readonly PlacedGroup[],
): GroupNames {
  const standing = [...observed].flatMap(([target, listed]) =>
    listed.map(({ group: { id, name } }): NamedGroup => ({ target, id, name })),
  );
  const withId = declared.flatMap(({ target, desired: { id, name } }): NamedGroup[] =>
    id === undefined ? [] : [{ target, id, name }],
  );
  const groups = new Map([...standing, ...withId].map((group) => [group.id, group]));
  const bearers = new Map<string, number>();
  for (const group of groups.values()) bearers.set(bearerKey(group), (bearers.get(bearerKey(group)) ?? 0) + 1);
  const unambiguous = [...groups.values()].filter((group) => bearers.get(bearerKey(group)) === 1);
  return new Map(unambiguous.map(({ id, name }) => [id, name]));
}

function bearerKey({ target, name }: NamedGroup): string {
  return JSON.stringify([target, name]);
}

interface NamedGroup {
  readonly target: string;
  readonly id: string;
  readonly name: string;
}

/** The rule with the group at the other end by its name: ids differ from cloud to cloud, and a group that is yet to come has none. */
export function nameReference(rule: Rule, names: GroupNames): Rule {
  const name = rule.remote.kind === "group" ? names.get(rule.remote.id) : undefined;
  return name === undefined ? rule : { ...rule, remote: { kind: "named-group", name } };
}
