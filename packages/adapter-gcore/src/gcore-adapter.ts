import { createAccount, type Adapter } from "@secgroup/core";
import { gcoreCapabilities } from "./gcore-capabilities.ts";
import { createGcoreClient } from "./gcore-client.ts";
import { refuseAborted } from "./gcore-error.ts";
import type { GcoreOptions } from "./gcore-options.ts";
import { listGroups } from "./list-groups.ts";
import { listOperations } from "./list-operations.ts";
import { readAttachments } from "./read-attachments.ts";
import { readGroup } from "./read-group.ts";
import { createOperationReader } from "./read-operation.ts";
import { submitStep } from "./write-step.ts";

/** Security groups of one Gcore project in one region. Throws `usage` for options that no request can be made with. */
export function gcore(options: GcoreOptions): Adapter {
  const account = options.account ?? createAccount();
  const client = createGcoreClient(options, account);
  return {
    cloud: "gcore",
    capabilities: gcoreCapabilities,
    account,
    listGroups: (signal) => listGroups(client, signal),
    readGroup: (id, signal) => readGroup(client, id, signal),
    readAttachments: (id, signal) => readAttachments(client, id, signal),
    // The API has a quota for groups, but tells it only to whoever knows the account's number; for rules there is the documented maximum.
    readLimits: async (signal) => {
      refuseAborted(signal);
      return gcoreCapabilities.limits;
    },
    submit: (step, signal) => submitStep(client, step, signal),
    listOperations: (signal) => listOperations(client, signal),
    readOperations: createOperationReader(client),
  };
}
