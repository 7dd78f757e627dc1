import { expect, it } from "vitest";
import type { RuleWrite } from "../../../src/plan/order/rule-writes.ts";
import { packWaves } from "../../../src/plan/order/search-rule-writes.ts";
import { describeRuleWaves, problemOf } from "./describe-rule-writes.ts";

const create = (added: number): RuleWrite => ({ kind: "create", added });
const update = (removed: number, added: number): RuleWrite => ({ kind: "update", removed, added });
const remove = (removed: number): RuleWrite => ({ kind: "delete", removed });

/** Rules as `problemOf` reads them. */
interface Case {
  readonly old: readonly string[];
  readonly coming: readonly string[];
  /** How many rules more each group may hold. */
  readonly room: readonly number[];
  readonly writes: readonly RuleWrite[];
  readonly waves: readonly string[];
}

it.each<[string, Case]>([
  ["no writes are no waves", { old: [], coming: [], room: [1], writes: [], waves: [] }],
  [
    "what nothing hangs on goes at once, in each group as much as it has room for",
    {
      old: ["ay", "by"],
      coming: ["ay", "by", "by"],
      room: [1, 2],
      writes: [create(0), create(1), create(2), remove(0), remove(1)],
      waves: ["create 0, create 1, create 2, delete 0, delete 1"],
    },
  ],
  [
    "what goes makes room for the next wave, in its own group",
    {
      old: ["ay", "by", "by"],
      coming: ["az", "bz", "bz"],
      room: [1, 0],
      writes: [create(0), remove(1), remove(2), create(1), create(2), remove(0)],
      waves: ["create 0, delete 1, delete 2", "create 1, create 2, delete 0"],
    },
  ],
  [
    "what is updated makes no room",
    {
      old: ["ax", "az"],
      coming: ["ax", "ay"],
      room: [0],
      writes: [update(0, 0), remove(1), create(1)],
      waves: ["update 0 to 0, delete 1", "create 1"],
    },
  ],
  [
    "what has come covers from the next wave on",
    {
      old: ["ax 0", "ax 1"],
      coming: ["ay", "ax 01"],
      room: [2],
      writes: [create(0), create(1), remove(0), remove(1)],
      waves: ["create 0, create 1", "delete 0, delete 1"],
    },
  ],
  [
    "and so does what others have become",
    {
      old: ["ax", "ax 0", "ax 1"],
      coming: ["ax 01"],
      room: [0],
      writes: [update(0, 0), remove(1), remove(2)],
      waves: ["update 0 to 0", "delete 1, delete 2"],
    },
  ],
])("packing: %s", (_, { old, coming, room, writes, waves }) => {
  expect(describeRuleWaves(packWaves(writes, problemOf(old, coming, ...room)))).toEqual(waves);
});
