import type { Spoil } from "./spoil.ts";

export const neverFinishes: Spoil = (adapter) => ({
  ...adapter,
  readOperations: async (operations, signal) =>
    (await adapter.readOperations(operations, signal)).map(() => ({ status: "running" })),
});

export const isAlwaysDone: Spoil = (adapter) => ({
  ...adapter,
  readOperations: async (operations, signal) =>
    (await adapter.readOperations(operations, signal)).map((_, index) => ({
      status: "succeeded",
      groupId: operations[index]?.groupId,
    })),
});

export const answersInReverse: Spoil = (adapter) => ({
  ...adapter,
  readOperations: async (operations, signal) => (await adapter.readOperations(operations, signal)).toReversed(),
});

export const losesTheReason: Spoil = (adapter) => ({
  ...adapter,
  readOperations: async (operations, signal) =>
    (await adapter.readOperations(operations, signal)).map((state) =>
      state.status === "failed" ? { status: "failed", message: "it failed" } : state,
    ),
});

export const ignoresTheSignal: Spoil = (adapter) => {
  const { signal } = new AbortController();
  return {
    ...adapter,
    listGroups: () => adapter.listGroups(signal),
    readGroup: (id) => adapter.readGroup(id, signal),
    readAttachments: (id) => adapter.readAttachments(id, signal),
    readLimits: () => adapter.readLimits(signal),
    submit: (step) => adapter.submit(step, signal),
    listOperations: () => adapter.listOperations(signal),
    readOperations: (operations) => adapter.readOperations(operations, signal),
  };
};

/** Looks at the signal before it sends, and never again. */
export const ignoresALateAbort: Spoil = (adapter) => ({
  ...adapter,
  readGroup: (id, signal) => adapter.readGroup(id, signal.aborted ? signal : new AbortController().signal),
});
