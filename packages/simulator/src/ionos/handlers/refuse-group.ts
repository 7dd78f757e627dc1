import type { DatacenterState } from "../datacenter-state.ts";
import type { IonosBackend } from "../ionos-backend.ts";
import { refuseOverLimit } from "../limit.ts";
import { describeUsers } from "../group-users.ts";
import { invalid } from "../ionos-refusal.ts";

/** Throws at the limit, unless the quirk leaves that to the end of the request. Groups count from when they are requested until they are gone. */
export function refuseOneMoreGroup(state: DatacenterState, { settings }: IonosBackend): void {
  refuseOverLimit(settings, "securityGroupsPerVdc", state.groups.size + 1);
}

/** Throws a 422 that names all users. */
export function refuseUsedGroup(state: DatacenterState, groupId: string): void {
  const text = describeUsers(state, groupId);
  if (text !== undefined) throw invalid([`[(root)] ${text}`]);
}
