import { expect, it } from "vitest";
import type { GroupChanges, Rule } from "../../../src/index.ts";
import { findHandovers } from "../../../src/plan/order/find-handovers.ts";
import { ruleOf } from "../../support/arbitrary-rule.ts";
import { creationOf, deletionOf, updateOf } from "../../support/changes.ts";
import { narrow, tcp } from "../../support/describe-waves.ts";

const below = (last: number): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: 1, to: last }, remote: "10.0.0.0/8" });
const update = (before: readonly Rule[], after: readonly Rule[]): GroupChanges => updateOf("web", before, after);
const handovers = (changes: readonly GroupChanges[]): number[][] => findHandovers(changes).map((set) => [...set]);

it.each<readonly [string, readonly GroupChanges[], readonly (readonly number[])[]]>([
  ["none", [], []],
  ["a single group", [update([tcp(1)], [tcp(2)])], [[]]],
  ["groups that have nothing to do with each other", [update([tcp(1)], [tcp(2)]), update([tcp(3)], [])], [[], []]],
  ["what one closes another opens", [update([tcp(1)], []), update([], [tcp(1)])], [[1], []]],
  ["a part of it", [update([tcp(1)], []), update([], [narrow(1)])], [[1], []]],
  ["what both open, or both close", [update([tcp(1)], [tcp(2)]), update([tcp(1)], [tcp(2)])], [[], []]],
  ["an exchange", [update([tcp(1)], [tcp(2)]), update([tcp(2)], [tcp(1)])], [[1], [0]]],
  [
    "several to one, and one to several",
    [update([tcp(1)], []), update([tcp(1), tcp(2)], []), update([], [tcp(1)]), update([], [tcp(2)])],
    [[2], [2, 3], [], []],
  ],
  ["a new group opens all its rules", [update([tcp(1)], []), creationOf("new", [tcp(1)])], [[1], []]],
  ["a group that goes hands nothing over", [deletionOf("old", [tcp(1)]), update([], [tcp(1)])], [[], []]],
  [
    "what the first goes on to allow by another rule is not handed over",
    [update([below(9), tcp(1)], [below(9)]), update([], [tcp(1)])],
    [[], []],
  ],
  [
    "what the second allowed before by another rule is not handed over",
    [update([tcp(1)], []), update([below(9)], [below(9), tcp(1)])],
    [[], []],
  ],
  [
    "what the first goes on to allow is told apart from what it closes",
    [update([below(9), tcp(1), tcp(10)], [below(9)]), update([], [tcp(1)]), update([], [tcp(10)])],
    [[2], [], []],
  ],
])("handovers: %s", (_, changes, wanted) => {
  expect(handovers(changes)).toEqual(wanted);
});

it("are told apart among many groups that change and hand nothing over", () => {
  const others = [...Array(50).keys()].map((index) => update([tcp(1000 + index)], [tcp(2000 + index)]));
  const changes = [
    ...others,
    update([below(9), tcp(1), tcp(10)], [below(9)]),
    update([], [tcp(1)]),
    update([], [tcp(10)]),
    update([tcp(11)], [tcp(12)]),
    update([tcp(13)], [tcp(11)]),
  ];
  expect(handovers(changes).slice(others.length)).toEqual([[52], [], [], [54], []]);
  expect(handovers(changes).slice(0, others.length).flat()).toEqual([]);
});

it("are not told apart where very many groups hand something over: each waits for all others that open anything", () => {
  const ring = [...Array(40).keys()].map((index) => update([tcp(index + 1)], [tcp(((index + 1) % 40) + 1)]));
  const changes = [...ring, update([tcp(1)], []), update([tcp(50)], [tcp(51)])];
  const openers = [...ring.keys(), 41];
  expect(handovers(changes)).toEqual([
    ...ring.map((_, index) => openers.filter((opener) => opener !== index)),
    openers,
    [],
  ]);
});
