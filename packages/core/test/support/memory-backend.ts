import {
  createVirtualClock,
  untilAborted,
  type Backend,
  type Fault,
  type FaultKind,
} from "../../../adapter-tests/src/index.ts";
import { SecurityGroupError, type Adapter, type Capabilities, type ErrorOptions } from "../../src/index.ts";
import { createMemoryCloud, memoryCapabilities, type MemoryCloud } from "../../src/memory/index.ts";

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
  const pass = (kind: keyof typeof count): void => {
    count[kind]++;
    if (fault === undefined || lettingThrough-- > 0) return;
    const { kind: broken, message = "refused for a test" } = fault;
    fault = undefined;
    throw faultError(broken, message);
  };
  const wired: MemoryCloud = {
    ...cloud,
    groups: () => (pass("reads"), cloud.groups()),
    attachments: (id) => (pass("reads"), cloud.attachments(id)),
    accept: (step) => (pass("writes"), cloud.accept(step)),
    operationState: (handle) => (pass("reads"), cloud.operationState(handle)),
  };
  const orSilent = async <Value>(signal: AbortSignal, call: () => Promise<Value>): Promise<Value> => {
    if (fault?.kind !== "silent" || signal.aborted) return call();
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
      listGroups: (signal) => orSilent(signal, () => adapter.listGroups(signal)),
      readGroup: (id, signal) => orSilent(signal, () => adapter.readGroup(id, signal)),
      readAttachments: (id, signal) => orSilent(signal, () => adapter.readAttachments(id, signal)),
      submit: (step, signal) => orSilent(signal, () => adapter.submit(step, signal)),
      readOperations: (operations, signal) => orSilent(signal, () => adapter.readOperations(operations, signal)),
    }),
    clock: createVirtualClock(),
    limits: cloud.capabilities.limits,
    pageSize: 30,
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
    case "not-json":
    case "silent":
      return error("unexpected-response");
  }
}
