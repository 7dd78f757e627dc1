import type { PlantedBug } from "./planted-bug.ts";

/** Takes an operation that has failed for one that has succeeded. */
export const ignoreFailedOperation: PlantedBug = {
  adapter: (adapter) => ({
    ...adapter,
    async readOperations(operations, signal) {
      const states = await adapter.readOperations(operations, signal);
      return states.map((state) => (state.status === "failed" ? { status: "succeeded" } : state));
    },
  }),
};

/** Takes an accepted write for a done one. */
export const trustAcceptance: PlantedBug = {
  adapter: (adapter) => ({
    ...adapter,
    submit: async (step, signal) => ({ ...(await adapter.submit(step, signal)), handles: [] }),
  }),
};
