import { expect, it } from "vitest";
import {
  SecurityGroupError,
  readJournal,
  type JournalEntry,
  type Operation,
  type TargetPlan,
} from "../../src/index.ts";

const plan = (target: string, groups: TargetPlan["groups"] = []): TargetPlan => ({
  target,
  cloud: "memory",
  location: {},
  groups,
  waves: [],
  unproved: [],
});
const group = { key: "web", name: "web", base: "0".repeat(64), action: "stay-absent" } as const;
const operation = (handle: string): Operation => ({ cloud: "memory", handles: [handle] });
const write = { kind: "delete-group", group: { name: "x" } } as const;

const begun: JournalEntry = {
  kind: "begun",
  format: "secgroup-journal/1",
  at: 1,
  plan: {
    format: "secgroup-plan/1",
    targets: [plan("a", [group]), plan("b"), plan("unread", [group]), plan("unnamed")],
  },
  before: [
    { target: "a", groups: [{ key: "web", group: null }] },
    { target: "b", groups: [] },
    { target: "unread", groups: [] },
  ],
};

it("a journal tells of each target by itself, and leaves out those that could not be read", () => {
  const record = readJournal([
    begun,
    { kind: "sending", at: 2, target: "a", step: 0, write },
    { kind: "accepted", at: 3, target: "a", step: 0, operation: operation("one") },
    { kind: "sending", at: 4, target: "a", step: 1, write },
    { kind: "accepted", at: 5, target: "a", step: 1, operation: operation("two") },
    { kind: "ended", at: 6, target: "a", step: 0, status: "done" },
    { kind: "target-ended", at: 7, target: "b", converged: true },
  ]);
  expect(record).toMatchObject({ isEnded: false, lastAt: 7 });
  expect(record.targets).toMatchObject([
    { plan: { target: "a" }, sent: 2, open: [operation("two")], isUnsettled: true, converged: undefined },
    { plan: { target: "b" }, sent: 0, open: [], isUnsettled: false, converged: true },
  ]);
  expect(record.targets[0]?.before).toEqual(new Map([["web", undefined]]));
});

it("what was planned again, or sent, after an end is not at its end", () => {
  const ended: JournalEntry = { kind: "target-ended", at: 2, target: "b", converged: false };
  const again: JournalEntry = { kind: "planned-again", at: 3, target: "b", waves: [] };
  const converged = (...entries: JournalEntry[]) => readJournal([begun, ...entries]).targets[1]?.converged;
  expect(converged(ended)).toBe(false);
  expect(converged(ended, again)).toBeUndefined();
  expect(converged(ended, { kind: "sending", at: 3, target: "b", step: 0, write })).toBeUndefined();
  expect(readJournal([begun, ended, { kind: "ended-all", at: 4 }])).toMatchObject({ isEnded: true, lastAt: 4 });
  expect(readJournal([begun])).toMatchObject({ isEnded: false, lastAt: 1 });
});

it.each<readonly JournalEntry[]>([[], [{ kind: "ended-all", at: 1 }]])(
  "a journal that does not say at its begin what was to be done is refused, with what to do: %j",
  (...entries) => {
    let refused: unknown;
    try {
      readJournal(entries);
    } catch (error) {
      refused = error;
    }
    expect(SecurityGroupError.is(refused)).toBe(true);
    expect(refused).toMatchObject({ code: "journal-unusable", hint: expect.stringContaining("new plan") });
  },
);
