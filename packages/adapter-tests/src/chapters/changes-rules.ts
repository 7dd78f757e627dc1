import { check, type Chapter, type Check, type Subject } from "../chapter.ts";
import { capabilityChecks } from "../checks/capability-checks.ts";
import { fieldChecks } from "../checks/field-checks.ts";
import { updateChecks } from "../checks/update-checks.ts";
import { equal, equalRules, rejects } from "../expect.ts";
import { reach } from "../reach.ts";
import { rulesOfProtocol } from "../rules/protocol-rules.ts";
import { tcp } from "../rules/rule-of.ts";
import { scenarios } from "../rules/scenarios.ts";
import { applyPlan, groupNamed, planGroups, wanted } from "../world.ts";

/**
 * A plan says what the group will be, and your `submit` has to make it so: each step is one write, and after the last one the
 * cloud enforces exactly the desired rules. Whether it does is looked up behind your back, because an adapter that writes and
 * reads with the same mistake would never notice.
 */
export const changesRules: Chapter = {
  title: "changes rules",
  checks: (subject) => [
    ...scenarios.map(({ name, states }) =>
      check(subject, name, async (world) => {
        for (const rules of states) await reach(subject, world, [wanted("group-1", { rules })]);
      }),
    ),
    ...scenarios.slice(0, 1).map(({ states }) =>
      check(subject, "a group that was there before, among others that nobody names", async (world) => {
        world.backend.seedGroup({ name: "group-other", rules: [tcp(22)] });
        world.backend.seedGroup({ name: "group-1", rules: [tcp(22), tcp(8080)] });
        for (const rules of states) await reach(subject, world, [wanted("group-1", { rules })]);
        subject.tally.supported("writeGranularity");
      }),
    ),
    ...subject.capabilities.protocols.map((protocol) =>
      check(subject, `rules of the protocol ${protocol}`, async (world) => {
        const rules = rulesOfProtocol(protocol, subject.capabilities);
        await reach(subject, world, [wanted("group-1", { rules: rules.slice(1) })]);
        await reach(subject, world, [wanted("group-1", { rules: rules.slice(0, -1) })]);
        await reach(subject, world, [wanted("group-1")]);
      }),
    ),
    ...fieldChecks(subject),
    check(subject, "rules that no document lists stay when it says so", async (world) => {
      const kept = tcp(8080, 8080, { remote: "198.51.100.7" });
      world.backend.seedGroup({ name: "group-1", rules: [tcp(22), kept] });
      const desired = wanted("group-1", { rules: [tcp(22), tcp(443)], unlistedRules: "keep" });
      equal("the error", (await applyPlan(world, await planGroups(world, [desired]))).error, undefined);
      equalRules("the rules", groupNamed(world, "group-1").rules, [tcp(22), kept, tcp(443)]);
    }),
    ...groupChecks(subject),
    ...capabilityChecks(subject),
    ...updateChecks(subject),
  ],
};

function groupChecks(subject: Subject): readonly Check[] {
  return [
    check(subject, "several groups at once are created, changed and removed", async (world) => {
      const names = ["group-1", "group-2", "group-3"];
      await reach(
        subject,
        world,
        names.map((name, index) => wanted(name, { rules: [tcp(1000 + index)] })),
      );
      await reach(
        subject,
        world,
        names.map((name, index) => wanted(name, { rules: [tcp(2000 + index), tcp(22)] })),
      );
      const [gone = "", ...rest] = names;
      await reach(subject, world, [{ ensure: "absent", name: gone }, ...rest.map((name) => wanted(name))]);
      await reach(
        subject,
        world,
        names.map((name) => ({ ensure: "absent", name })),
      );
    }),
    check(subject, "a group in use is not removed", async (world) => {
      world.backend.attach(world.backend.seedGroup({ name: "group-1" }));
      await rejects("the plan", planGroups(world, [{ ensure: "absent", name: "group-1" }]), "group-in-use");
    }),
  ];
}
