import type { GroupId, PresentGroup, Rule, RuleId } from "@secgroup/core";
import fc from "fast-check";
import { check, type Chapter, type Subject } from "../chapter.ts";
import { equal, rejects } from "../expect.ts";
import { arbitraryRuleSet } from "../rules/arbitrary-rules.ts";
import { fieldGaps, granularityGaps, updateGaps, type Gap } from "../rules/group-gaps.ts";
import { ruleGaps, type RuleGap } from "../rules/rule-gaps.ts";
import { tcp } from "../rules/rule-of.ts";
import { ruleUpdates } from "../rules/rule-updates.ts";
import { addingStep, planGroups, wanted, type World } from "../world.ts";

/**
 * Whatever your capabilities declare as a gap must never reach the cloud, which might drop the field and open more than was
 * asked for. The core refuses it in the plan; your `submit` is the last line, for plans that come from files or from a future
 * core: it throws `unsupported` before anything is sent. A gap that you do not declare is tested as if you could do it.
 */
export const refusesWhatItCannotExpress: Chapter = {
  title: "refuses what it cannot express",
  checks: (subject) => {
    const { capabilities } = subject;
    // The id is only put into rules whose refusal does not depend on it.
    const rules = ruleGaps(capabilities, "group-there" as GroupId);
    const gaps = [
      ...rules.map((gap) => asGap(subject, gap)),
      ...fieldGaps(capabilities),
      ...granularityGaps(capabilities),
      ...updateGaps(capabilities),
    ];
    return [
      ...gaps.flatMap((gap) => [
        ...(gap.desired === undefined
          ? []
          : [check(subject, `the plan refuses ${gap.name}`, (world) => planRefuses(world, gap))]),
        check(subject, `submit refuses ${gap.name}`, (world) => submitRefuses(subject, world, gap)),
      ]),
      ...(rules.length === 0
        ? []
        : [{ name: "one such rule among any others", run: () => refusesAmongOthers(subject, rules) }]),
    ];
  },
};

function asGap({ capabilities }: Subject, { name, feature, rule }: RuleGap): Gap {
  const update = { kind: "update-rule", ruleId: "rule-1" as RuleId, from: tcp(80), to: rule } as const;
  return {
    name,
    feature,
    code: "unsupported",
    desired: { rules: [rule] },
    steps: (group) => [
      { kind: "create-group", name: "group-new", rules: [rule] },
      addingStep(capabilities, group, rule),
      ...(ruleUpdates(capabilities).length > 0 ? [{ ...update, group }] : []),
    ],
  };
}

async function planRefuses(world: World, { name, code, desired }: Gap): Promise<void> {
  const before = world.backend.groups();
  const group: PresentGroup = { ...wanted("group-1"), ...desired };
  await rejects(`the plan with ${name}`, planGroups(world, [group]), code);
  equal("writes", world.backend.requests().writes, 0);
  equal("the cloud", world.backend.groups(), before);
}

async function submitRefuses({ tally }: Subject, world: World, { name, feature, steps }: Gap): Promise<void> {
  const { adapter, backend, signal } = world;
  const id = backend.seedGroup({ name: "group-1" });
  const before = backend.groups();
  const sent = backend.requests();
  tally.refused(feature);
  for (const step of steps({ id, name: "group-1" })) {
    await rejects(`${step.kind} with ${name}`, adapter.submit(step, signal), "unsupported");
    equal(`requests sent for ${step.kind}`, backend.requests(), sent);
  }
  equal("the cloud", backend.groups(), before);
}

async function refusesAmongOthers(subject: Subject, gaps: readonly RuleGap[]): Promise<void> {
  const { capabilities } = subject;
  await fc.assert(
    fc.asyncProperty(
      arbitraryRuleSet(capabilities),
      fc.constantFrom(...gaps),
      fc.nat(),
      async (others, { name, rule }, position) => {
        const at = position % (others.length + 1);
        const rules: readonly Rule[] = [...others.slice(0, at), rule, ...others.slice(at)];
        const world = subject.newWorld();
        await rejects(`the plan with ${name}`, planGroups(world, [wanted("group-1", { rules })]), "unsupported");
        const step = { kind: "create-group", name: "group-1", rules } as const;
        await rejects(`submit with ${name}`, world.adapter.submit(step, world.signal), "unsupported");
        equal("writes", world.backend.requests().writes, 0);
      },
    ),
    { numRuns: 50 },
  );
}
