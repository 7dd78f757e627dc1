import { check, type Check, type Subject } from "../chapter.ts";
import { equal, equalRules } from "../expect.ts";
import { reach } from "../reach.ts";
import { narrowing } from "../rules/narrowing.ts";
import { applyPlan, groupNamed, planGroups, wanted } from "../world.ts";

/** The first write fails with this message: nothing else is sent, the report tells the cloud's words, and a new plan gets there. */
export function stopsAtFailure(
  subject: Subject,
  name: string,
  { message, code }: { readonly message: string; readonly code: "operation-failed" | "rejected" },
): Check {
  return check(subject, name, async (world) => {
    const { before, after } = narrowing;
    await reach(subject, world, [wanted("group-1", { rules: before })]);
    const desired = wanted("group-1", { rules: after });
    const plan = await planGroups(world, [desired]);
    world.backend.failNextOperation(message);
    const { writes } = world.backend.requests();
    const report = await applyPlan(world, plan);
    equal("the error", report.error?.code, code);
    equal("whether the cloud's words are told", report.error?.message.includes(message), true);
    equal(
      "steps",
      report.steps.map(({ status }) => status),
      ["failed", "not-done"],
    );
    equal("writes", world.backend.requests().writes - writes, 1);
    equalRules("the rules", groupNamed(world, "group-1").rules, before);
    await reach(subject, world, [desired]);
  });
}
