import { describe, expect, it } from "vitest";
import type { Capabilities, Rule } from "../../../src/index.ts";
import { describeWavesOfGroups, narrow, targetOf, tcp, udp } from "../../support/describe-waves.ts";
import { memoryTarget, present } from "../../support/memory-target.ts";
import { atMost, byRuleSet, from, inPlace, notInPlace } from "./expect-waves.ts";

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
