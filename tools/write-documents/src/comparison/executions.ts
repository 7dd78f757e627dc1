import type { CloudName, Quirks } from "./world.ts";

/** Ways in which a cloud may carry out what it is sent, by the switches of the simulator; its defaults come first. */
export const executions: Readonly<Record<CloudName, readonly Quirks[]>> = {
  ionos: [
    {},
    { ionos: { ruleUpdate: "remove-then-add" } },
    { ionos: { execution: "parallel", parallelOrder: "shuffled" } },
    { ionos: { execution: "parallel", parallelOrder: "shuffled", ruleUpdate: "remove-then-add" } },
  ],
  gcore: [
    {},
    { gcore: { patchOrder: "delete-first" } },
    { gcore: { patchOrder: "shuffled" } },
    { gcore: { patchOrder: "at-once" } },
    { gcore: { taskExecution: "shuffled" } },
    { gcore: { taskExecution: "serial-per-group" } },
  ],
};
