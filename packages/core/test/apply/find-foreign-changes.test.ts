import { describe, expect, it } from "vitest";
import type { GroupPlan, ListedGroup, ObservedGroup, Rule, RuleId } from "../../src/index.ts";
import { findForeignChanges } from "../../src/apply/find-foreign-changes.ts";
import { keepJournal } from "../../src/apply/keep-journal.ts";
import { asPlanned } from "../../src/apply/manner.ts";
import type { TargetRun } from "../../src/apply/target-run.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { observedGroup } from "../support/changes.ts";
import { memoryTarget } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const tcp = (port: number): Rule =>
  ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: port, to: port }, remote: "10.0.0.0/8" });
const [kept, gone, added, strange] = [tcp(1), tcp(2), tcp(3), tcp(4)];
const base = "0".repeat(64);
const before: ObservedGroup = { ...observedGroup("web", [kept, gone]), description: "d", tags: { a: "1" } };
const { id } = before;
const planned = ({ rules }: ObservedGroup, rule: Rule) =>
  rules.flatMap((one) => (one.rule === rule ? [{ id: one.id, rule }] : []));

const update: GroupPlan = {
  key: "web",
  name: "www",
  base,
  action: "update",
  id,
  previousName: "web",
  fields: { name: "www", description: "e", tags: { b: "2" } },
  added: [added],
  removed: planned(before, gone),
  relabelled: [],
  relabelsLeft: [],
  kept: planned(before, kept),
  unlistedKept: [],
  unlistedRules: "remove",
};

function look(group: GroupPlan, was: ObservedGroup | undefined, now: readonly ObservedGroup[]): readonly string[] {
  const { adapter } = memoryTarget();
  const run: TargetRun = {
    plan: { target: "here", cloud: "memory", location: {}, groups: [group], waves: [], unproved: [] },
    adapter,
    options: { adapters: new Map(), clock: virtualClock(), signal: new AbortController().signal },
    journal: keepJournal(undefined),
    before: new Map([[group.key, was]]),
    created: new Map(),
    manner: asPlanned(),
    sent: 0,
  };
  return findForeignChanges(
    run,
    now.map((one): ListedGroup => ({ rules: "listed", group: one })),
  );
}

const withRules = (...rules: readonly Rule[]): ObservedGroup => ({
  ...before,
  rules: observedGroup("web", rules).rules,
});

describe("a group that is changed", () => {
  it.each<[string, ObservedGroup]>([
    ["as it was", before],
    ["with what is to come", withRules(kept, gone, added)],
    ["without what is to go", withRules(kept)],
    ["with its new name", { ...before, name: "www" }],
    ["with its new description", { ...before, description: "e" }],
    ["with its new tags", { ...before, tags: { a: "1", b: "2" } }],
  ])("may be %s", (_, now) => {
    expect(look(update, before, [now])).toEqual([]);
  });

  it.each<[string, ObservedGroup, string]>([
    ["without what stays", withRules(gone), "lost the rule ingress tcp/1 from 10.0.0.0/8 (IPv4)"],
    ["with what nobody planned", withRules(kept, strange), "gained the rule ingress tcp/4 from 10.0.0.0/8 (IPv4)"],
    [
      "with what is to come twice",
      withRules(kept, added, added),
      "gained the rule ingress tcp/3 from 10.0.0.0/8 (IPv4) once more",
    ],
    ["with what is to go twice", withRules(kept, gone, gone), "gained the rule ingress tcp/2 from 10.0.0.0/8 (IPv4)"],
    ["with another name", { ...before, name: "x" }, 'has the name "x"'],
    ["with another description", { ...before, description: "x" }, 'has the description "x"'],
    ["without a tag that stays", { ...before, tags: {} }, "has other tags"],
    ["with a tag of another value", { ...before, tags: { a: "1", b: "3" } }, "has other tags"],
    [
      "with a rule that cannot be understood",
      { ...before, unreadable: [{ id: "r" as RuleId, reason: "?" }] },
      "holds a rule that cannot be understood (r)",
    ],
  ])("is not %s by the plan's own doing", (_, now, what) => {
    expect(look(update, before, [now])).toEqual([`the group www ${what}`]);
  });

  it("is gone by somebody else's", () => {
    expect(look(update, before, [])).toEqual(["the group www is gone"]);
  });
});

describe("a group that goes", () => {
  const removal: GroupPlan = { key: "web", name: "web", base, action: "delete", id, removed: [] };
  it("may be there, be gone, or lose its rules first; it gains none", () => {
    expect(look(removal, before, [before])).toEqual([]);
    expect(look(removal, before, [])).toEqual([]);
    expect(look(removal, before, [withRules()])).toEqual([]);
    expect(look(removal, before, [withRules(kept, gone, strange)])).toHaveLength(1);
  });
});

describe("a group that was not there", () => {
  const creation: GroupPlan = { key: "web", name: "web", base, action: "create", added: [added] };
  it("may come, with rules of the cloud's own, which are removed like any that nobody listed", () => {
    expect(look(creation, undefined, [])).toEqual([]);
    expect(look(creation, undefined, [{ ...withRules(added), description: "", tags: {} }])).toEqual([]);
    expect(look(creation, undefined, [{ ...withRules(added, strange), description: "", tags: {} }])).toEqual([]);
  });

  it("comes only once", () => {
    const twice = [withRules(added), { ...withRules(added), id: "other" as typeof id }];
    expect(look(creation, undefined, twice)).toEqual([`the group web was made more than once (${id}, other)`]);
  });

  it("and is to stay away was made by somebody else", () => {
    const absence: GroupPlan = { key: "web", name: "web", base, action: "stay-absent" };
    expect(look(absence, undefined, [])).toEqual([]);
    expect(look(absence, undefined, [before])).toEqual(["the group web was made"]);
  });
});
