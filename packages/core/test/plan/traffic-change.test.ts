import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createTrafficSpace,
  describePacket,
  describeTrafficLine,
  noTraffic,
  type GroupChanges,
  type PlannedTraffic,
  type Rule,
} from "../../src/index.ts";
import { rulesAfter, rulesBefore } from "../../src/plan/group-traffic.ts";
import { describeTrafficChange } from "../../src/plan/traffic-change.ts";
import { anyRule, crowdedRule, ruleOf } from "../support/arbitrary-rule.ts";
import { creationOf, deletionOf, updateOf } from "../support/changes.ts";
import { narrow, tcp } from "../support/describe-waves.ts";
import { memoryTarget, present } from "../support/memory-target.ts";

const any = ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol: "tcp", ports: { from: 22, to: 22 } });
const halves = ["0.0.0.0/1", "128.0.0.0/1"].map((half) => tcp(22, half));
const range: Rule = ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: 1, to: 9 }, remote: "10.0.0.0/8" });

/** Lines with an example and the positions of the changes that cause them. */
const words = (planned: readonly PlannedTraffic[]): readonly string[] =>
  planned.map(
    ({ line, example, causes }) => `${describeTrafficLine(line)}, e.g. ${describePacket(example)} [${causes.join()}]`,
  );

describe("what a change opens and closes, with an example and its causes", () => {
  it.each<[string, GroupChanges, opens: readonly string[], closes: readonly string[]]>([
    ["nothing", updateOf("web", [tcp(1)], [tcp(1)]), [], []],
    [
      "a rule more",
      updateOf("web", [tcp(1)], [tcp(1), tcp(5)]),
      ["tcp/5 from 10.0.0.0/8, e.g. tcp/5 from 10.0.0.7 [0]"],
      [],
    ],
    [
      "a rule less",
      updateOf("web", [tcp(1), tcp(5)], [tcp(1)]),
      [],
      ["tcp/5 from 10.0.0.0/8, e.g. tcp/5 from 10.0.0.7 [0]"],
    ],
    [
      "an exchange",
      updateOf("web", [tcp(1)], [tcp(5)]),
      ["tcp/5 from 10.0.0.0/8, e.g. tcp/5 from 10.0.0.7 [0]"],
      ["tcp/1 from 10.0.0.0/8, e.g. tcp/1 from 10.0.0.7 [0]"],
    ],
    [
      "a widening opens the difference",
      updateOf("web", [tcp(1, "10.0.0.0/9")], [tcp(1)]),
      ["tcp/1 from 10.128.0.0/9, e.g. tcp/1 from 10.128.0.0 [0]"],
      [],
    ],
    [
      "a narrowing closes the difference",
      updateOf("web", [tcp(1)], [tcp(1, "10.0.0.0/9")]),
      [],
      ["tcp/1 from 10.128.0.0/9, e.g. tcp/1 from 10.128.0.0 [0]"],
    ],
    [
      "two rules that open neighbouring ports are one line with two causes",
      updateOf("web", [tcp(9)], [tcp(9), tcp(1), tcp(2)]),
      ["tcp/1-2 from 10.0.0.0/8, e.g. tcp/1 from 10.0.0.7 [0,1]"],
      [],
    ],
    [
      "what opens has only those causes that have a part in it",
      updateOf("web", [], [tcp(1), tcp(2, "192.0.2.0/24")]),
      ["tcp/1 from 10.0.0.0/8, e.g. tcp/1 from 10.0.0.7 [0]", "tcp/2 from 192.0.2.0/24, e.g. tcp/2 from 192.0.2.7 [1]"],
      [],
    ],
    ["rules that split one", updateOf("web", [any], halves), [], []],
    ["a merge", updateOf("web", halves, [any]), [], []],
    ["a description", updateOf("web", [tcp(1)], [{ ...tcp(1), description: "x" }], true), [], []],
    ["a new group opens", creationOf("web", [tcp(1)]), ["tcp/1 from 10.0.0.0/8, e.g. tcp/1 from 10.0.0.7 [0]"], []],
    ["a new group without rules", creationOf("web", []), [], []],
    [
      "a group that goes closes",
      deletionOf("web", [tcp(1), tcp(2)]),
      [],
      ["tcp/1-2 from 10.0.0.0/8, e.g. tcp/1 from 10.0.0.7 [0,1]"],
    ],
  ])("%s", (_, changes, opens, closes) => {
    const traffic = describeTrafficChange(changes);
    expect(words(traffic.opens)).toEqual(opens);
    expect(words(traffic.closes)).toEqual(closes);
  });
});

