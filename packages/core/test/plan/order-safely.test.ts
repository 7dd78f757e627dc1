import { describe, expect, it } from "vitest";
import { no, type Capabilities, type Limits, type PresentGroup, type Rule } from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { describeWaves, describeWavesOfGroups, narrow, targetOf, tcp, udp } from "../support/describe-waves.ts";
import { memoryTarget, present, type MemoryTarget } from "../support/memory-target.ts";

const from = (name: string): Rule =>
  ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol: "tcp", remoteGroupName: name });
const range = (first: number, last: number): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: first, to: last }, remote: "10.0.0.0/8" });
const named = (description: string, rule: Rule): Rule => ({ ...rule, description });

/** Any rule can become any other of its protocol. */
const inPlace: Partial<Capabilities> = {};
const notInPlace: Partial<Capabilities> = { ruleUpdates: no("rules are carved in stone") };
const byRuleSet: Partial<Capabilities> = { writeGranularity: "rule-set", ruleUpdates: no("rules are replaced") };
const atMost = (rulesPerGroup: number): { readonly limits: Limits } => ({ limits: { rulesPerGroup } });

/** What happens to one group, in words; `unproved` are the positions of steps that may interrupt something. */
interface Case {
  readonly on: Partial<Capabilities>;
  readonly before: readonly Rule[];
  readonly after: readonly Rule[];
  readonly waves: readonly (readonly string[])[];
  readonly unproved?: readonly (readonly [reason: string, wave: number, step: number])[];
  readonly parts?: Partial<PresentGroup>;
  readonly relabel?: boolean;
}

async function expectWaves({ on, before, after, waves, unproved = [], parts, relabel = false }: Case): Promise<void> {
  const target = memoryTarget(on);
  target.cloud.seed({ name: "web", rules: before });
  const observed = target.cloud.groups();
  const plan = await target.plan([present("web", { rules: after, ...parts })], { relabel });
  expect(describeWaves(targetOf(plan), observed)).toEqual(waves);
  expect(targetOf(plan).unproved.map(({ reason, wave, step }) => [reason, wave, step])).toEqual(unproved);
  const report = await target.apply(plan, { force: true, allowInterruption: true });
  expect(report.targets[0]?.error).toBeUndefined();
}

describe("one group that is written rule by rule", () => {
  it.each<[string, Case]>([
    ["nothing changes", { on: inPlace, before: [tcp(1)], after: [tcp(1)], waves: [] }],
    [
      "creates only go at once",
      { on: inPlace, before: [tcp(1)], after: [tcp(1), tcp(2), tcp(3)], waves: [["create 2", "create 3"]] },
    ],
    [
      "deletes only go at once",
      { on: inPlace, before: [tcp(1), tcp(2), tcp(3)], after: [tcp(1)], waves: [["delete 2", "delete 3"]] },
    ],
    [
      "edits that nothing hangs on are updates in place, at once",
      {
        on: inPlace,
        before: [tcp(1), tcp(2), tcp(3)],
        after: [tcp(3), tcp(4), tcp(5)],
        waves: [["update 1 to 4", "update 2 to 5"]],
      },
    ],
    [
      "edits of rules that others cover are updates in place, at once",
      {
        on: inPlace,
        before: [range(1, 9), tcp(1), tcp(2)],
        after: [range(1, 9), narrow(1), narrow(2)],
        waves: [["update 1 to 1 narrow", "update 2 to 2 narrow"]],
      },
    ],
    [
      "one edit that must overlap creates, then deletes",
      { on: inPlace, before: [tcp(1)], after: [narrow(1)], waves: [["create 1 narrow"], ["delete 1"]] },
    ],
    [
      "and so does a widening",
      { on: inPlace, before: [narrow(1)], after: [tcp(1)], waves: [["create 1"], ["delete 1 narrow"]] },
    ],
    [
      "edits that must overlap: one create, then updates, then a delete",
      {
        on: inPlace,
        before: [tcp(1), tcp(2), tcp(3)],
        after: [narrow(1), narrow(2), narrow(3)],
        waves: [["create 1 narrow"], ["update 1 to 2 narrow"], ["update 2 to 3 narrow"], ["delete 3"]],
      },
    ],
    [
      "an edit that nothing hangs on makes room for one that must overlap",
      {
        on: inPlace,
        before: [tcp(1), tcp(9)],
        after: [narrow(1), tcp(8)],
        waves: [["update 9 to 1 narrow"], ["update 1 to 8"]],
      },
    ],
    [
      "rules that merge stay until the one that takes over is there",
      {
        on: inPlace,
        before: [tcp(1), tcp(2), tcp(3)],
        after: [range(1, 3)],
        waves: [["create 1-3"], ["delete 1", "delete 2", "delete 3"]],
      },
    ],
    [
      "more rules to add than to remove: what is left over is created",
      {
        on: inPlace,
        before: [tcp(1)],
        after: [tcp(2), tcp(3), tcp(4)],
        waves: [["create 2", "create 3", "update 1 to 4"]],
      },
    ],
    [
      "more rules to remove than to add: what is left over is deleted",
      {
        on: inPlace,
        before: [tcp(1), tcp(2), tcp(3)],
        after: [tcp(4)],
        waves: [["update 1 to 4", "delete 2", "delete 3"]],
      },
    ],
    [
      "rules of another protocol cannot be updated in place",
      { on: inPlace, before: [tcp(1)], after: [udp(1)], waves: [["create udp 1", "delete 1"]] },
    ],
    [
      "rules that can and rules that cannot",
      {
        on: inPlace,
        before: [tcp(1), tcp(2)],
        after: [udp(1), tcp(3)],
        waves: [["create udp 1", "update 1 to 3", "delete 2"]],
      },
    ],
    [
      "without updates in place, what nothing hangs on goes while others come",
      { on: notInPlace, before: [tcp(1)], after: [tcp(2)], waves: [["create 2", "delete 1"]] },
    ],
    [
      "without updates in place, what must stay goes after others have come",
      {
        on: notInPlace,
        before: [tcp(1), tcp(2), tcp(9)],
        after: [narrow(1), narrow(2)],
        waves: [
          ["create 1 narrow", "create 2 narrow", "delete 9"],
          ["delete 1", "delete 2"],
        ],
      },
    ],
  ])("%s", async (_, given) => expectWaves(given));
});

