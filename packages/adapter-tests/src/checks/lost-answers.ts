import type { FaultKind } from "../backend.ts";
import { check, type Check, type Subject } from "../chapter.ts";
import { equal, rejects } from "../expect.ts";
import { reach } from "../reach.ts";
import { tcp } from "../rules/rule-of.ts";
import { applyPlan, planGroups, settle, wanted, type World } from "../world.ts";

const kinds: readonly (readonly [FaultKind, string])[] = [
  ["lost", "whose answer was lost"],
  ["unreachable", "that never arrived"],
];

const namesOf = ({ backend }: World): readonly string[] => backend.groups().map(({ name }) => name);

/** A write without an answer may have been done: the adapter says that it does not know, and nobody repeats it blindly. */
export function lostAnswers(subject: Subject): readonly Check[] {
  const desired = wanted("group-1", { rules: [tcp(22)] });
  return kinds.flatMap(([kind, which]) => [
    check(subject, `a write ${which} is \`unreachable\`, and sent once`, async (world) => {
      const { adapter, backend, signal } = world;
      backend.failRequest({ kind, of: "writes" });
      const create = { kind: "create-group", name: "group-1", rules: [tcp(22)] } as const;
      const { retryable } = await rejects("the write", adapter.submit(create, signal), "unreachable");
      equal("whether it may go well another time", retryable, true);
      await settle(world);
      equal("writes", backend.requests().writes, 1);
      equal("groups on the cloud", namesOf(world), kind === "lost" ? ["group-1"] : []);
    }),
    check(subject, `a plan with a write ${which} leaves nothing twice, and the next plan gets there`, async (world) => {
      const plan = await planGroups(world, [desired]);
      world.backend.failRequest({ kind, of: "writes" });
      // Whether the core gets there at once or leaves it to the next plan is its own affair.
      await applyPlan(world, plan);
      await settle(world);
      await reach(subject, world, [desired]);
      equal("groups on the cloud", namesOf(world), ["group-1"]);
    }),
  ]);
}
