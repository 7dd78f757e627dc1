import { gcore } from "@secgroup/adapter-gcore";
import { ionos } from "@secgroup/adapter-ionos";
import {
  applyPlan,
  createPlan,
  countWrites,
  type Adapter,
  type ApplyOptions,
  type ApplyReport,
  type Clock,
  type CreatePlanOptions,
  type DesiredGroup,
  type Plan,
  type PlanWithState,
  type PresentGroup,
} from "@secgroup/core";
import { createSimulator, type RecordedRequest, type Simulator, type SimulatorOptions } from "@secgroup/simulator";

export const datacenter = "5a88aa8b-8aa1-51f6-9cd1-0a1b2c3e9f31";
export const project = 1234;
export const region = 76;

export type CloudName = "ionos" | "gcore";

/** A simulator of both clouds on virtual time, an adapter of each, and what happened between them. */
export interface TwoClouds {
  readonly simulator: Simulator;
  readonly adapters: Readonly<Record<CloudName, Adapter>>;
  plan(cloud: CloudName, groups: readonly DesiredGroup[]): Promise<Plan>;
  /** The same with what was read for it, which spares `carryOut` a read. */
  planWithState(
    cloud: CloudName,
    groups: readonly DesiredGroup[],
    options?: Pick<CreatePlanOptions, "relabel" | "orderSteps">,
  ): Promise<PlanWithState>;
  carryOut(planned: PlanWithState, options?: Pick<ApplyOptions, "allowInterruption">): Promise<ApplyReport>;
  /** Plans and applies as `secgroup apply --yes` does: what the plan has read spares apply its own first read. */
  apply(cloud: CloudName, groups: readonly DesiredGroup[]): Promise<ApplyReport>;
  /** What was sent since the last call of this function. */
  requests(): readonly RecordedRequest[];
}

export function twoClouds(options: SimulatorOptions = {}): TwoClouds {
  let now = Date.UTC(2026, 0, 1);
  const clock: Clock = {
    now: () => now,
    async sleep(milliseconds) {
      now += milliseconds;
    },
  };
  const simulator = createSimulator({ ...options, now: () => now });
  simulator.ionos.addDatacenter({ id: datacenter, name: "test" });
  simulator.gcore.addProject({ projectId: project, regionId: region });
  const { fetch } = simulator;
  const adapters = {
    ionos: ionos({ token: "simulator-token", datacenter, fetch }),
    gcore: gcore({ apiKey: "simulator-key", project, region, fetch }),
  };
  const { signal } = new AbortController();
  const planWithState: TwoClouds["planWithState"] = (cloud, groups, options = {}) =>
    createPlan(
      [
        {
          name: cloud,
          location: {},
          adapter: adapters[cloud],
          groups: groups.map((desired) => ({ key: desired.name, desired })),
        },
      ],
      { ...options, clock, signal },
    );
  const carryOut: TwoClouds["carryOut"] = ({ plan, observed }, options = {}) =>
    applyPlan(plan, {
      ...options,
      adapters: new Map(Object.entries(adapters)),
      observed,
      clock,
      signal,
      force: true,
    });
  let seen = 0;
  return {
    simulator,
    adapters,
    planWithState,
    carryOut,
    plan: async (cloud, groups) => (await planWithState(cloud, groups)).plan,
    apply: async (cloud, groups) => carryOut(await planWithState(cloud, groups)),
    requests: () => {
      const since = simulator.requests.slice(seen);
      seen = simulator.requests.length;
      return since;
    },
  };
}

/** A group that is to exist, without rules unless given. */
export function present(name: string, parts: Partial<PresentGroup> = {}): PresentGroup {
  return { ensure: "present", name, rules: [], unlistedRules: "remove", ...parts };
}

/** The number of writes in a plan. */
export function writesOf({ targets }: Plan): number {
  return targets.reduce((sum, target) => sum + countWrites(target), 0);
}
