import type { Direction } from "@secgroup/core";

/**
 * The field of an EGRESS rule that holds the remote side.
 *
 * IONOS does not spell it out (CloudAPI v6, schema FirewallruleProperties). With `targetIp` the fields mean source and
 * target of the packet, in both directions; with `sourceIp` they mean the remote and the own side, whatever the direction.
 */
export type EgressRemote = "targetIp" | "sourceIp";

/** What is assumed where nobody says otherwise. */
export const defaultEgressRemote: EgressRemote = "targetIp";

/** Whether `sourceIp` is the remote side and `targetIp` the own one; of an ingress rule it always is. */
export function isRemoteSource(direction: Direction, egressRemote: EgressRemote): boolean {
  return direction === "ingress" || egressRemote === "sourceIp";
}
