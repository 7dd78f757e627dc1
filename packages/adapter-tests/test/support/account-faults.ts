import { createAccount, SecurityGroupError, type Operation } from "@secgroup/core";
import type { Spoil } from "./spoil.ts";

export const hasAnAccountOfItsOwn: Spoil = (adapter, { clock }) => ({ ...adapter, account: createAccount({ clock }) });

export const showsNothingUnderWay: Spoil = (adapter) => ({
  ...adapter,
  listOperations: async (signal) => (await adapter.listOperations(signal)).slice(0, 0),
});

export const showsItsOwnOperationsOnly: Spoil = (adapter) => {
  const own = new Set<string>();
  return {
    ...adapter,
    submit: async (step, signal) => {
      const operation = await adapter.submit(step, signal);
      for (const handle of operation.handles) own.add(handle);
      return operation;
    },
    listOperations: async (signal) =>
      (await adapter.listOperations(signal)).filter(({ handles }) => handles.some((handle) => own.has(handle))),
  };
};

/** Goes on showing what has ended. */
export const isNeverQuiet: Spoil = (adapter) => {
  const started: Operation[] = [];
  return {
    ...adapter,
    submit: async (step, signal) => {
      const operation = await adapter.submit(step, signal);
      started.push(operation);
      return operation;
    },
    listOperations: async (signal) => {
      await adapter.listOperations(signal);
      return [...started];
    },
  };
};

export const namesAnotherGroup: Spoil = (adapter, backend) => ({
  ...adapter,
  listOperations: async (signal) => {
    const open = await adapter.listOperations(signal);
    return open.map((operation) => ({ ...operation, groupId: backend.groups()[0]?.id }));
  },
});

export const takesAFailedListForQuiet: Spoil = (adapter) => ({
  ...adapter,
  listOperations: async (signal) => {
    try {
      return await adapter.listOperations(signal);
    } catch (error) {
      if (signal.aborted) throw error;
      return [];
    }
  },
});

export const readsOneByOne: Spoil = (adapter) => ({
  ...adapter,
  readOperations: async (operations, signal) => {
    const states = [];
    for (const operation of operations) states.push(...(await adapter.readOperations([operation], signal)));
    return operations.length === 0 ? adapter.readOperations(operations, signal) : states;
  },
});

export const knowsItsOwnOperationsOnly: Spoil = (adapter) => {
  const own = new Set<string>();
  return {
    ...adapter,
    submit: async (step, signal) => {
      const operation = await adapter.submit(step, signal);
      for (const handle of operation.handles) own.add(handle);
      return operation;
    },
    readOperations: async (operations, signal) => {
      const states = await adapter.readOperations(operations, signal);
      return states.map((state, index) =>
        operations[index]?.handles.every((handle) => own.has(handle)) ? state : { status: "running" },
      );
    },
  };
};

export const waitsForTheUnknown: Spoil = (adapter) => ({
  ...adapter,
  readOperations: async (operations, signal) => {
    try {
      return await adapter.readOperations(operations, signal);
    } catch (error) {
      if (!SecurityGroupError.is(error) || error.code !== "not-found") throw error;
      return operations.map(() => ({ status: "running" }));
    }
  },
});

export const countsTimeInSeconds: Spoil = (adapter, { clock }) => ({
  ...adapter,
  submit: async (step, signal) => ({
    ...(await adapter.submit(step, signal)),
    startedAt: Math.floor(clock.now() / 1000),
  }),
});

/** Takes a lost answer for a refusal, so that somebody will send the write again. */
export const takesALossForARefusal: Spoil = (adapter) => ({
  ...adapter,
  submit: async (step, signal) => {
    try {
      return await adapter.submit(step, signal);
    } catch (error) {
      if (!SecurityGroupError.is(error) || error.code !== "unreachable") throw error;
      throw new SecurityGroupError("rate-limited", error.message, { retryable: true });
    }
  },
});
