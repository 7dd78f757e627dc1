import { describe, expect, it } from "vitest";
import type { DesiredGroup, GroupPlan, Rule, RuleId, Tags } from "../../src/index.ts";
import { expectedGroup, tagsAfter } from "../../src/apply/expected-group.ts";
import { observedGroup } from "../support/changes.ts";
import { tcp } from "../support/describe-waves.ts";
import { absencePlan, creationPlan, deletionPlan, idOf, updatePlan } from "../support/group-plans.ts";

const fromNew: Rule = { ...tcp(5432), remote: { kind: "named-group", name: "new" } };
const standing = (rule: Rule) => ({ id: `rule ${rule.protocol}` as RuleId, rule });
const created = new Map([["new", idOf("new")]]);
const before = { ...observedGroup("web", []), tags: { a: "1" } };

describe("after a plan a group is expected", () => {
  it.each<[string, GroupPlan, DesiredGroup]>([
    ["gone that is deleted", deletionPlan("web"), { ensure: "absent", name: "web", id: idOf("web") }],
    ["away that stays away", absencePlan("web"), { ensure: "absent", name: "web", id: undefined }],
    [
      "with all that it is made with, under the id that it was given",
      creationPlan("new", { description: "d", tags: { b: "2" }, added: [tcp(80), fromNew] }),
      {
        ensure: "present",
        name: "new",
        id: idOf("new"),
        description: "d",
        tags: { b: "2" },
        rules: [tcp(80), { ...fromNew, remote: { kind: "group", id: idOf("new") } }],
        unlistedRules: "remove",
      },
    ],
    [
      "with what comes, what stays and what is described anew",
      updatePlan("web", {
        fields: { description: "d", tags: { b: "2" } },
        added: [tcp(1)],
        removed: [standing(tcp(2))],
        kept: [standing(tcp(3))],
        relabelsLeft: [{ ...standing({ ...tcp(4), description: "old" }), description: "new" }],
        unlistedKept: [standing(tcp(5))],
        relabelled: [{ ...standing({ ...tcp(6), description: "old" }), description: "new" }],
        unlistedRules: "keep",
      }),
      {
        ensure: "present",
        name: "web",
        id: idOf("web"),
        description: "d",
        tags: { a: "1", b: "2" },
        rules: [tcp(1), tcp(3), { ...tcp(4), description: "old" }, tcp(5), { ...tcp(6), description: "new" }],
        unlistedRules: "keep",
      },
    ],
    [
      "as it is that is kept",
      updatePlan("web", { action: "keep", kept: [standing(tcp(3))] }),
      {
        ensure: "present",
        name: "web",
        id: idOf("web"),
        description: undefined,
        tags: undefined,
        rules: [tcp(3)],
        unlistedRules: "remove",
      },
    ],
  ])("%s", (_, group, wanted) => {
    expect(expectedGroup(group, created, before)).toStrictEqual(wanted);
  });

  it("with the tags of the plan alone when nothing is known of it before", () => {
    const group = updatePlan("web", { fields: { tags: { b: "2" } } });
    expect(expectedGroup(group, new Map(), undefined)).toMatchObject({ tags: { b: "2" } });
  });
});

describe("the tags after a plan are", () => {
  it.each<[string, GroupPlan, Tags | undefined]>([
    ["those of a new group", creationPlan("web", { tags: { b: "2" } }), { b: "2" }],
    ["left to the cloud with a new group that has none", creationPlan("web"), undefined],
    ["left as they are when no field changes", updatePlan("web"), undefined],
    ["left as they are when other fields change", updatePlan("web", { fields: { description: "d" } }), undefined],
    ["more", updatePlan("web", { fields: { tags: { b: "2" } } }), { a: "1", c: "3", b: "2" }],
    ["others", updatePlan("web", { fields: { tags: { a: "2" } } }), { a: "2", c: "3" }],
    ["fewer", updatePlan("web", { fields: { tags: { a: null } } }), { c: "3" }],
    ["none", updatePlan("web", { fields: { tags: null } }), {}],
    ["nobody's business when the group goes", deletionPlan("web"), undefined],
  ])("%s", (_, group, wanted) => {
    expect(tagsAfter(group, { a: "1", c: "3" })).toStrictEqual(wanted);
  });
});
