import type { Configuration, PlacedGroup, Target } from "@secgroup/config";
import { isPresentRequest, type PresentRequest } from "@secgroup/core";
import type { HclAttributes } from "./hcl.ts";
import { groupResourceName } from "./resource-name.ts";

/** A resource of Terraform. */
export interface Resource {
  readonly type: string;
  readonly name: string;
  readonly attributes: HclAttributes;
}

/** A group that a resource is written for. */
export interface ExportedGroup<Place extends Target = Target> {
  readonly target: Place;
  readonly placed: PlacedGroup & PresentRequest;
  /** The name of its resource. */
  readonly name: string;
}

/** Every group of the document that is to exist, once for each of its targets. */
export function listExportedGroups({ targets, groups }: Configuration): readonly ExportedGroup[] {
  return targets.flatMap((target) =>
    groups
      .filter((group): group is PlacedGroup & PresentRequest => group.target === target.name && isPresentRequest(group))
      .map((placed) => ({ target, placed, name: groupResourceName(placed.key, target.name) })),
  );
}
