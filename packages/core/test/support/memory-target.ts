import {
  applyPlan,
  createPlan,
  SecurityGroupError,
  type Adapter,
  type ApplyOptions,
  type ApplyReport,
  type Capabilities,
  type DesiredGroup,
  type GroupRequest,
  type Plan,
  type PlanTarget,
  type PresentGroup,
} from "../../src/index.ts";
import { createMemoryCloud, memoryAdapter, memoryCapabilities, type MemoryCloud } from "../../src/memory/index.ts";
import { virtualClock } from "./virtual-clock.ts";

/** One target in memory with what is needed to plan and apply on it. */
export interface MemoryTarget {
  readonly cloud: MemoryCloud;
  readonly adapter: Adapter;
  readonly plan: (groups: readonly DesiredGroup[], options?: { readonly relabel?: boolean }) => Promise<Plan>;
  readonly apply: (plan: Plan, options?: Partial<ApplyOptions>) => Promise<ApplyReport>;
}

export function memoryTarget(
  capabilities: Partial<Capabilities> = {},
  wrap: (adapter: Adapter) => Adapter = (adapter) => adapter,
): MemoryTarget {
  const cloud = createMemoryCloud({ ...memoryCapabilities, ...capabilities });
  const adapter = wrap(memoryAdapter(cloud));
  const { signal } = new AbortController();
  return {
    cloud,
    adapter,
    async plan(groups, options) {
      const target: PlanTarget = { name: "here", location: {}, adapter, groups: groups.map(request) };
      return (await createPlan([target], { ...options, clock: virtualClock(), signal })).plan;
    },
    apply: (plan, options) =>
      applyPlan(plan, { adapters: new Map([["here", adapter]]), clock: virtualClock(), signal, ...options }),
  };
}

function request(desired: DesiredGroup): GroupRequest {
  return { key: desired.name, desired };
}

/** A group that is to exist, without rules unless given. */
export function present(name: string, parts: Partial<PresentGroup> = {}): PresentGroup {
  return { ensure: "present", name, rules: [], unlistedRules: "remove", ...parts };
}

/** The error that a promise is rejected with. */
export async function errorOf(promise: Promise<unknown>): Promise<SecurityGroupError> {
  try {
    await promise;
  } catch (error) {
    if (SecurityGroupError.is(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
