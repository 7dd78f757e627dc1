import { describe, expect, it } from "vitest";
import { describeWaves, narrow, targetOf, tcp } from "../../support/describe-waves.ts";
import { memoryTarget, present } from "../../support/memory-target.ts";
import { atMost, byRuleSet, expectWaves, inPlace, named, range, type Case } from "./expect-waves.ts";

describe("one group whose rules are one write", () => {
  it.each<[string, Case]>([
    [
      "any number of changes that nothing hangs on is one write, the group's own fields included",
      {
        on: byRuleSet,
        before: [tcp(1), tcp(2), tcp(3)],
        after: [tcp(2), tcp(4), tcp(5)],
        parts: { description: "new" },
        waves: [["fields, keep 2, add 4 5"]],
      },
    ],
    ["creates only", { on: byRuleSet, before: [tcp(1)], after: [tcp(1), tcp(2)], waves: [["keep 1, add 2"]] }],
    ["deletes only", { on: byRuleSet, before: [tcp(1), tcp(2)], after: [tcp(1)], waves: [["keep 1"]] }],
    ["no rule stays", { on: byRuleSet, before: [tcp(1)], after: [], waves: [["keep nothing"]] }],
    [
      "a narrowing that kept rules cover is one write",
      {
        on: byRuleSet,
        before: [range(1, 9), tcp(1)],
        after: [range(1, 9), narrow(1)],
        waves: [["keep 1-9, add 1 narrow"]],
      },
    ],
    [
      "a narrowing takes two: the union, then the target",
      {
        on: byRuleSet,
        before: [tcp(1), tcp(2), tcp(9)],
        after: [narrow(1), narrow(2), tcp(9)],
        parts: { description: "new" },
        waves: [["fields, keep 9 1 2, add 1 narrow 2 narrow"], ["keep 9, add 1 narrow 2 narrow"]],
      },
    ],
    [
      "a union that does not fit the limit is reached set by set",
      {
        on: { ...byRuleSet, ...atMost(3) },
        before: [tcp(1), tcp(2)],
        after: [narrow(1), narrow(2)],
        waves: [
          ["keep 1 2, add 2 narrow"],
          ["keep 1, add 2 narrow"],
          ["keep 1, add 1 narrow 2 narrow"],
          ["add 1 narrow 2 narrow"],
        ],
      },
    ],
    [
      "a full group first gives up what nothing hangs on",
      {
        on: { ...byRuleSet, ...atMost(2) },
        before: [tcp(1), tcp(2)],
        after: [narrow(1), range(3, 4)],
        waves: [["keep 1"], ["keep 1, add 1 narrow"], ["add 1 narrow"], ["add 1 narrow 3-4"]],
      },
    ],
    [
      "fields only: nothing is said of rules",
      { on: byRuleSet, before: [tcp(1)], after: [tcp(1)], parts: { description: "new" }, waves: [["fields"]] },
    ],
  ])("%s", async (_, given) => expectWaves(given));

  it("where the limit leaves no way, the step that may interrupt is named", async () => {
    const { cloud, plan } = memoryTarget({ ...byRuleSet, ...atMost(2) });
    cloud.seed({ name: "web", rules: [tcp(1), tcp(2)] });
    const target = targetOf(await plan([present("web", { rules: [narrow(1), narrow(2)] })]));
    expect(describeWaves(target, []).flat()).toEqual(["keep nothing", "add 1 narrow 2 narrow"]);
    expect(target.unproved).toMatchObject([{ reason: "interrupts", wave: 0, step: 0, packet: { port: 1 } }]);
  });
});

describe("descriptions of rules and the group's own fields", () => {
  it.each<[string, Case]>([
    [
      "a label alone is an update in place",
      { on: inPlace, before: [tcp(1)], after: [named("ssh", tcp(1))], waves: [['update 1 to 1 "ssh"']] },
    ],
    [
      "labels and fields go with the first wave",
      {
        on: inPlace,
        before: [tcp(1), tcp(2)],
        after: [named("ssh", tcp(1)), narrow(2)],
        parts: { description: "new" },
        waves: [["fields", 'update 1 to 1 "ssh"', "create 2 narrow"], ["delete 2"]],
      },
    ],
    [
      "an update in place brings the description with it",
      { on: inPlace, before: [tcp(1)], after: [named("ssh", tcp(2))], waves: [['update 1 to 2 "ssh"']] },
    ],
    [
      "where rules cannot be updated, a label is left unless asked for",
      { on: byRuleSet, before: [tcp(1)], after: [named("ssh", tcp(1))], waves: [] },
    ],
    [
      "and the rule keeps its label among other changes",
      {
        on: byRuleSet,
        before: [tcp(1), tcp(2)],
        after: [named("ssh", tcp(1)), tcp(2), tcp(3)],
        waves: [["keep 2 1, add 3"]],
      },
    ],
    [
      "asked for, a rule that nothing covers goes before it comes, and the step is named",
      {
        on: byRuleSet,
        relabel: true,
        before: [tcp(1), tcp(2)],
        after: [named("ssh", tcp(1)), tcp(2)],
        waves: [["keep 2"], ['keep 2, add 1 "ssh"']],
        unproved: [["interrupts", 0, 0]],
      },
    ],
    [
      "asked for, a rule that others cover goes before it comes, and nothing is interrupted",
      {
        on: byRuleSet,
        relabel: true,
        before: [tcp(1), range(1, 9)],
        after: [named("ssh", tcp(1)), range(1, 9)],
        waves: [["keep 1-9"], ['keep 1-9, add 1 "ssh"']],
      },
    ],
    [
      "the group's own fields are one write",
      { on: inPlace, before: [], after: [], parts: { description: "new", tags: { a: "1" } }, waves: [["fields"]] },
    ],
  ])("%s", async (_, given) => expectWaves(given));

  it("one write states all fields that change, under the group's name before it", async () => {
    const { cloud, plan } = memoryTarget();
    const id = cloud.seed({ name: "web", description: "old", tags: { a: "1" } });
    const made = await plan([present("site", { id, description: "new", tags: {} })]);
    expect(targetOf(made).waves).toEqual([
      [{ kind: "update-group", group: { id, name: "web" }, fields: { name: "site", description: "new", tags: null } }],
    ]);
  });

  it("a write of fields alone says nothing of rules", async () => {
    const { cloud, plan } = memoryTarget(byRuleSet);
    cloud.seed({ name: "web", rules: [tcp(22)] });
    const [[step] = []] = targetOf(await plan([present("web", { description: "new", rules: [tcp(22)] })])).waves;
    expect(step).toMatchObject({ kind: "update-group", fields: { description: "new" } });
    expect(step).not.toHaveProperty("rules");
  });
});
