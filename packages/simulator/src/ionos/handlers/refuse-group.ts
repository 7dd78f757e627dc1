import { membersOf } from "../datacenter-state.ts";
import type { DatacenterView, IonosBackend } from "../ionos-backend.ts";
import { invalid } from "../ionos-refusal.ts";

/** Throws a 422 at the limit. Groups count from when they are requested until they are gone. Which code the vendor answers is not published. */
export function refuseOneMoreGroup({ state }: DatacenterView, { settings }: IonosBackend): void {
  const limit = settings.limits.securityGroupsPerVdc;
  if (state.groups.size >= limit) throw invalid([`[(root)] The limit of ${limit} security groups per VDC is reached`]);
}

/** Throws a 422 that names all users. */
export function refuseUsedGroup({ state }: DatacenterView, groupId: string): void {
  const { servers, nics } = membersOf(state, groupId);
  const users = [
    ...(state.defaultSecurityGroupId === groupId ? [`VDC '${state.id}' as its default`] : []),
    ...servers.map(({ id }) => `server '${id}'`),
    ...nics.map(({ id }) => `NIC '${id}'`),
  ];
  if (users.length > 0) throw invalid([`[(root)] The security group is in use by ${users.join(", ")}`]);
}
