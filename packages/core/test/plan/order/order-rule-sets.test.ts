import { expect, it } from "vitest";
import type { Rule } from "../../../src/index.ts";
import { memoryCapabilities } from "../../../src/memory/index.ts";
import type { OrderContext } from "../../../src/plan/order/order-steps.ts";
import { orderSafely } from "../../../src/plan/order/order-safely.ts";
import { proveWaves } from "../../../src/plan/prove/prove-waves.ts";
import { updateOf } from "../../support/changes.ts";
import { describeWavesOfGroups, narrow, tcp } from "../../support/describe-waves.ts";

/** Groups in their order, each as the ports before and after, such as `1 2 -> 2 3n`; `3n` is port 3 from the narrow network. */
interface Case {
  readonly limit?: number;
  readonly groups: Readonly<Record<string, string>>;
  readonly waves: readonly (readonly string[])[];
  /** Groups that interrupt what another should have opened, and the other. */
  readonly unproved?: readonly string[];
}

function readRules(text = ""): readonly Rule[] {
  return text
    .split(" ")
    .filter(Boolean)
    .map((word) => (word.endsWith("n") ? narrow : tcp)(Number.parseInt(word)));
}

it.each<readonly [string, Case]>([
  [
    "of a circle the group opens first that takes no write more for it",
    {
      groups: { a: "1 -> 2", b: "2 3 -> 1 3n" },
      waves: [["b: keep 2 3, add 1 3 narrow"], ["a: add 2"], ["b: add 1 3 narrow"]],
    },
  ],
  [
    "and the one that has room for it before one that takes more writes near its limit",
    {
      limit: 4,
      groups: { a: "2 5 6 -> 1 7 8", b: "1 3 -> 2 3n" },
      waves: [["b: keep 1 3, add 2 3 narrow"], ["a: add 1"], ["a: add 1 7 8"], ["b: add 2 3 narrow"]],
    },
  ],
  [
    "a group that waits for a circle is no part of it, and takes no write more",
    {
      groups: { c: "7 -> 8", a: "1 -> 2 7", b: "2 -> 1" },
      waves: [["a: keep 1, add 2 7"], ["c: add 8", "b: add 1"], ["a: add 2 7"]],
    },
  ],
  [
    "a group that a circle waits for goes before it, and takes no write more",
    {
      groups: { c: "9 -> 5", a: "1 5 -> 2", b: "2 -> 1" },
      waves: [["c: add 5", "a: keep 1 5, add 2"], ["b: add 1"], ["a: add 2"]],
    },
  ],
  [
    "near its limit a group first opens what others of the circle wait for",
    {
      limit: 3,
      groups: { a: "1 8 9 -> 2 8 7", b: "2 5 -> 6 1" },
      waves: [["b: keep 2 5, add 1"], ["a: keep 8"], ["a: keep 8, add 2 7"], ["b: add 1"], ["b: add 6 1"]],
    },
  ],
  [
    "all that any of the others waits for",
    {
      limit: 3,
      groups: { a: "1 11 12 -> 2 13 14", b: "2 -> 6 1 4", c: "4 21 22 -> 2 23 24" },
      waves: [
        ["b: keep 2, add 1 4"],
        ["a: keep nothing", "c: keep nothing"],
        ["a: add 2 13 14", "c: add 2 23 24"],
        ["b: add 1 4"],
        ["b: add 6 1 4"],
      ],
    },
  ],
  [
    "in a circle of full groups one closes too early, and the others wait for each other",
    {
      limit: 1,
      groups: { a: "1 -> 2", b: "3 -> 1", c: "2 -> 3" },
      waves: [["a: keep nothing"], ["a: add 2"], ["c: keep nothing"], ["c: add 3"], ["b: keep nothing"], ["b: add 1"]],
      unproved: ["a to b"],
    },
  ],
])("%s", (_, { limit = 100, groups, waves, unproved = [] }) => {
  const changes = Object.entries(groups).map(([name, text]) => {
    const [before, after] = text.split("->");
    return updateOf(name, readRules(before), readRules(after));
  });
  const context: OrderContext = {
    capabilities: { ...memoryCapabilities, writeGranularity: "rule-set" },
    limits: { rulesPerGroup: limit },
  };
  const ordered = orderSafely(changes, context);
  expect(describeWavesOfGroups({ waves: ordered.map((wave) => [...wave]) }, [])).toEqual(waves);
  const problems = proveWaves(changes, ordered, context).map((step) =>
    step.reason === "interrupts" ? `${step.group} to ${step.handedOverTo}` : step.reason,
  );
  expect(problems).toEqual(unproved);
});