describe("one group near its limit, written rule by rule", () => {
  it.each<[string, Case]>([
    [
      "what comes waits until others are gone",
      {
        on: { ...notInPlace, ...atMost(2) },
        before: [tcp(1), tcp(2)],
        after: [tcp(3), tcp(4)],
        waves: [
          ["delete 1", "delete 2"],
          ["create 3", "create 4"],
        ],
      },
    ],
    [
      "updates in place need no room",
      {
        on: { ...inPlace, ...atMost(2) },
        before: [tcp(1), tcp(2)],
        after: [tcp(3), tcp(4)],
        waves: [["update 1 to 3", "update 2 to 4"]],
      },
    ],
    [
      "room for one is used over and over",
      {
        on: { ...notInPlace, ...atMost(3) },
        before: [tcp(1), tcp(2)],
        after: [narrow(1), narrow(2)],
        waves: [["create 1 narrow"], ["delete 1"], ["create 2 narrow"], ["delete 2"]],
      },
    ],
    [
      "a full group first gives up what nothing hangs on",
      {
        on: { ...notInPlace, ...atMost(2) },
        before: [tcp(1), tcp(9)],
        after: [narrow(1)],
        waves: [["delete 9"], ["create 1 narrow"], ["delete 1"]],
      },
    ],
    [
      "a full group turns what nothing hangs on into what others wait for",
      {
        on: { ...inPlace, ...atMost(3) },
        before: [tcp(1), tcp(2), tcp(9)],
        after: [narrow(1), narrow(2), tcp(3)],
        waves: [["update 9 to 1 narrow"], ["update 1 to 2 narrow"], ["update 2 to 3"]],
      },
    ],
    [
      "where everything must overlap, the step that may interrupt is named",
      {
        on: { ...inPlace, ...atMost(1) },
        before: [tcp(1)],
        after: [narrow(1)],
        waves: [["update 1 to 1 narrow"]],
        unproved: [["interrupts", 0, 0]],
      },
    ],
    [
      "and so it is without updates in place",
      {
        on: { ...notInPlace, ...atMost(1) },
        before: [tcp(1)],
        after: [narrow(1)],
        waves: [["delete 1"], ["create 1 narrow"]],
        unproved: [["interrupts", 0, 0]],
      },
    ],
    [
      "a group over its limit may shrink",
      {
        on: { ...inPlace, ...atMost(1) },
        before: [tcp(1), tcp(2), tcp(3)],
        after: [tcp(1), tcp(2)],
        waves: [["delete 3"]],
      },
    ],
  ])("%s", async (_, given) => expectWaves(given));
});

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

