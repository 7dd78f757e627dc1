import type { ObservedGroup } from "@secgroup/core";
import type { Target } from "../configuration.ts";

/** A group as it was read from one target. */
export interface ImportedGroup {
  /** The target's name. */
  readonly target: string;
  readonly group: ObservedGroup;
  /** Why the group may hold rules that are not among those that were read, in words that end a sentence; absent when it holds no others. */
  readonly unlisted?: string | undefined;
}

/** A group with its key in the document to be written. */
export interface NamedGroup extends ImportedGroup {
  readonly key: string;
  /** Whether the target has several groups of this name, so that only the id tells them apart. */
  readonly isAmbiguous: boolean;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Gives each group a key: its name where that can be one and is free, in the order of targets, names and ids. */
export function nameGroups(targets: readonly Target[], groups: readonly ImportedGroup[]): readonly NamedGroup[] {
  const order = new Map(targets.map(({ name }, index) => [name, index]));
  const sortKey = ({ group }: ImportedGroup): string => JSON.stringify([group.name, group.id]);
  const sorted = groups.toSorted(
    (left, right) =>
      (order.get(left.target) ?? 0) - (order.get(right.target) ?? 0) || (sortKey(left) < sortKey(right) ? -1 : 1),
  );
  const keys = new Set<string>();
  return sorted.map((imported) => {
    const { target, group } = imported;
    const isAmbiguous = groups.some(
      (other) => other !== imported && other.target === target && other.group.name === group.name,
    );
    const key = freeKey(group.name, target, keys);
    keys.add(key);
    return { ...imported, key, isAmbiguous };
  });
}

function freeKey(name: string, target: string, taken: ReadonlySet<string>): string {
  if (canBeKey(name) && !taken.has(name)) return name;
  const base = canBeKey(name) ? `${name}-${target}` : `group-${target}`;
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}

/** Not one that YAML or JavaScript treats as something else, or that `group:` takes for an id. */
function canBeKey(name: string): boolean {
  return /^\P{C}{1,250}$/u.test(name) && name !== "__proto__" && name !== "<<" && !uuid.test(name);
}
