import type { Rule } from "@secgroup/core";
import { check, type Chapter, type Check, type Subject } from "../chapter.ts";
import { equal, rejects } from "../expect.ts";
import { reach } from "../reach.ts";
import { tcp } from "../rules/rule-of.ts";
import { planGroups, wanted } from "../world.ts";

/**
 * Limits are found out before the first write, not in the middle of a change. `readLimits` tells those that are in force for
 * the account, or the documented ones where the cloud does not say; up to them everything works, beyond them nothing is sent.
 */
export const limits: Chapter = {
  title: "limits",
  checks: (subject) => [
    check(subject, "the limits are those that the cloud enforces", async ({ adapter, backend, signal }) => {
      equal("the limits", await adapter.readLimits(signal), backend.limits);
    }),
    check(subject, "a group with one rule less than the limit, then with all of them", async (world) => {
      const { rulesPerGroup } = world.backend.limits;
      await reach(subject, world, [wanted("group-1", { rules: rulesUpTo(rulesPerGroup - 1) })]);
      await reach(subject, world, [wanted("group-1", { rules: rulesUpTo(rulesPerGroup) })]);
      await reach(subject, world, [wanted("group-2", { rules: rulesUpTo(rulesPerGroup) })]);
      subject.tally.supported("rulesPerGroup");
    }),
    check(subject, "one rule more than the limit is refused", async (world) => {
      const { backend } = world;
      const { rulesPerGroup } = backend.limits;
      const rules = rulesUpTo(rulesPerGroup + 1);
      await rejects("a new group", planGroups(world, [wanted("group-1", { rules })]), "limit-exceeded");
      backend.seedGroup({ name: "group-1", rules: rules.slice(1) });
      await rejects("one rule more", planGroups(world, [wanted("group-1", { rules })]), "limit-exceeded");
      equal("writes", backend.requests().writes, 0);
      subject.tally.refused("rulesPerGroup");
    }),
    check(subject, "at the limit, a rule is exchanged, and so are all", async (world) => {
      const { rulesPerGroup } = world.backend.limits;
      const [first, ...rest] = rulesUpTo(rulesPerGroup);
      world.backend.seedGroup({ name: "group-1", rules: first ? [first, ...rest] : [] });
      await reach(subject, world, [wanted("group-1", { rules: [...rest, tcp(65_000)] })]);
      await reach(subject, world, [wanted("group-1", { rules: rulesUpTo(rulesPerGroup, 40_000) })]);
    }),
    ...groupLimitChecks(subject),
  ],
};

function groupLimitChecks(subject: Subject): readonly Check[] {
  if (subject.capabilities.limits.groupsPerTarget === undefined) return [];
  return [
    check(subject, "as many groups as the limit allows, and none more", async (world) => {
      const { backend } = world;
      const most = backend.limits.groupsPerTarget ?? 0;
      for (let number = 1; number < most; number++) backend.seedGroup({ name: `group-${number}` });
      await reach(subject, world, [wanted("group-last", { rules: [tcp(22)] })]);
      subject.tally.supported("groupsPerTarget");
      const { writes } = backend.requests();
      await rejects("one group more", planGroups(world, [wanted("group-more")]), "limit-exceeded");
      equal("writes", backend.requests().writes, writes);
      subject.tally.refused("groupsPerTarget");
    }),
  ];
}

function rulesUpTo(count: number, firstPort = 1_000): readonly Rule[] {
  return Array.from({ length: count }, (_, index) => tcp(firstPort + index));
}
