import { membersOf, type DatacenterState } from "./datacenter-state.ts";

/** A sentence that names all that a group is in use by; undefined when nothing uses it. */
export function describeUsers(state: DatacenterState, groupId: string): string | undefined {
  const { servers, nics } = membersOf(state, groupId);
  const users = [
    ...(state.defaultSecurityGroupId === groupId ? [`VDC '${state.id}' as its default`] : []),
    ...servers.map(({ id }) => `server '${id}'`),
    ...nics.map(({ id }) => `NIC '${id}'`),
  ];
  return users.length === 0 ? undefined : `The security group is in use by ${users.join(", ")}`;
}
