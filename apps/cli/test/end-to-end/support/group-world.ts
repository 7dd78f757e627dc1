import { isEmptyPlan, SecurityGroupError, type OrderSteps, type TargetPlan } from "@secgroup/core";
import type { GroupHistoryEntry, SimulatorOptions } from "@secgroup/simulator";
import { datacenter, present, project, region, twoClouds, type CloudName, type TwoClouds } from "../two-clouds.ts";
import type { Passage } from "./judge-states.ts";
import { toRule, type PlainRule } from "./plain-rule.ts";
import { somePeer, type RulePair } from "./rule-pairs.ts";
import { readGcoreRule, readIonosRule, writeGcoreRule, writeIonosRule } from "./wire-rules.ts";

/** How groups are led from their old rules to their new ones. */
export interface Journey {
  readonly cloud: CloudName;
  /** One for each group. */
  readonly pairs: readonly RulePair[];
  readonly simulator: SimulatorOptions;
  readonly relabel?: boolean;
  /** Default: the product's own. */
  readonly orderSteps?: OrderSteps | undefined;
}

/** A state with the time from which it was in force. */
export interface TimedState {
  readonly at: number;
  readonly rules: readonly PlainRule[];
}

/** What one group went through. */
export interface TimedPassage extends Passage {
  readonly timed: readonly TimedState[];
}

/** What came of a journey. */
export interface Arrival {
  readonly plan: TargetPlan;
  /** Why apply wrote nothing without `allowInterruption`; undefined when the plan is proved. */
  readonly refusal: string | undefined;
  /** What went wrong on the way; undefined when the groups are as planned. */
  readonly error: string | undefined;
  /** Whether a second plan has nothing to do. */
  readonly isQuiet: boolean;
  readonly passages: readonly TimedPassage[];
}

/**
 * Plans and applies on the simulator, and reads back all that the groups passed through. A plan that is not proved is applied
 * twice: as it is, which has to be refused before anything is written, and then with `allowInterruption`.
 */
export async function travel({ cloud, pairs, simulator, relabel = false, orderSteps }: Journey): Promise<Arrival> {
  const world = twoClouds(simulator);
  const peer = world.simulator.gcore.addGroup(project, region, { name: "peer", rules: [] });
  const groups = pairs.map((pair, index) => {
    const [old, next] = [withPeer(pair.old, peer), withPeer(pair.next, peer)];
    const name = `group ${index + 1}`;
    return { old, next, id: seed(world, cloud, name, old), desired: present(name, { rules: next.map(toRule) }) };
  });
  const desired = groups.map((group) => group.desired);
  const planned = await world.planWithState(cloud, desired, { relabel, ...(orderSteps && { orderSteps }) });
  const [plan] = planned.plan.targets;
  if (plan === undefined) throw new Error("a plan has a target");
  const historyOf = ({ id }: { readonly id: string }): readonly GroupHistoryEntry[] => world.simulator.history(id);

  let refusal: string | undefined;
  if (plan.unproved.length > 0) {
    world.requests();
    refusal = await refusalOf(world.carryOut(planned));
    const sent = world.requests();
    if (sent.length > 0) throw new Error(`a refused plan sent ${JSON.stringify(sent)}`);
    if (groups.some((group) => historyOf(group).length !== 1)) throw new Error("a refused plan changed a group");
  }
  const report = await world.carryOut(planned, { allowInterruption: true });
  const readRule = cloud === "ionos" ? readIonosRule : readGcoreRule;
  return {
    plan,
    refusal,
    error: report.targets[0]?.error?.message,
    isQuiet: isEmptyPlan((await world.planWithState(cloud, desired, { relabel })).plan),
    passages: groups.map((group) => {
      const timed = historyOf(group).map(({ at, rules }) => ({ at, rules: rules.map(readRule) }));
      return { old: group.old, next: group.next, timed, states: timed.map(({ rules }) => rules) };
    }),
  };
}

/** Puts the group there past the API, and answers with its id. */
function seed({ simulator }: TwoClouds, cloud: CloudName, name: string, rules: readonly PlainRule[]): string {
  return cloud === "ionos"
    ? simulator.ionos.addGroup(datacenter, { name, rules: rules.map(writeIonosRule) })
    : simulator.gcore.addGroup(project, region, { name, rules: rules.map(writeGcoreRule) });
}

async function refusalOf(applied: Promise<unknown>): Promise<string> {
  try {
    await applied;
  } catch (error) {
    if (SecurityGroupError.is(error) && error.code === "unsafe-plan") return error.message;
    throw error;
  }
  throw new Error("a plan that is not proved was applied");
}

function withPeer(rules: readonly PlainRule[], peer: string): readonly PlainRule[] {
  return rules.map((rule) => (rule.remoteGroup === somePeer ? { ...rule, remoteGroup: peer } : rule));
}
