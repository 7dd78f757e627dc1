import { check, type Check, type Subject } from "../chapter.ts";
import { equal, equalRules, rejects } from "../expect.ts";
import { reach } from "../reach.ts";
import { tcp } from "../rules/rule-of.ts";
import { addingStep, applyPlan, groupNamed, planGroups, wanted } from "../world.ts";

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
    check(subject, "a plan stops at a write that is refused, and the next plan goes on", async (world) => {
      await reach(subject, world, [wanted("group-1", { rules: [tcp(22)] })]);
      const desired = wanted("group-1", { rules: [tcp(443)] });
      const plan = await planGroups(world, [desired]);
      world.backend.failNextOperation(refusal);
      const { writes } = world.backend.requests();
      const report = await applyPlan(world, plan);
      equal("the error", report.error?.code, "rejected");
      equal("whether the cloud's words are told", report.error?.message.includes(refusal), true);
      equal(
        "steps",
        report.steps.map(({ status }) => status),
        report.steps.map((_, index) => (index === 0 ? "failed" : "not-done")),
      );
      equal("writes", world.backend.requests().writes - writes, 1);
      equalRules("the rules", groupNamed(world, "group-1").rules, [tcp(22)]);
      await reach(subject, world, [desired]);
    }),
    check(subject, "a write that is refused has no operation", async ({ adapter, backend, signal }) => {
      backend.failNextOperation(refusal);
      const step = { kind: "create-group", name: "group-1", rules: [] } as const;
      await rejects("the write", adapter.submit(step, signal), "rejected");
      equal("groups on the cloud", backend.groups(), []);
    }),
  ];
}