describe("several groups", () => {
  /** Groups before and after, by name; a group that was not there before is new. */
  interface Groups {
    readonly on: Partial<Capabilities>;
    readonly before: Readonly<Record<string, readonly Rule[]>>;
    readonly after: Readonly<Record<string, readonly Rule[]>>;
    readonly waves: readonly (readonly string[])[];
    readonly unproved?: readonly (readonly [group: string, wave: number, step: number, to?: string])[];
  }

  async function expectWavesOf({ on, before, after, waves, unproved = [] }: Groups): Promise<void> {
    const target = memoryTarget(on);
    for (const [name, rules] of Object.entries(before)) target.cloud.seed({ name, rules });
    const observed = target.cloud.groups();
    const desired = Object.entries(after).map(([name, rules]) => present(name, { rules }));
    const plan = await target.plan(desired);
    expect(describeWavesOfGroups(targetOf(plan), observed)).toEqual(waves);
    expect(
      targetOf(plan).unproved.map((step) => [
        step.group,
        step.wave,
        step.step,
        ...(step.reason === "interrupts" && step.handedOverTo !== undefined ? [step.handedOverTo] : []),
      ]),
    ).toEqual(unproved);
    const report = await target.apply(plan, { force: true, allowInterruption: true });
    expect(report.targets[0]?.error).toBeUndefined();
    expect(targetOf(await target.plan(desired)).waves).toEqual([]);
  }

  it.each<[string, Groups]>([
    [
      "that have nothing to do with each other go side by side",
      {
        on: inPlace,
        before: { a: [tcp(1)], b: [tcp(11)] },
        after: { a: [narrow(1)], b: [narrow(11)] },
        waves: [
          ["a: create 1 narrow", "b: create 11 narrow"],
          ["a: delete 1", "b: delete 11"],
        ],
      },
    ],
    [
      "do not wait for a rule that stands in the other already",
      {
        on: inPlace,
        before: { a: [tcp(1)], b: [tcp(1)] },
        after: { a: [], b: [tcp(1), tcp(2)] },
        waves: [["a: delete 1", "b: create 2"]],
      },
    ],
    [
      "hand a rule over: the one that opens goes first",
      {
        on: notInPlace,
        before: { a: [tcp(1)], b: [] },
        after: { a: [], b: [tcp(1)] },
        waves: [["b: create 1"], ["a: delete 1"]],
      },
    ],
    [
      "hand a part of a rule over",
      {
        on: notInPlace,
        before: { a: [tcp(1)], b: [] },
        after: { a: [], b: [narrow(1)] },
        waves: [["b: create 1 narrow"], ["a: delete 1"]],
      },
    ],
    [
      "hand a rule over and use it anew",
      {
        on: inPlace,
        before: { a: [tcp(1)], b: [tcp(2)] },
        after: { a: [tcp(5)], b: [tcp(1)] },
        waves: [["b: update 2 to 1"], ["a: update 1 to 5"]],
      },
    ],
    [
      "hand a rule over by rule sets",
      {
        on: byRuleSet,
        before: { a: [tcp(1)], b: [tcp(2)] },
        after: { a: [tcp(5)], b: [tcp(1)] },
        waves: [["b: add 1"], ["a: add 5"]],
      },
    ],
    [
      "hand a rule on from one to the next",
      {
        on: byRuleSet,
        before: { a: [tcp(1)], b: [tcp(2)], c: [] },
        after: { a: [], b: [tcp(1)], c: [tcp(2)] },
        waves: [["c: add 2"], ["b: add 1"], ["a: keep nothing"]],
      },
    ],
    [
      "exchange rules: one opens beside what it has",
      {
        on: inPlace,
        before: { a: [tcp(1)], b: [tcp(2)] },
        after: { a: [tcp(2)], b: [tcp(1)] },
        waves: [["a: create 2"], ["b: update 2 to 1"], ["a: delete 1"]],
      },
    ],
    [
      "exchange rules without updates in place",
      {
        on: notInPlace,
        before: { a: [tcp(1)], b: [tcp(2)] },
        after: { a: [tcp(2)], b: [tcp(1)] },
        waves: [
          ["a: create 2", "b: create 1"],
          ["a: delete 1", "b: delete 2"],
        ],
      },
    ],
    [
      "exchange rules by rule sets: one write more",
      {
        on: byRuleSet,
        before: { a: [tcp(1)], b: [tcp(2)] },
        after: { a: [tcp(2)], b: [tcp(1)] },
        waves: [["a: keep 1, add 2"], ["b: add 1"], ["a: add 2"]],
      },
    ],
    [
      "pass rules round in a circle of three",
      {
        on: byRuleSet,
        before: { a: [tcp(1)], b: [tcp(2)], c: [tcp(3)] },
        after: { a: [tcp(2)], b: [tcp(3)], c: [tcp(1)] },
        waves: [["a: keep 1, add 2"], ["b: add 3"], ["c: add 1"], ["a: add 2"]],
      },
    ],
    [
      "that are full cannot exchange rules, and the step is named",
      {
        on: { ...byRuleSet, ...atMost(1) },
        before: { a: [tcp(1)], b: [tcp(2)] },
        after: { a: [tcp(2)], b: [tcp(1)] },
        waves: [["a: keep nothing"], ["a: add 2"], ["b: keep nothing"], ["b: add 1"]],
        unproved: [["a", 0, 0, "b"]],
      },
    ],
    [
      "that are full cannot exchange rules one by one either",
      {
        on: { ...inPlace, ...atMost(1) },
        before: { a: [tcp(1)], b: [tcp(2)] },
        after: { a: [tcp(2)], b: [tcp(1)] },
        waves: [["a: update 1 to 2"], ["b: update 2 to 1"]],
        unproved: [["a", 0, 0, "b"]],
      },
    ],
    [
      "let a new one take over before they close",
      {
        on: inPlace,
        before: { a: [tcp(1)] },
        after: { a: [tcp(5)], new: [tcp(1)] },
        waves: [["new: create group with 1"], ["a: update 1 to 5"]],
      },
    ],
    [
      "let a new one take over by rule sets",
      {
        on: byRuleSet,
        before: { a: [tcp(1)] },
        after: { a: [tcp(5)], new: [tcp(1)] },
        waves: [["new: create group with 1"], ["a: add 5"]],
      },
    ],
    [
      "refer to a new one once it has its id",
      {
        on: notInPlace,
        before: { a: [udp(1)] },
        after: { a: [tcp(2), from("new")], new: [tcp(3)] },
        waves: [["new: create group with 3"], ["a: create 2", "a: create tcp from new", "a: delete udp 1"]],
      },
    ],
    [
      "refer to a new one by rule sets",
      {
        on: byRuleSet,
        before: { a: [udp(1)] },
        after: { a: [from("new")], new: [tcp(3)] },
        waves: [["new: create group with 3"], ["a: add tcp from new"]],
      },
    ],
    [
      "let members of a new one in before the rule goes that lets them in by their addresses",
      {
        on: notInPlace,
        before: { a: [tcp(1)] },
        after: { a: [from("new")], new: [tcp(3)] },
        waves: [["new: create group with 3"], ["a: create tcp from new"], ["a: delete 1"]],
      },
    ],
    [
      "and so by rule sets",
      {
        on: byRuleSet,
        before: { a: [tcp(1)] },
        after: { a: [from("new")], new: [tcp(3)] },
        waves: [["new: create group with 3"], ["a: keep 1, add tcp from new"], ["a: add tcp from new"]],
      },
    ],
  ])("%s", async (_, given) => expectWavesOf(given));
});

