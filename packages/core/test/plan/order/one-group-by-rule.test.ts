import { describe, it } from "vitest";
import { narrow, tcp, udp } from "../../support/describe-waves.ts";
import { atMost, expectWaves, inPlace, notInPlace, range, type Case } from "./expect-waves.ts";

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
