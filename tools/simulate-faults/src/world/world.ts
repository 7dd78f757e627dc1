import {
  createSimulator,
  createVirtualTime,
  type FaultTarget,
  type FaultyClouds,
  type Simulator,
  type VirtualTime,
} from "@secgroup/simulator";
import { toGcoreRule, toIonosRule } from "../scenario/plain-rule.ts";
import type { Scenario, ScenarioGroup } from "../scenario/scenario.ts";
import { noteMeddling, type Meddling } from "./note-meddling.ts";

/** A group that was or is there. */
export interface KnownGroup {
  readonly id: string;
  /** The target's name in the scenario. */
  readonly target: string;
  /** The name under which it was first seen. */
  readonly name: string;
  /** Whether it was there from the start. */
  readonly isSeeded: boolean;
  /** How many states it had passed through when the play began. */
  readonly statesBefore: number;
}

/** Both clouds as a scenario has them at first, with what a judge needs to know of them later. */
export interface World {
  readonly scenario: Scenario;
  readonly time: VirtualTime;
  readonly simulator: Simulator;
  /** The same clouds for faults, where every deed of a third party is noted. */
  readonly meddledClouds: FaultyClouds;
  readonly meddlings: readonly Meddling[];
  /** Every group that was seen in force so far, in the order of being seen. */
  readonly groups: ReadonlyMap<string, KnownGroup>;
  /** Looks for groups that are new. */
  noteGroups(): void;
}

const aDayMs = 86_400_000;

export function createWorld(scenario: Scenario): World {
  const time = createVirtualTime({ maximumMs: 20 * aDayMs, maximumEvents: 300_000 });
  const { ionos, gcore, rateLimits, targets } = scenario;
  const simulator = createSimulator({ now: time.steadyNow, ionos, gcore, rateLimits });
  const groups = new Map<string, KnownGroup>();
  const noteGroups = (isSeeded = false): void => {
    for (const { name: target, place } of targets) {
      for (const { id, name } of namedGroups(simulator, place)) {
        if (!groups.has(id))
          groups.set(id, { id, name, target, isSeeded, statesBefore: isSeeded ? simulator.history(id).length - 1 : 0 });
      }
    }
  };
  for (const { place, groups } of targets) {
    if (place.cloud === "ionos") simulator.ionos.addDatacenter({ id: place.datacenterId, name: "test" });
    else simulator.gcore.addProject({ projectId: place.projectId, regionId: place.regionId });
    seedGroups(simulator, place, groups);
  }
  noteGroups(true);
  const meddlings: Meddling[] = [];
  return {
    scenario,
    time,
    simulator,
    meddledClouds: noteMeddling(simulator, (deed) => void meddlings.push({ ...deed, at: time.steadyNow() })),
    meddlings,
    groups,
    noteGroups: () => noteGroups(),
  };
}

function namedGroups(
  { ionos, gcore }: Simulator,
  place: FaultTarget,
): readonly { readonly id: string; readonly name: string }[] {
  return place.cloud === "ionos" ? ionos.groups(place.datacenterId) : gcore.groups(place.projectId, place.regionId);
}

/** Groups first without rules, since rules may refer to any of them. */
function seedGroups({ ionos, gcore }: Simulator, place: FaultTarget, groups: readonly ScenarioGroup[]): void {
  const standing = groups.flatMap(({ name, before }) => (before ? [{ name, ...before }] : []));
  if (place.cloud === "ionos") {
    for (const { name, description, rules } of standing)
      ionos.addGroup(place.datacenterId, { name, description, rules: rules.map(toIonosRule) });
    return;
  }
  const { projectId, regionId } = place;
  const ids = new Map(
    standing.map(({ name, description, tags }) => [
      name,
      gcore.addGroup(projectId, regionId, { name, description, tags, rules: [] }),
    ]),
  );
  for (const { name, rules } of standing) {
    const id = ids.get(name);
    if (id !== undefined)
      gcore.editRules(id, () => rules.map((rule) => toGcoreRule(rule, (peer) => ids.get(peer) ?? "")));
  }
}