describe("new groups", () => {
  const group = (name: string, ...remotes: string[]): PresentGroup =>
    present(name, { rules: [tcp(22), ...remotes.map(from)] });
  const wavesOf = async (capabilities: Partial<Capabilities>, ...groups: PresentGroup[]): Promise<string[][]> =>
    describeWavesOfGroups(targetOf(await memoryTarget(capabilities).plan(groups)), []);

  it.each([
    ["rule by rule", inPlace],
    ["whole rule sets", byRuleSet],
  ])("are one write each with their rules, all at once, with %s", async (_, capabilities) => {
    expect(await wavesOf(capabilities, group("a"), present("b", { rules: [tcp(1), tcp(2)] }), present("c"))).toEqual([
      ["a: create group with 22", "b: create group with 1 2", "c: create group"],
    ]);
  });

  it.each([
    ["rule by rule", inPlace],
    ["whole rule sets", byRuleSet],
  ])("are created in the order of their references, with %s", async (_, capabilities) => {
    expect(await wavesOf(capabilities, group("database", "app"), group("app", "web"), group("web"))).toEqual([
      ["web: create group with 22"],
      ["app: create group with 22 tcp from web"],
      ["database: create group with 22 tcp from app"],
    ]);
  });

  it("take one more write when they refer to themselves", async () => {
    expect(await wavesOf(inPlace, group("web", "web"))).toEqual([
      ["web: create group with 22"],
      ["web: create tcp from web"],
    ]);
    expect(await wavesOf(byRuleSet, group("web", "web"))).toEqual([
      ["web: create group with 22"],
      ["web: add 22 tcp from web"],
    ]);
  });

  it("take one more write when they refer in a circle", async () => {
    expect(await wavesOf(byRuleSet, group("a", "b"), group("b", "a"))).toEqual([
      ["a: create group with 22"],
      ["b: create group with 22 tcp from a"],
      ["a: add 22 tcp from b"],
    ]);
    expect(await wavesOf(inPlace, group("a", "b"), group("b", "a"))).toEqual([
      ["a: create group with 22"],
      ["b: create group with 22 tcp from a"],
      ["a: create tcp from b"],
    ]);
  });

  it.each([
    ["rule by rule", inPlace],
    ["rule by rule without updates", notInPlace],
    ["whole rule sets", byRuleSet],
  ])("end up as desired, whatever the circle, with %s", async (_, capabilities) => {
    const target = memoryTarget(capabilities);
    target.cloud.seed({ name: "old", rules: [tcp(1)] });
    const desired = [group("a", "b", "a", "c"), group("b", "a"), group("c", "b", "old"), group("old", "c", "a")];
    const plan = await target.plan(desired);
    expect(targetOf(plan).unproved).toEqual([]);
    const report = await target.apply(plan);
    expect(report.targets[0]?.error).toBeUndefined();
    expect(targetOf(await target.plan(desired)).waves).toEqual([]);
    const ids = new Map<string, string>(target.cloud.groups().map(({ name, id }) => [name, id]));
    const idsOf = (...names: string[]): string[] => names.map((name) => ids.get(name) ?? "").toSorted();
    const remotes = target.cloud
      .groups()
      .map(({ name, rules }) => [
        name,
        rules.flatMap(({ rule }) => (rule.remote.kind === "group" ? [rule.remote.id] : [])).toSorted(),
      ]);
    expect(Object.fromEntries(remotes)).toEqual({
      a: idsOf("a", "b", "c"),
      b: idsOf("a"),
      c: idsOf("b", "old"),
      old: idsOf("c", "a"),
    });
  });
});

