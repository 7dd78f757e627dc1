import {
  createSimulator,
  createVirtualTime,
  delayFetch,
  type GcoreQuirks,
  type GroupHistoryEntry,
  type IonosQuirks,
  type Simulator,
  type VirtualTime,
} from "@secgroup/simulator";
import type { PlainRule } from "./change.ts";
import { writeGcoreRule, writeIonosRule } from "./wire-rules.ts";

export type CloudName = "ionos" | "gcore";

/** How the clouds behave where it differs from the simulator's defaults. */
export interface Quirks {
  readonly ionos?: Partial<IonosQuirks>;
  readonly gcore?: Partial<GcoreQuirks>;
}

/** A rule that stands, with the id that the cloud gave it. */
export interface StandingRule extends PlainRule {
  readonly id: string;
}

/** A group that stands. */
export interface StandingGroup {
  readonly id: string;
  readonly rules: readonly StandingRule[];
}

/** A cloud on virtual time with a round trip of 100 ms in front of it, and one group in it, or none. */
export interface World {
  readonly time: VirtualTime;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly group: StandingGroup | undefined;
  readonly requests: Simulator["requests"];
  /** Every state of the group that is there in the end. */
  readonly history: () => readonly GroupHistoryEntry[];
}

export const datacenter = "5ec90000-0000-4000-8000-000000000001";
export const project = 1;
export const region = 1;
export const groupName = "web";
export const groupDescription = "Web servers";
export const token = "simulator-token";
export const apiKey = "simulator-key";

export function createWorld(cloud: CloudName, rules: readonly PlainRule[] | undefined, quirks: Quirks): World {
  const time = createVirtualTime();
  // Twice the documented limit on IONOS, as for an account whose limit was raised: what a full group costs is not the question here.
  const limits = { rulesPerSecurityGroup: 200 };
  const simulator = createSimulator({
    now: time.steadyNow,
    ionos: { token, limits, quirks: quirks.ionos },
    gcore: { apiKey, quirks: quirks.gcore ?? {} },
  });
  simulator.ionos.addDatacenter({ id: datacenter, name: "comparison" });
  simulator.gcore.addProject({ projectId: project, regionId: region });
  const listIds = (): readonly { readonly id: string; readonly rules: readonly { readonly id: string }[] }[] =>
    cloud === "ionos" ? simulator.ionos.groups(datacenter) : simulator.gcore.groups(project, region);
  if (rules !== undefined) {
    const group = { name: groupName, description: groupDescription };
    if (cloud === "ionos") simulator.ionos.addGroup(datacenter, { ...group, rules: rules.map(writeIonosRule) });
    else simulator.gcore.addGroup(project, region, { ...group, rules: rules.map(writeGcoreRule) });
  }
  return {
    time,
    fetch: delayFetch(simulator.fetch, time, { roundTripMs: 100 }),
    group: listIds().map(({ id, rules: ids }) => ({
      id,
      rules: (rules ?? []).map((rule, index) => ({ ...rule, id: ids[index]?.id ?? "" })),
    }))[0],
    requests: simulator.requests,
    history: () => simulator.history(listIds()[0]?.id ?? ""),
  };
}
