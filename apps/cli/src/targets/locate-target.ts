import type { Target } from "@secgroup/config";
import { SecurityGroupError } from "@secgroup/core";

/** Where a target is, in the words of its cloud, as plans hold it. */
export type Location = Readonly<Record<string, string | number>>;

export function locate(target: Target): Location {
  return target.cloud === "ionos"
    ? { datacenter: target.datacenter }
    : { project: target.project, region: target.region };
}

/** The target that a plan speaks of. Throws `invalid-plan` when cloud and location are none of a target's. */
export function targetAt({
  target: name,
  cloud,
  location,
}: {
  readonly target: string;
  readonly cloud: string;
  readonly location: Location;
}): Target {
  const { datacenter, project, region } = location;
  if (cloud === "ionos" && typeof datacenter === "string") return { name, cloud, datacenter };
  if (cloud === "gcore" && typeof project === "number" && typeof region === "number")
    return { name, cloud, project, region };
  throw new SecurityGroupError("invalid-plan", `the place of the target is none of a cloud that this version knows`, {
    place: { target: name },
  });
}
