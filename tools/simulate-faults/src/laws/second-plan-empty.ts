import { isEmptyPlan } from "@secgroup/core";
import { saysConverged } from "../run/run-record.ts";
import type { Law } from "./law.ts";

/** After an apply that converged a further plan finds nothing to do, and sends nothing but reads. */
export const secondPlanEmpty: Law = {
  name: "the second plan is empty",
  judge: ({ runs }) => {
    const second = runs.find(({ kind }) => kind === "second");
    if (second === undefined) return [];
    const writes = second.sent.filter(({ method }) => method !== "GET");
    return [
      ...(second.plan !== undefined && !isEmptyPlan(second.plan)
        ? [`it has ${JSON.stringify(second.plan.targets.flatMap(({ waves }) => waves))}`]
        : []),
      ...writes.map(({ number, method, path }) => `request ${number} is ${method} ${path}`),
      ...(saysConverged(second) ? [] : ["it could not be made or carried out"]),
    ];
  },
};
