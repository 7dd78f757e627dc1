import { describe, expect, it } from "vitest";
import {
  describePacket,
  describeTrafficLine,
  proveWaves,
  type GroupChanges,
  type Rule,
  type RuleId,
  type Step,
  type Wave,
} from "../../src/index.ts";
import { draftOf } from "../../src/memory/draft-of.ts";
import { memoryCapabilities } from "../../src/memory/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { creationOf, deletionOf, observedGroup, updateOf } from "../support/changes.ts";
import { narrow, tcp } from "../support/describe-waves.ts";

const reference = (name: string) => ({ id: observedGroup(name, []).id, name });
const create = (rule: Rule, group = "web"): Step => ({ kind: "create-rule", group: reference(group), rule });
const remove = (position: number, group = "web"): Step => ({
  kind: "delete-rule",
  group: reference(group),
  ruleId: `${group} ${position}` as RuleId,
});
const update = (position: number, from: Rule, to: Rule, group = "web"): Step => ({
  kind: "update-rule",
  group: reference(group),
  ruleId: `${group} ${position}` as RuleId,
  from,
  to,
});
const set = (keep: readonly Rule[], add: readonly Rule[], group = "web"): Step => ({
  kind: "update-group",
  group: reference(group),
  rules: { keep: keep.map(draftOf), add },
});
/** The set of a new group b. */
const setNew = (keep: readonly Rule[], add: readonly Rule[]): Step => ({
  kind: "update-group",
  group: { name: "b" },
  rules: { keep: keep.map(draftOf), add },
});
const fieldsOfNew: Step = { kind: "update-group", group: { name: "b" }, fields: { description: "new" } };
const fields: Step = { kind: "update-group", group: reference("web"), fields: { description: "new" } };
const createGroup = (name: string, rules: readonly Rule[]): Step => ({ kind: "create-group", name, rules });

/** What cannot be proved, in words. */
function unproved(changes: readonly GroupChanges[], waves: readonly Wave[], rulesPerGroup = 100): readonly string[] {
  const context = { capabilities: memoryCapabilities, limits: { rulesPerGroup } };
  return proveWaves(changes, waves, context).map((found) => {
    const where = `${found.group}, wave ${found.wave}, step ${found.step}`;
    if (found.reason === "exceeds-limit") return `${where}: ${found.rules} rules of ${found.limit}`;
    const to = found.handedOverTo === undefined ? "" : ` on the way to ${found.handedOverTo}`;
    return `${where}: ${describePacket(found.packet)}${to}`;
  });
}

const narrowing = updateOf("web", [tcp(1), tcp(2)], [narrow(1), tcp(2)]);
const twoNarrowings = updateOf("web", [tcp(1), tcp(2)], [narrow(1), narrow(2)]);
const exchange = updateOf("web", [tcp(1)], [tcp(2)]);
const relabelled = { ...tcp(1), description: "ssh" };

