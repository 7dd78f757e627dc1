import type { Adapter } from "@secgroup/core";
import { defaultEgressRemote } from "./egress-remote.ts";
import { ionosCapabilities } from "./ionos-capabilities.ts";
import { createIonosClient } from "./ionos-client.ts";
import type { IonosOptions } from "./ionos-options.ts";
import { listGroups } from "./list-groups.ts";
import { listOperations } from "./list-operations.ts";
import { readAttachments } from "./read-attachments.ts";
import { readGroup } from "./read-group.ts";
import { readLimits } from "./read-limits.ts";
import { createOperationReader } from "./read-operation.ts";
import { createRequestList } from "./request-list.ts";
import { submitStep } from "./write-step.ts";

/**
 * The network security groups of one IONOS datacenter, behind core's port.
 *
 * Throws `missing-credentials` or `usage` when the options cannot be used; nothing is sent before the first call.
 */
export function ionos(options: IonosOptions): Adapter {
  const client = createIonosClient(options);
  const listRequests = createRequestList(client);
  const { contractNumber, egressRemote = defaultEgressRemote } = options;
  return {
    cloud: "ionos",
    capabilities: ionosCapabilities,
    account: client.account,
    listGroups: (signal) => listGroups(client, egressRemote, signal),
    readGroup: (id, signal) => readGroup(client, id, egressRemote, signal),
    readAttachments: (id, signal) => readAttachments(client, id, signal),
    readLimits: (signal) => readLimits(client, contractNumber, signal),
    submit: (step, signal) => submitStep(client, step, egressRemote, signal),
    listOperations: (signal) => listOperations(client, listRequests, signal),
    readOperations: createOperationReader(client, listRequests),
  };
}
