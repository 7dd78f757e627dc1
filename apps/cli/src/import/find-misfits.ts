import { readConfiguration, type PlacedGroup } from "@secgroup/config";
import { createPlan, SecurityGroupError, type Adapter, type ObservedGroup } from "@secgroup/core";
import type { Context } from "../context.ts";
import { listErrors } from "../render/list-errors.ts";
import { locate } from "../targets/locate-target.ts";
import type { OpenTarget } from "../targets/open-target.ts";

/** A group that the document does not describe so that its plan is empty, and why. */
export interface Misfit {
  readonly group: ObservedGroup;
  readonly reason: string;
}

/** A target with every group that stands on it. */
export interface StandingTarget {
  readonly open: OpenTarget;
  readonly groups: readonly ObservedGroup[];
}

/** Plans a document against the groups that it was made from, without another call. */
export async function findMisfits(
  text: string,
  standing: readonly StandingTarget[],
  { environment, clock, signal }: Pick<Context, "environment" | "clock" | "signal">,
): Promise<readonly Misfit[]> {
  const { groups: placed } = readConfiguration(text, { file: "the imported document", environment });
  const planTargets = standing.map(({ open: { target, adapter }, groups }) => ({
    name: target.name,
    location: locate(target),
    adapter: asRead(adapter, groups),
    groups: placed.filter((one) => one.target === target.name),
  }));
  const misfit = (key: string, reason: string): readonly Misfit[] => {
    const described = placed.find((one) => one.key === key);
    const group = findGroup(
      described,
      standing.find(({ open }) => open.target.name === described?.target)?.groups ?? [],
    );
    return group ? [{ group, reason }] : [];
  };
  try {
    const { plan } = await createPlan(planTargets, { clock, signal });
    const loud = plan.targets.flatMap((target) => target.groups).filter(({ action }) => action !== "keep");
    return loud.flatMap(({ key }) => misfit(key, "its plan would not be empty"));
  } catch (error) {
    if (!SecurityGroupError.is(error)) throw error;
    const misfits = listErrors(error).flatMap(({ place, message }) => misfit(place.group ?? "", message));
    if (misfits.length === 0) throw error;
    return misfits;
  }
}

function asRead(adapter: Adapter, groups: readonly ObservedGroup[]): Adapter {
  return { ...adapter, listGroups: async () => groups.map((group) => ({ rules: "listed", group })) };
}

function findGroup(placed: PlacedGroup | undefined, groups: readonly ObservedGroup[]): ObservedGroup | undefined {
  const { id, name } = placed?.desired ?? {};
  return groups.find((group) => (id === undefined ? group.name === name : group.id === id));
}
