import type { CloudName, Quirks } from "./world.ts";

const ruleUpdates = ["atomic", "remove-then-add"] as const;
const requestExecutions = [
  { execution: "serial-per-datacenter" },
  { execution: "serial-per-group" },
  { execution: "parallel", parallelOrder: "as-sent" },
  { execution: "parallel", parallelOrder: "shuffled" },
] as const;
const patchOrders = ["add-first", "delete-first", "shuffled", "at-once"] as const;
const taskExecutions = ["parallel", "serial-per-group", "shuffled"] as const;

/** Ways in which a cloud may carry out what it is sent: every value of these switches of the simulator with every other. */
export const executions: Readonly<Record<CloudName, readonly Quirks[]>> = {
  ionos: ruleUpdates.flatMap((ruleUpdate) =>
    requestExecutions.map((execution) => ({ ionos: { ruleUpdate, ...execution } })),
  ),
  gcore: patchOrders.flatMap((patchOrder) =>
    taskExecutions.map((taskExecution) => ({ gcore: { patchOrder, taskExecution } })),
  ),
};
