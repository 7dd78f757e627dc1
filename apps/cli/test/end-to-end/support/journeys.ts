import fc from "fast-check";
import type { GcoreQuirks, IonosQuirks } from "@secgroup/simulator";
import type { CloudName } from "../two-clouds.ts";
import type { Journey } from "./group-world.ts";
import type { RulePair } from "./rule-pairs.ts";

/** A journey with the way in which the cloud carries out what it is sent: a position in `executions`, and what orders are drawn from. */
export interface DrawnJourney extends Journey {
  readonly execution: number;
  readonly seed: number;
}

const ionosExecutions = (["atomic", "remove-then-add"] as const).flatMap((ruleUpdate): Partial<IonosQuirks>[] => [
  { ruleUpdate, execution: "serial-per-datacenter" },
  { ruleUpdate, execution: "parallel", parallelOrder: "as-sent" },
  { ruleUpdate, execution: "parallel", parallelOrder: "shuffled" },
]);

const gcoreExecutions = (["final-set", "every-moment"] as const).flatMap((limitInsideTask): Partial<GcoreQuirks>[] => [
  { limitInsideTask, patchOrder: "add-first" },
  { limitInsideTask, patchOrder: "delete-first" },
  { limitInsideTask, patchOrder: "shuffled" },
]);

/** Every way in which a cloud may carry out what it is sent. */
export const executions: {
  readonly ionos: readonly Partial<IonosQuirks>[];
  readonly gcore: readonly Partial<GcoreQuirks>[];
} = { ionos: ionosExecutions, gcore: gcoreExecutions };

const draw = fc.record({ execution: fc.nat(5), seed: fc.nat(1_000_000) });

/** Journeys of groups with these rules: on IONOS often with hardly any room for more, on Gcore also with new descriptions. */
export function journeys(cloud: CloudName, pairs: fc.Arbitrary<readonly RulePair[]>): fc.Arbitrary<DrawnJourney> {
  if (cloud === "gcore") {
    return fc.record({ pairs, draw, relabel: fc.boolean() }).map(({ pairs, draw, relabel }) => {
      const { execution, seed } = draw;
      return {
        cloud,
        pairs,
        relabel,
        execution,
        seed,
        simulator: { gcore: { seed, quirks: executions.gcore[execution] ?? {} } },
      };
    });
  }
  return fc.record({ pairs, draw, room: fc.constantFrom(0, 0, 0, 1, 2, 100) }).map(({ pairs, draw, room }) => {
    const { execution, seed } = draw;
    const largest = Math.max(1, ...pairs.flatMap(({ old, next }) => [old.length, next.length]));
    const limits = { rulesPerSecurityGroup: largest + room };
    return {
      cloud,
      pairs,
      execution,
      seed,
      simulator: { ionos: { seed, limits, quirks: executions.ionos[execution] } },
    };
  });
}
