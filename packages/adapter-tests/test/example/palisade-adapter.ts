import { abortedError, refuseUnsupported, SecurityGroupError, type Adapter } from "@secgroup/core";
import { palisadeCapabilities } from "./palisade-capabilities.ts";
import { send, type PalisadeOptions } from "./palisade-client.ts";
import { groupPath, listGroups, readGroup } from "./read-group.ts";
import { writeStep } from "./write-step.ts";

/** The port over one account of Palisade. */
export function palisade(api: PalisadeOptions): Adapter {
  return {
    cloud: "palisade",
    capabilities: palisadeCapabilities,
    account: api.account,
    listGroups: (signal) => listGroups(api, signal),
    readGroup: (id, signal) => readGroup(api, id, signal),
    async readAttachments(id, signal) {
      const { lines } = await send(api, { method: "GET", path: groupPath(id, "/users") }, signal);
      return lines.map((server) => ({ kind: "server", id: server }));
    },
    async readLimits(signal) {
      if (signal.aborted) throw abortedError(signal.reason);
      return palisadeCapabilities.limits;
    },
    async submit(step, signal) {
      if (signal.aborted) throw abortedError(signal.reason);
      refuseUnsupported(step, palisadeCapabilities);
      return { cloud: "palisade", handles: [], groupId: await writeStep(api, step, signal) };
    },
    async listOperations(signal) {
      if (signal.aborted) throw abortedError(signal.reason);
      return [];
    },
    async readOperations(operations, signal) {
      if (signal.aborted) throw abortedError(signal.reason);
      return operations.map(({ handles: [handle], groupId }) => {
        if (handle === undefined) return { status: "succeeded", groupId };
        throw new SecurityGroupError("unexpected-response", `Palisade never gave the handle "${handle}"`);
      });
    },
  };
}
