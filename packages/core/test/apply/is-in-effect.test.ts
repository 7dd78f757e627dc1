import { describe, expect, it } from "vitest";
import { isInEffect } from "../../src/apply/is-in-effect.ts";
import { isPatched } from "../../src/apply/is-patched.ts";
import type { GroupId, ListedGroup, ObservedGroup, RuleId, Step, TagsPatch } from "../../src/index.ts";
import { draftOf } from "../../src/memory/draft-of.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { observedGroup } from "../support/changes.ts";

const allow = (port: number, description = "") =>
  ruleOf({ direction: "ingress", protocol: "tcp", ipVersion: "IPv4", ports: { from: port, to: port }, description });
const [ssh, web, dns] = [allow(22), allow(80), allow(53)];
const fromDatabase = ruleOf({ direction: "ingress", ipVersion: "IPv4", remoteGroupName: "database" });
const fromDatabaseId = ruleOf({ direction: "ingress", ipVersion: "IPv4", remoteGroup: "group-9" });

const webGroup: ObservedGroup = {
  ...observedGroup("web", [ssh, web]),
  description: "site",
  tags: { team: "edge" },
};
const { id } = webGroup;
const group = { id, name: "web" };
const [sshId, webId] = ["web 0" as RuleId, "web 1" as RuleId];

const listed = (one: ObservedGroup): ListedGroup => ({ rules: "listed", group: one });
const created = new Map([["database", "group-9" as GroupId]]);

/** Whether the group, with these parts of it otherwise, shows the step. */
const shows = (
  step: Step,
  parts: Partial<ObservedGroup> = {},
  ids: ReadonlyMap<string, GroupId> = new Map(),
): boolean => isInEffect(step, [listed(observedGroup("other", [dns])), listed({ ...webGroup, ...parts })], ids);

describe("a group that is made is there", () => {
  const step: Step = {
    kind: "create-group",
    name: "web",
    description: "site",
    tags: { team: "edge" },
    rules: [web, ssh],
  };

  it.each<[string, boolean, Step, Partial<ObservedGroup>]>([
    ["with its rules in any order", true, step, {}],
    ["with a rule less", false, { ...step, rules: [ssh] }, {}],
    ["with a rule more", false, { ...step, rules: [ssh, web, dns] }, {}],
    ["with another rule", false, { ...step, rules: [ssh, dns] }, {}],
    ["with another description of a rule", false, { ...step, rules: [ssh, allow(80, "site")] }, {}],
    ["with another description", false, step, { description: "" }],
    ["with any description when none is asked for", true, { ...step, description: undefined }, { description: "x" }],
    ["with other tags", false, step, { tags: {} }],
    ["with a tag more", true, step, { tags: { team: "edge", zone: "lux" } }],
    ["by another name", false, { ...step, name: "www" }, {}],
  ])("%s: %s", (_, wanted, made, parts) => {
    expect(shows(made, parts)).toBe(wanted);
  });

  it("where its id is known, by that and not by its name", () => {
    expect(shows(step, {}, new Map([["web", id]]))).toBe(true);
    expect(shows(step, {}, new Map([["web", "group-7" as GroupId]]))).toBe(false);
  });

  it("only once its rules are read", () => {
    expect(isInEffect(step, [{ rules: "not-listed", group: webGroup }], new Map())).toBe(false);
    expect(isInEffect(step, [], new Map())).toBe(false);
  });

  it("with the id of a group that its rules name", () => {
    const named: Step = { kind: "create-group", name: "web", rules: [fromDatabase] };
    const rules = [{ id: sshId, rule: fromDatabaseId, draft: draftOf(fromDatabaseId), providerOwned: false }];
    expect(shows(named, { rules }, created)).toBe(true);
    expect(shows(named, { rules })).toBe(false);
  });
});

describe("a step on a group is in effect", () => {
  it.each<[string, boolean, Step]>([
    ["a new rule that is there", true, { kind: "create-rule", group, rule: web }],
    ["a new rule that is not", false, { kind: "create-rule", group, rule: dns }],
    ["a new rule with another description", false, { kind: "create-rule", group, rule: allow(80, "site") }],
    ["a rule that has become another", true, { kind: "update-rule", group, ruleId: webId, from: dns, to: web }],
    ["a rule that has not", false, { kind: "update-rule", group, ruleId: webId, from: web, to: dns }],
    [
      "a rule that is there, under another id",
      false,
      { kind: "update-rule", group, ruleId: sshId, from: dns, to: web },
    ],
    ["a rule that is gone", true, { kind: "delete-rule", group, ruleId: "web 7" as RuleId }],
    ["a rule that is not gone", false, { kind: "delete-rule", group, ruleId: webId }],
    ["a group that is not gone", false, { kind: "delete-group", group }],
    ["a group that is gone", true, { kind: "delete-group", group: { id: "group-7" as GroupId, name: "web" } }],
    ["a rule of a group that is gone", false, { kind: "delete-rule", group: { name: "gone" }, ruleId: webId }],
    ["a group by its name", true, { kind: "create-rule", group: { name: "web" }, rule: web }],
    ["no change of fields", true, { kind: "update-group", group }],
    ["the name", true, { kind: "update-group", group, fields: { name: "web" } }],
    ["another name", false, { kind: "update-group", group, fields: { name: "www" } }],
    ["another description", false, { kind: "update-group", group, fields: { description: "new" } }],
    ["another tag", false, { kind: "update-group", group, fields: { tags: { team: "core" } } }],
    ["a set that is there", true, { kind: "update-group", group, rules: { keep: [draftOf(ssh)], add: [web] } }],
    [
      "a set that is kept whole",
      true,
      { kind: "update-group", group, rules: { keep: [draftOf(web), draftOf(ssh)], add: [] } },
    ],
    ["a set with too much", false, { kind: "update-group", group, rules: { keep: [draftOf(ssh)], add: [] } }],
    ["a set with too little", false, { kind: "update-group", group, rules: { keep: [draftOf(ssh)], add: [web, dns] } }],
    [
      "a set, but not the name",
      false,
      { kind: "update-group", group, fields: { name: "www" }, rules: { keep: [draftOf(ssh)], add: [web] } },
    ],
  ])("%s: %s", (_, wanted, step) => {
    expect(shows(step)).toBe(wanted);
  });

  it("on a group that the plan itself made, found by the id that it was given", () => {
    const step: Step = { kind: "create-rule", group: { name: "made" }, rule: web };
    expect(shows(step, {}, new Map([["made", id]]))).toBe(true);
  });

  it("with the id of a group that a rule names", () => {
    const rules = [{ id: sshId, rule: fromDatabaseId, draft: draftOf(fromDatabaseId), providerOwned: false }];
    expect(shows({ kind: "create-rule", group, rule: fromDatabase }, { rules }, created)).toBe(true);
    expect(shows({ kind: "update-rule", group, ruleId: sshId, from: web, to: fromDatabase }, { rules }, created)).toBe(
      true,
    );
    expect(shows({ kind: "create-rule", group, rule: fromDatabase }, { rules })).toBe(false);
  });
});

it.each<[TagsPatch | null | undefined, boolean]>([
  [undefined, true],
  [{}, true],
  [{ a: "1" }, true],
  [{ a: "2" }, false],
  [{ c: "1" }, false],
  [{ a: "1", b: null }, false],
  [{ a: "1", c: null }, true],
  [null, false],
])("tags a=1 and b=2 show the patch %j: %s", (patch, wanted) => {
  expect(isPatched({ a: "1", b: "2" }, patch)).toBe(wanted);
});

it("no tags show that all were taken off", () => {
  expect(isPatched({}, null)).toBe(true);
});