describe("changes that move no packet are told by their positions", () => {
  it.each<[string, GroupChanges, added: readonly number[], removed: readonly number[]]>([
    ["none", updateOf("web", [tcp(1)], [tcp(5)]), [], []],
    ["a rule that another covers comes", updateOf("web", [range], [range, tcp(5), tcp(10)]), [0], []],
    ["a rule that another covers goes", updateOf("web", [range, tcp(10), tcp(5)], [range]), [], [1]],
    ["two halves for the world", updateOf("web", [any], halves), [0, 1], [0]],
    ["one half for the world", updateOf("web", [any], halves.slice(0, 1)), [0], []],
    ["the world for two halves", updateOf("web", halves, [any]), [0], [0, 1]],
    ["a copy goes", updateOf("web", [tcp(1), { ...tcp(1), description: "copy" }], [tcp(1)]), [], [0]],
    ["a widening: the old rule is covered, the new one is not", updateOf("web", [narrow(1)], [tcp(1)]), [], [0]],
    ["a narrowing: the new rule was covered, the old one is not", updateOf("web", [tcp(1)], [narrow(1)]), [0], []],
    ["in a new group everything has an effect", creationOf("web", [range, tcp(5)]), [], []],
    ["in a group that goes too", deletionOf("web", [range, tcp(5)]), [], []],
  ])("%s", (_, changes, added, removed) => {
    expect(describeTrafficChange(changes).withoutEffect).toEqual({ added, removed });
  });
});

it("the lines are exactly what differs, every line has a cause, and what has no effect causes nothing that it adds", () => {
  const rules = fc.array(fc.oneof(anyRule, crowdedRule, fc.constantFrom(tcp(1), narrow(1), range, ...halves, any)), {
    maxLength: 6,
  });
  let lines = 0;
  fc.assert(
    fc.property(rules, rules, (before, after) => {
      const changes = updateOf("web", before, after);
      const { opens, closes, withoutEffect } = describeTrafficChange(changes);
      if (changes.kind !== "update") throw new Error("no update");
      const space = createTrafficSpace([...rulesBefore(changes), ...rulesAfter(changes)]);
      const [old, next] = [space.of(rulesBefore(changes)), space.of(rulesAfter(changes))];
      const { create, remove } = changes.diff;
      expect(opens.length === 0).toBe(space.difference(next, old) === noTraffic);
      expect(closes.length === 0).toBe(space.difference(old, next) === noTraffic);
      for (const { example, causes } of opens) {
        lines++;
        expect(space.includes(next, example) && !space.includes(old, example)).toBe(true);
        expect(causes.length).toBeGreaterThan(0);
        expect(causes.some((cause) => withoutEffect.added.includes(cause))).toBe(false);
        expect(causes.some((cause) => space.includes(space.of(create.slice(cause, cause + 1)), example))).toBe(true);
      }
      for (const { example, causes } of closes) {
        lines++;
        expect(space.includes(old, example) && !space.includes(next, example)).toBe(true);
        expect(causes.length).toBeGreaterThan(0);
        expect(causes.some((cause) => withoutEffect.removed.includes(cause))).toBe(false);
        const ruleOfCause = (cause: number): Rule[] => remove.slice(cause, cause + 1).map(({ rule }) => rule);
        expect(causes.some((cause) => space.includes(space.of(ruleOfCause(cause)), example))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
  expect(lines).toBeGreaterThan(300);
});

it("a plan tells it for groups that change, and for no others", async () => {
  const { cloud, plan } = memoryTarget();
  cloud.seed({ name: "stays", rules: [tcp(1)] });
  cloud.seed({ name: "changes", rules: [tcp(1)] });
  const absent = { ensure: "absent", name: "never was" } as const;
  const made = await plan([
    present("stays", { rules: [tcp(1)] }),
    present("changes", { rules: [tcp(5)] }),
    present("new", { rules: [tcp(1)] }),
    absent,
  ]);
  expect(
    made.targets[0]?.groups.map(({ key, traffic }) => [key, traffic && [traffic.opens.length, traffic.closes.length]]),
  ).toEqual([
    ["stays", undefined],
    ["changes", [1, 1]],
    ["new", [1, 0]],
    ["never was", undefined],
  ]);
  expect(JSON.parse(JSON.stringify(made))).toMatchObject({ targets: [{ groups: [{}, { traffic: {} }, {}, {}] }] });
});
