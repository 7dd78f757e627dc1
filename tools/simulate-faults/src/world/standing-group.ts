import type { Rule } from "@secgroup/core";
import type { FaultTarget, Simulator } from "@secgroup/simulator";
import { readWireRule } from "./read-wire-rule.ts";

/** A group as it is in force, seen past the API. */
export interface StandingGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** User-managed tags; none on IONOS. */
  readonly tags: Readonly<Record<string, string>>;
  readonly rules: readonly Rule[];
}

/** What is in force in one place. */
export function standingGroups({ ionos, gcore }: Simulator, place: FaultTarget): readonly StandingGroup[] {
  const groups =
    place.cloud === "ionos"
      ? ionos.groups(place.datacenterId).map((group) => ({ ...group, tags: {} }))
      : gcore.groups(place.projectId, place.regionId);
  return groups.map(({ id, name, description, tags, rules }) => ({
    id,
    name,
    description,
    tags,
    rules: rules.map((rule) => readWireRule(place.cloud, rule)),
  }));
}
