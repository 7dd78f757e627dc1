import { readConfiguration, type PlacedGroup, type Target } from "@secgroup/config";
import {
  checkSupport,
  createPlan,
  isPresentRequest,
  SecurityGroupError,
  type Adapter,
  type PresentRequest,
} from "@secgroup/core";
import type { Context } from "../context.ts";
import { listErrors } from "../render/list-errors.ts";
import { locate } from "../targets/locate-target.ts";
import type { FoundGroup } from "./found-group.ts";

/** A group that the document does not describe so that its plan is empty, and why. */
export interface Misfit {
  readonly group: FoundGroup;
  readonly reason: string;
}

/** A target with what says its cloud can do; of its calls none is made. */
export interface ImportTarget {
  readonly target: Target;
  readonly adapter: Adapter;
}

/** Plans a document against the groups that it was made from, without another call. */
export async function findMisfits(
  text: string,
  targets: readonly ImportTarget[],
  groups: readonly FoundGroup[],
  { environment, clock, signal }: Pick<Context, "environment" | "clock" | "signal">,
): Promise<readonly Misfit[]> {
  const { groups: placed } = readConfiguration(text, { file: "the imported document", environment });
  const planTargets = targets.map(({ target, adapter }) => {
    const standing = groups.filter((found) => found.target === target.name);
    return {
      name: target.name,
      location: locate(target),
      adapter: {
        ...adapter,
        listGroups: async () => standing.map(({ group }) => ({ rules: "listed" as const, group })),
      },
      groups: placed.filter((group) => group.target === target.name),
    };
  });
  const byKey = new Map(placed.map((group) => [group.key, group]));
  const misfit = (key: string, reason: string): readonly Misfit[] => {
    const group = findGroup(byKey.get(key), groups);
    return group ? [{ group, reason }] : [];
  };
  const refused = planTargets.flatMap((target) =>
    findRefused(target, (request) => findGroup(request, groups)?.isForeign === true),
  );
  if (refused.length > 0) return refused.flatMap(({ key, message }) => misfit(key, message));
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

/** What the cloud cannot express of groups that are not there yet; what is there it has accepted once, its name too. */
function findRefused(
  { adapter, groups }: { readonly adapter: Adapter; readonly groups: readonly PlacedGroup[] },
  isMissing: (request: PlacedGroup) => boolean,
): readonly { readonly key: string; readonly message: string }[] {
  return groups
    .filter((group): group is PlacedGroup & PresentRequest => isPresentRequest(group) && isMissing(group))
    .flatMap((request) =>
      checkSupport(request, adapter.capabilities).map(({ message }) => ({ key: request.key, message })),
    );
}

function findGroup(placed: PlacedGroup | undefined, groups: readonly FoundGroup[]): FoundGroup | undefined {
  if (placed === undefined) return undefined;
  const { id, name } = placed.desired;
  return groups.find(
    ({ target, group }) => target === placed.target && (id === undefined ? group.name === name : group.id === id),
  );
}