describe("groups to delete", () => {
  const absent = (name: string) => ({ ensure: "absent", name }) as const;
  const kinds = async (target: MemoryTarget, groups: Parameters<MemoryTarget["plan"]>[0]): Promise<string[][]> =>
    describeWavesOfGroups(targetOf(await target.plan(groups)), target.cloud.groups());

  it("go after everything else, and after those that refer to them", async () => {
    const target = memoryTarget();
    const web = target.cloud.seed({ name: "web" });
    target.cloud.seed({ name: "app", rules: [ruleOf({ direction: "ingress", ipVersion: "IPv4", remoteGroup: web })] });
    target.cloud.seed({ name: "other", rules: [tcp(1)] });
    const desired = [
      absent("web"),
      absent("app"),
      absent("never was"),
      present("new"),
      present("other", { rules: [narrow(1)] }),
    ];
    expect(await kinds(target, desired)).toEqual([
      ["new: create group", "other: create 1 narrow"],
      ["other: delete 1"],
      ["app: delete group"],
      ["web: delete group"],
    ]);
    expect(targetOf(await target.plan(desired)).groups.map(({ action }) => action)).toEqual([
      "delete",
      "delete",
      "stay-absent",
      "create",
      "update",
    ]);
  });

  it("go after those that stay have given up their references", async () => {
    const target = memoryTarget();
    const web = target.cloud.seed({ name: "web" });
    target.cloud.seed({ name: "app", rules: [ruleOf({ direction: "ingress", ipVersion: "IPv4", remoteGroup: web })] });
    expect(await kinds(target, [absent("web"), present("app")])).toEqual([
      [`app: delete any from ${web}`],
      ["web: delete group"],
    ]);
  });

  it("go in one wave when they refer to each other in a circle", async () => {
    const target = memoryTarget();
    const group = (name: string, remote: string): PresentGroup => present(name, { rules: [from(remote)] });
    await target.apply(await target.plan([group("a", "b"), group("b", "a")]));
    const made = await target.plan([absent("a"), absent("b")]);
    expect(describeWavesOfGroups(targetOf(made), [])).toEqual([["a: delete group", "b: delete group"]]);
    expect((await target.apply(made)).targets[0]?.error).toBeUndefined();
    expect(target.cloud.groups()).toEqual([]);
  });
});
