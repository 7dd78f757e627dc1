import { createAccount, type Account } from "../account/account.ts";
import type { Adapter } from "../adapter/adapter.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import { abortedError } from "../error/throw-if-aborted.ts";
import { refuseUnsupported } from "../plan/refuse-unsupported.ts";
import type { MemoryCloud } from "./memory-cloud.ts";

/**
 * The port over a cloud in memory: what the calls mean, without a vendor. Operations are queued, run and end over three looks, and
 * take effect at the last.
 */
export function memoryAdapter(cloud: MemoryCloud, account: Account = createAccount()): Adapter {
  const { capabilities } = cloud;
  return {
    cloud: "memory",
    capabilities,
    account,
    listGroups: (signal) => answer(signal, () => cloud.groups().map((group) => ({ rules: "listed", group }))),
    readGroup: (id, signal) =>
      answer(signal, () => {
        const group = cloud.groups().find((other) => other.id === id);
        if (group === undefined) throw new SecurityGroupError("not-found", `there is no group ${id}`);
        return group;
      }),
    readAttachments: (id, signal) => answer(signal, () => cloud.attachments(id)),
    readLimits: (signal) => answer(signal, () => capabilities.limits),
    submit: (step, signal) =>
      answer(signal, () => {
        refuseUnsupported(step, capabilities);
        const { handle, groupId } = cloud.accept(step);
        return { cloud: "memory", handles: [handle], groupId };
      }),
    listOperations: (signal) =>
      answer(signal, () =>
        cloud.pending().map(({ handle, groupId }) => ({ cloud: "memory", handles: [handle], groupId })),
      ),
    readOperations: (operations, signal) =>
      answer(signal, () => operations.map(({ handles: [handle = ""] }) => cloud.operationState(handle))),
  };
}

async function answer<Value>(signal: AbortSignal, call: () => Value): Promise<Value> {
  if (signal.aborted) throw abortedError(signal.reason);
  return call();
}
