import { SecurityGroupError, type Adapter, type Capabilities, type ErrorOptions } from "@secgroup/core";
import { createMemoryCloud, memoryCapabilities, type MemoryCloud } from "@secgroup/core/memory";
import {
  createVirtualClock,
  untilAborted,
  type Backend,
  type Fault,
  type FaultKind,
  type RequestCount,
} from "../../src/index.ts";

/** The memory cloud from behind. Its wire is the border between cloud and adapter: calls on it are counted and can fail. */
export interface MemoryBackend extends Backend {
  /** The cloud as an adapter is to see it. */
  readonly cloud: MemoryCloud;
  /** The adapter with a wire that can fall silent, which no call within one process would. */
  readonly connect: (adapter: Adapter) => Adapter;
}

/** An empty cloud in memory with these capabilities. */
export function memoryBackend(capabilities: Partial<Capabilities> = {}): MemoryBackend {
  const cloud = createMemoryCloud({ ...memoryCapabilities, ...capabilities });
  const count = { reads: 0, writes: 0 };
  let fault: Fault | undefined;
  let lettingThrough = 0;
  let isNewLook = true;
  const isMeant = (nature: keyof RequestCount): boolean => fault !== undefined && (fault.of ?? nature) === nature;
  const pass = <Value>(nature: keyof RequestCount, call: () => Value): Value => {
    count[nature]++;
    if (fault === undefined || !isMeant(nature) || lettingThrough-- > 0) return call();
    const { kind, message = "refused for a test" } = fault;
    fault = undefined;
    if (kind === "lost") call();
    throw faultError(kind, message);
  };
  const wired: MemoryCloud = {
    ...cloud,
    groups: () => pass("reads", () => cloud.groups()),
    attachments: (id) => pass("reads", () => cloud.attachments(id)),
    accept: (step) => pass("writes", () => cloud.accept(step)),
    pending: () => pass("reads", () => cloud.pending()),
    operationState(handle) {
      // However many operations are asked for, it is one look.
      if (!isNewLook) return cloud.operationState(handle);
      isNewLook = false;
      return pass("reads", () => cloud.operationState(handle));
    },
  };
  const orSilent = async <Value>(
    nature: keyof RequestCount,
    signal: AbortSignal,
    call: () => Promise<Value>,
  ): Promise<Value> => {
    if (fault?.kind !== "silent" || !isMeant(nature) || signal.aborted) return call();
    fault = undefined;
    try {
      return await untilAborted(signal);
    } catch (cause) {
      throw new SecurityGroupError("aborted", "the cloud was silent until the call was aborted", { cause });
    }
  };
  return {
    cloud: wired,
    connect: (adapter) => ({
      ...adapter,
      listGroups: (signal) => orSilent("reads", signal, () => adapter.listGroups(signal)),
      readGroup: (id, signal) => orSilent("reads", signal, () => adapter.readGroup(id, signal)),
      readAttachments: (id, signal) => orSilent("reads", signal, () => adapter.readAttachments(id, signal)),
      listOperations: (signal) => orSilent("reads", signal, () => adapter.listOperations(signal)),
      submit: (step, signal) => orSilent("writes", signal, () => adapter.submit(step, signal)),
      readOperations(operations, signal) {
        isNewLook = true;
        return orSilent("reads", signal, () => adapter.readOperations(operations, signal));
      },
    }),
    clock: createVirtualClock(),
    limits: cloud.capabilities.limits,
    pageSize: 30,
    isInProcess: true,
    seedGroup: (group) => cloud.seed(group),
    groups: () =>
      cloud.groups().map(({ id, name, description, tags, rules }) => {
        return { id, name, description, tags, rules: rules.map(({ rule }) => rule) };
      }),
    attach(id) {
      cloud.attach(id, { kind: "instance", id: `user of ${id}` });
      return `user of ${id}`;
    },
    failNextOperation: (message) => cloud.failNextOperation(message),
    holdOperations: (held) => cloud.holdOperations(held),
    failRequest(next) {
      fault = next;
      lettingThrough = next.after ?? 0;
    },
    requests: () => ({ ...count }),
  };
}

/** There is no HTTP to be wrong, so each fault is the error that an HTTP adapter makes of it. */
function faultError(kind: FaultKind, message: string): SecurityGroupError {
  const error = (code: SecurityGroupError["code"], options?: ErrorOptions): SecurityGroupError =>
    new SecurityGroupError(code, message, options);
  switch (kind) {
    case "unauthorized":
    case "forbidden":
      return error(kind);
    case "rate-limited":
      return error(kind, { retryable: true, retryAfterMs: 7_000 });
    case "unavailable":
    case "unreachable":
      return error(kind, { retryable: true });
    case "lost":
      return error("unreachable", { retryable: true });
    case "not-json":
    case "silent":
      return error("unexpected-response");
  }
}
