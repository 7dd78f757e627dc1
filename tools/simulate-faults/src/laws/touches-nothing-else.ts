import type { Law } from "./law.ts";
import type { ScenarioGroup } from "../scenario/scenario.ts";
import type { World } from "../world/world.ts";
import { namesOf, statesOf } from "./group-states.ts";

/** A group that the document does not speak of stays as it is, no write names it, and none of another name is made. */
export const touchesNothingElse: Law = {
  name: "no group is touched that is not in the document",
  judge: ({ world, runs }) =>
    [...world.groups.values()].flatMap(({ id, name, target, isSeeded }) => {
      const place = world.scenario.targets.find((one) => one.name === target);
      const group = place?.groups.find((one) => namesOf(one).includes(name));
      if (place === undefined || group === undefined)
        return [`${target}: the group ${name} was made, which nobody wants`];
      if (group.wanted !== undefined) return [];
      const writes = runs
        .flatMap(({ sent }) => sent)
        .filter(({ method, path }) => method !== "GET" && path.includes(id));
      const isMeddled = world.meddlings.some(({ groupId }) => groupId === id);
      const states = statesOf(id, place, world).length;
      return [
        ...writes.map(({ method, path, number }) => `${target} ${name}: request ${number} is ${method} ${path}`),
        ...(isSeeded && !isMeddled && states > 1 && !hasLostAPeer(group, world)
          ? [`${target} ${name} changed, and nobody else had a hand on it`]
          : []),
      ];
    }),
};

/** On Gcore a rule goes with the group that it refers to. */
function hasLostAPeer({ before }: ScenarioGroup, { meddlings }: World): boolean {
  const isReferring = before?.rules.some(({ remoteGroup }) => remoteGroup !== undefined) ?? false;
  return isReferring && meddlings.some(({ isRemoval }) => isRemoval);
}
