import { stopsAtFailure } from "./stops-at-failure.ts";
import { check, type Check, type Subject } from "../chapter.ts";
import { equal, equalRules, rejects } from "../expect.ts";
import { tcp } from "../rules/rule-of.ts";
import { addingStep, groupNamed } from "../world.ts";

const refusal = "no more room in the rack";

/** What takes the place of waiting where a write is done when it is answered. */
export function synchronousChecks(subject: Subject): readonly Check[] {
  return [
    check(subject, "a write that is answered is done, has no handles, and costs no look", async (world) => {
      const { adapter, backend, signal } = world;
      const group = { id: backend.seedGroup({ name: "group-1" }), name: "group-1" };
      const operation = await adapter.submit(addingStep(subject.capabilities, group, tcp(22)), signal);
      equalRules("the rules", groupNamed(world, "group-1").rules, [tcp(22)]);
      equal("handles", operation.handles, []);
      const sent = backend.requests();
      const states = await adapter.readOperations([operation], signal);
      equal(
        "states",
        states.map(({ status }) => status),
        ["succeeded"],
      );
      equal("requests", backend.requests(), sent);
    }),
    stopsAtFailure(subject, "a plan stops at a write that is refused, and the next plan goes on", {
      message: refusal,
      code: "rejected",
    }),
    check(subject, "a write that is refused has no operation", async ({ adapter, backend, signal }) => {
      backend.failNextOperation(refusal);
      const step = { kind: "create-group", name: "group-1", rules: [] } as const;
      await rejects("the write", adapter.submit(step, signal), "rejected");
      equal("groups on the cloud", backend.groups(), []);
    }),
  ];
}
