import { SecurityGroupError } from "@secgroup/core";
import type { PlantedBug } from "./planted-bug.ts";

/** Sends a write again when its answer is lost. */
export const repeatLostWrites: PlantedBug = {
  adapter: (adapter) => ({
    ...adapter,
    async submit(step, signal) {
      try {
        return await adapter.submit(step, signal);
      } catch (error) {
        const isLost = SecurityGroupError.is(error) && ["unreachable", "unavailable"].includes(error.code);
        if (!isLost) throw error;
        return adapter.submit(step, signal);
      }
    },
  }),
};
