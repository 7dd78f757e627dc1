import type { Target } from "@secgroup/config";
import { SecurityGroupError } from "@secgroup/core";
import { locate } from "../targets/locate-target.ts";
import type { Place } from "./found-group.ts";

/**
 * A target for each place, named after its cloud, with a number where a cloud has several, in the order of their ids.
 *
 * Throws `usage` when there is one name and several places.
 */
export function nameTargets(places: readonly Place[], name: string | undefined): ReadonlyMap<string, Target> {
  const byKey = new Map(places.map((place) => [placeKey(place), place]));
  const keys = [...byKey.keys()].toSorted();
  if (name !== undefined && keys.length > 1) {
    throw new SecurityGroupError(
      "usage",
      `--target names one target, and the file has groups of ${keys.length} places`,
      {
        hint: "Leave it out, and rename the targets in the document.",
      },
    );
  }
  return new Map(
    [...byKey].map(([key, place]): [string, Target] => {
      const ofCloud = keys.filter((other) => byKey.get(other)?.cloud === place.cloud);
      const number = ofCloud.length > 1 ? `-${ofCloud.indexOf(key) + 1}` : "";
      return [key, { name: name ?? `${place.cloud}${number}`, ...place }];
    }),
  );
}

/** The same for the same place. */
export function placeKey(place: Place): string {
  return JSON.stringify([
    place.cloud,
    ...Object.values(locate({ name: "", ...place })).map((id) => String(id).toLowerCase()),
  ]);
}
