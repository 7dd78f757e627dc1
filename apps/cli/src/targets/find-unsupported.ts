import type { Configuration, PlacedGroup } from "@secgroup/config";
import { checkSupport, isPresentRequest, type PresentRequest, type SecurityGroupError } from "@secgroup/core";
import { cloudCapabilities } from "./cloud-capabilities.ts";

/** What the document places on a target whose cloud cannot express it, as planning would refuse it. */
export function findUnsupported({ targets, groups }: Configuration): readonly SecurityGroupError[] {
  return targets.flatMap(({ name: target, cloud }) =>
    groups
      .filter((group): group is PlacedGroup & PresentRequest => group.target === target && isPresentRequest(group))
      .flatMap((request) =>
        checkSupport(request, cloudCapabilities[cloud]).map((error) => error.at({ target, group: request.key })),
      ),
  );
}