describe("waves that interrupt nothing are proved", () => {
  it.each<[string, readonly GroupChanges[], readonly Wave[], limit?: number]>([
    ["no waves", [narrowing], []],
    ["no waves for what is handed over", [updateOf("a", [tcp(1)], []), updateOf("b", [], [tcp(1)])], []],
    ["create before delete", [narrowing], [[create(narrow(1))], [remove(0)]]],
    ["create before delete, filling the group up", [narrowing], [[create(narrow(1))], [remove(0)]], 3],
    ["an update of what nothing hangs on", [exchange], [[update(0, tcp(1), tcp(2))]], 1],
    ["create and delete at once where nothing stays", [exchange], [[remove(0), create(tcp(2))]]],
    ["a chain of updates", [twoNarrowings], [[create(narrow(1))], [update(0, tcp(1), narrow(2))], [remove(1)]], 3],
    [
      "a narrowing that a kept rule covers",
      [updateOf("web", [tcp(1, "0.0.0.0/0"), tcp(1)], [tcp(1, "0.0.0.0/0"), narrow(1)])],
      [[remove(1), create(narrow(1))]],
    ],
    [
      "two rules that cover each other, of which one goes",
      [updateOf("web", [tcp(1), narrow(1)], [tcp(1)])],
      [[remove(1)]],
    ],
    [
      "the union, then the target",
      [twoNarrowings],
      [[set([tcp(1), tcp(2)], [narrow(1), narrow(2)])], [set([], [narrow(1), narrow(2)])]],
      4,
    ],
    ["one set where nothing stays", [exchange], [[set([], [tcp(2)])]], 2],
    ["fields alone", [narrowing], [[fields], [create(narrow(1))], [remove(0)]]],
    ["a label in place", [updateOf("web", [tcp(1)], [relabelled], true)], [[update(0, tcp(1), relabelled)]], 1],
    [
      "a group that is over its limit and shrinks",
      [updateOf("web", [tcp(1), tcp(2), tcp(3)], [tcp(1), tcp(2)])],
      [[remove(2)]],
      1,
    ],
    [
      "an update in place in a group that is over its limit",
      [updateOf("web", [tcp(1), tcp(2), tcp(3)], [tcp(4), tcp(2), tcp(3)])],
      [[update(0, tcp(1), tcp(4))]],
      1,
    ],
    [
      "the deletion of a group",
      [deletionOf("web", [tcp(1)])],
      [[{ kind: "delete-group", group: reference("web") }]],
      0,
    ],
    ["a new group", [creationOf("web", [tcp(1)])], [[createGroup("web", [tcp(1)])]]],
    [
      "a rule that is handed over in time",
      [updateOf("a", [tcp(1)], []), updateOf("b", [], [tcp(1)])],
      [[create(tcp(1), "b")], [remove(0, "a")]],
    ],
    [
      "a rule that is handed over in time, while the other group gets more later",
      [updateOf("a", [tcp(1)], []), updateOf("b", [], [tcp(1), tcp(2)])],
      [[create(tcp(1), "b")], [remove(0, "a")], [create(tcp(2), "b")]],
    ],
    [
      "one of two rules for the same goes early, the other is handed over in time",
      [updateOf("a", [tcp(1), tcp(1, "10.0.0.0/9")], []), updateOf("b", [], [tcp(1)])],
      [[remove(1, "a")], [create(tcp(1), "b")], [remove(0, "a")]],
    ],
    [
      "a new group that holds what it takes over through all of its sets",
      [updateOf("a", [tcp(1)], []), creationOf("b", [tcp(1), tcp(2)])],
      [[createGroup("b", [tcp(1)])], [remove(0, "a"), setNew([tcp(1)], [tcp(2)])], [fieldsOfNew]],
    ],
    [
      "a new group that takes over in time",
      [updateOf("a", [tcp(1)], []), creationOf("b", [tcp(1)])],
      [[createGroup("b", [tcp(1)])], [remove(0, "a")]],
    ],
    [
      "a new group that gets the rule later, by a write of its own",
      [updateOf("a", [tcp(1)], []), creationOf("b", [tcp(1)])],
      [[createGroup("b", [])], [{ kind: "create-rule", group: { name: "b" }, rule: tcp(1) }], [remove(0, "a")]],
    ],
    [
      "a new group that gets the rule later, by a set",
      [updateOf("a", [tcp(1)], []), creationOf("b", [tcp(1)])],
      [[createGroup("b", [])], [setNew([], [tcp(1)])], [set([], [], "a")]],
    ],
    [
      "what one group closes while another that is to go held it too",
      [updateOf("a", [tcp(1)], []), deletionOf("b", [tcp(1)])],
      [[remove(0, "a")], [{ kind: "delete-group", group: reference("b") }]],
    ],
  ])("%s", (_, changes, waves, limit) => {
    expect(unproved(changes, waves, limit)).toEqual([]);
  });
});

describe("what may interrupt is named with group, wave, step and packet", () => {
  it.each<[string, readonly GroupChanges[], readonly Wave[], readonly string[], limit?: number]>([
    [
      "delete before create",
      [narrowing],
      [[remove(0)], [create(narrow(1))]],
      ["web, wave 0, step 0: tcp/1 from 10.1.0.0"],
    ],
    [
      "delete in a wave that does something else first",
      [narrowing],
      [[fields], [fields, remove(0)], [create(narrow(1))]],
      ["web, wave 1, step 1: tcp/1 from 10.1.0.0"],
    ],
    [
      "an update of what must stay",
      [narrowing],
      [[update(0, tcp(1), narrow(1))]],
      ["web, wave 0, step 0: tcp/1 from 10.1.0.0"],
    ],
    [
      "everything in one wave",
      [twoNarrowings],
      [[create(narrow(1)), remove(0), create(narrow(2)), remove(1)]],
      ["web, wave 0, step 1: tcp/1 from 10.1.0.0"],
    ],
    [
      "several waves",
      [twoNarrowings],
      [
        [create(narrow(1)), remove(0)],
        [create(narrow(2)), remove(1)],
      ],
      ["web, wave 0, step 1: tcp/1 from 10.1.0.0", "web, wave 1, step 1: tcp/2 from 10.1.0.0"],
    ],
    [
      "a rule that the plan itself has made and takes away",
      [updateOf("web", [tcp(1), tcp(2)], [tcp(1)])],
      [
        [update(0, tcp(1), tcp(1)), update(1, tcp(2), tcp(1))],
        [remove(0), remove(1)],
      ],
      ["web, wave 1, step 0: tcp/1 from 10.0.0.7"],
    ],
    [
      "a set that drops and adds",
      [narrowing],
      [[set([tcp(2)], [narrow(1)])]],
      ["web, wave 0, step 0: tcp/1 from 10.1.0.0"],
    ],
    [
      "a set that relabels",
      [updateOf("web", [tcp(1)], [relabelled], true)],
      [[set([], [relabelled])]],
      ["web, wave 0, step 0: tcp/1 from 10.0.0.7"],
    ],
    [
      "a step among others that take away what need not stay",
      [updateOf("web", [tcp(1), tcp(2)], [narrow(2)])],
      [[remove(0), remove(1)], [create(narrow(2))]],
      ["web, wave 0, step 1: tcp/2 from 10.1.0.0"],
    ],
    [
      "two rules of which each covers for the other",
      [updateOf("web", [tcp(1), tcp(1, "10.0.0.0/9")], [narrow(1)])],
      [[remove(0), remove(1)], [create(narrow(1))]],
      ["web, wave 0, step 0: tcp/1 from 10.1.0.0"],
    ],
    ["more rules than the limit", [narrowing], [[create(narrow(1))]], ["web, wave 0, step 0: 3 rules of 2"], 2],
    [
      "the last step that adds to too many",
      [updateOf("web", [tcp(1)], [tcp(2), tcp(3)])],
      [[create(tcp(2)), remove(0), create(tcp(3))]],
      ["web, wave 0, step 2: 3 rules of 2"],
      2,
    ],
    [
      "a set above the limit",
      [twoNarrowings],
      [[set([tcp(1), tcp(2)], [narrow(1), narrow(2)])], [set([], [narrow(1), narrow(2)])]],
      ["web, wave 0, step 0: 4 rules of 3"],
      3,
    ],
    [
      "a rule that is handed over too late",
      [updateOf("a", [tcp(1)], []), updateOf("b", [], [tcp(1)])],
      [[remove(0, "a")], [create(tcp(1), "b")]],
      ["a, wave 0, step 0: tcp/1 from 10.0.0.7 on the way to b"],
    ],
    [
      "a rule that is handed over in the same wave",
      [updateOf("a", [tcp(1)], []), updateOf("b", [], [narrow(1)])],
      [[create(narrow(1), "b"), remove(0, "a")]],
      ["a, wave 0, step 1: tcp/1 from 10.1.0.0 on the way to b"],
    ],
    [
      "sets that are handed over too late",
      [updateOf("a", [tcp(1)], []), updateOf("b", [], [tcp(1)])],
      [[set([], [], "a")], [set([], [tcp(1)], "b")]],
      ["a, wave 0, step 0: tcp/1 from 10.0.0.7 on the way to b"],
    ],
    [
      "an exchange of which one half comes too late",
      [updateOf("a", [tcp(1)], [tcp(2)]), updateOf("b", [tcp(2)], [tcp(1)])],
      [[update(0, tcp(1), tcp(2), "a")], [update(0, tcp(2), tcp(1), "b")]],
      ["a, wave 0, step 0: tcp/1 from 10.0.0.7 on the way to b"],
    ],
    [
      "a rule that is handed over and never comes",
      [updateOf("a", [tcp(1)], []), updateOf("b", [], [tcp(1)])],
      [[remove(0, "a")]],
      ["a, wave 0, step 0: tcp/1 from 10.0.0.7 on the way to b"],
    ],
    [
      "a rule that is handed over and gone again when it is needed",
      [updateOf("a", [tcp(1)], []), updateOf("b", [], [tcp(1)])],
      [[set([], [tcp(1)], "b")], [set([], [], "b"), remove(0, "a")], [set([], [tcp(1)], "b")]],
      ["a, wave 1, step 1: tcp/1 from 10.0.0.7 on the way to b"],
    ],
    [
      "a rule that is handed over in time and taken away again later",
      [updateOf("a", [tcp(1)], []), updateOf("b", [], [tcp(1)])],
      [[set([], [tcp(1)], "b")], [remove(0, "a")], [fields, set([], [], "b")], [set([], [tcp(1)], "b")]],
      ["b, wave 2, step 1: tcp/1 from 10.0.0.7 on the way to b"],
    ],
    [
      "a rule that is handed over in time and taken away for good",
      [updateOf("a", [tcp(1)], []), updateOf("b", [], [tcp(1)])],
      [[set([], [tcp(1)], "b")], [remove(0, "a")], [set([], [], "b")]],
      ["b, wave 2, step 0: tcp/1 from 10.0.0.7 on the way to b"],
    ],
    [
      "a rule that is handed over and never comes, while another one does",
      [updateOf("a", [tcp(1)], []), updateOf("b", [], [tcp(2), tcp(1)])],
      [[create(tcp(2), "b")], [remove(0, "a")], [fields]],
      ["a, wave 1, step 0: tcp/1 from 10.0.0.7 on the way to b"],
    ],
    [
      "a rule that an update hands over in time and that is deleted later",
      [updateOf("a", [tcp(1)], []), updateOf("b", [tcp(2)], [tcp(1)])],
      [[update(0, tcp(2), tcp(1), "b")], [remove(0, "a")], [remove(0, "b")], [create(tcp(1), "b")], [fields]],
      ["b, wave 2, step 0: tcp/1 from 10.0.0.7 on the way to b"],
    ],
    [
      "a new group that gets another rule early and this one too late",
      [updateOf("a", [tcp(1)], []), creationOf("b", [tcp(1), tcp(2)])],
      [
        [createGroup("b", [tcp(2)])],
        [remove(0, "a")],
        [{ kind: "create-rule", group: { name: "b" }, rule: tcp(1) }],
        [fields],
      ],
      ["a, wave 1, step 0: tcp/1 from 10.0.0.7 on the way to b"],
    ],
    [
      "a new group that another one comes before",
      [updateOf("a", [tcp(1)], []), creationOf("b", [tcp(1)]), creationOf("c", [tcp(1)])],
      [
        [createGroup("c", [tcp(1)]), createGroup("b", [])],
        [remove(0, "a")],
        [{ kind: "create-rule", group: { name: "b" }, rule: tcp(1) }],
      ],
      ["a, wave 1, step 0: tcp/1 from 10.0.0.7 on the way to b"],
    ],
    [
      "a new group that is never created",
      [updateOf("a", [tcp(1)], []), creationOf("b", [tcp(1)])],
      [[remove(0, "a")]],
      ["a, wave 0, step 0: tcp/1 from 10.0.0.7 on the way to b"],
    ],
    [
      "a new group whose next set leaves out what it takes over",
      [updateOf("a", [tcp(1)], []), creationOf("b", [tcp(1), tcp(2)])],
      [
        [createGroup("b", [tcp(1)])],
        [remove(0, "a")],
        [fieldsOfNew, setNew([], [tcp(2)])],
        [setNew([tcp(2)], [tcp(1)])],
        [fields],
      ],
      ["b, wave 2, step 1: tcp/1 from 10.0.0.7 on the way to b"],
    ],
    [
      "a new group whose set relabels what it takes over",
      [updateOf("a", [tcp(1)], []), creationOf("b", [relabelled])],
      [[createGroup("b", [tcp(1)])], [setNew([], [relabelled]), remove(0, "a")], [fields]],
      ["a, wave 1, step 1: tcp/1 from 10.0.0.7 on the way to b"],
    ],
    [
      "a new group that takes over in the same wave",
      [updateOf("a", [tcp(1)], []), creationOf("b", [tcp(1)])],
      [[createGroup("b", [tcp(1)]), remove(0, "a")]],
      ["a, wave 0, step 1: tcp/1 from 10.0.0.7 on the way to b"],
    ],
    [
      "a new group that gets the rule too late",
      [updateOf("a", [tcp(1)], []), creationOf("b", [tcp(1)])],
      [[createGroup("b", [])], [remove(0, "a")], [{ kind: "create-rule", group: { name: "b" }, rule: tcp(1) }]],
      ["a, wave 1, step 0: tcp/1 from 10.0.0.7 on the way to b"],
    ],
  ])("%s", (_, changes, waves, wanted, limit) => {
    expect(unproved(changes, waves, limit)).toEqual(wanted);
  });

  it("with all the traffic that is concerned, as lines", () => {
    const context = { capabilities: memoryCapabilities, limits: memoryCapabilities.limits };
    const [found] = proveWaves(
      [twoNarrowings],
      [
        [remove(0), remove(1)],
        [create(narrow(1)), create(narrow(2))],
      ],
      context,
    );
    expect(found?.reason === "interrupts" ? found.traffic.map((line) => describeTrafficLine(line)) : []).toEqual([
      "tcp/1-2 from 10.1.0.0/16",
    ]);
  });
});

describe("an ordering strategy with a defect is found out", () => {
  const foreign = ruleOf({ direction: "ingress", protocol: "udp", remote: "10.0.0.0/8" });

  it.each<[string, Wave]>([
    ["creates", [create(foreign)]],
    ["updates to", [update(0, tcp(1), foreign)]],
    ["adds to a set", [set([tcp(1), tcp(2)], [foreign])]],
    ["keeps in a set", [set([tcp(1), tcp(2), foreign], [])]],
  ])("when it %s a rule that the changes do not hold", (_, wave) => {
    expect(() => unproved([narrowing], [wave])).toThrow("a step writes a rule that the changes of web do not hold");
  });
});
