import { describe, expect, it } from "vitest";
import { diffGroup, type GroupFieldsChange, type ObservedGroup, type PresentGroup } from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { observedGroup } from "../support/changes.ts";
import { present } from "../support/memory-target.ts";

const ssh = ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: 22, to: 22 }, ipVersion: "IPv4" });
const web = ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: 80, to: 80 }, ipVersion: "IPv4" });

const observed: ObservedGroup = { ...observedGroup("web", [ssh]), description: "old", tags: { team: "edge" } };

describe("the fields of a group", () => {
  it.each<[string, Partial<PresentGroup>, GroupFieldsChange | undefined]>([
    ["nothing that the document names differs", {}, undefined],
    ["all that it names is as it stands", { description: "old", tags: { team: "edge" } }, undefined],
    ["its name", { name: "www" }, { name: "www" }],
    ["its description", { description: "new" }, { description: "new" }],
    ["its description goes", { description: "" }, { description: "" }],
    ["its tags", { tags: { team: "core" } }, { tags: { team: "core" } }],
    ["its last tag goes", { tags: {} }, { tags: null }],
  ])("change where they differ: %s", (_, desired, wanted) => {
    const { fields } = diffGroup(observed, present("web", { rules: [ssh], ...desired }));
    expect(fields).toEqual(wanted);
  });

  it("are not changed by a tag that the provider has set to the wanted value, but by one with another", () => {
    const owned = { ...observed, tags: {}, readOnlyTags: { zone: "lux" } };
    expect(diffGroup(owned, present("web", { rules: [ssh], tags: { zone: "lux" } })).fields).toBeUndefined();
    expect(diffGroup(owned, present("web", { rules: [ssh], tags: { zone: "fra" } })).fields).toEqual({
      tags: { zone: "fra" },
    });
  });
});

describe("rules that the document does not list", () => {
  it.each([
    ["remove", { removed: ["web 0"], unlisted: [] }],
    ["fail", { removed: ["web 0"], unlisted: [] }],
    ["keep", { removed: [], unlisted: ["web 0"] }],
  ] as const)("are told as it says: %s", (unlistedRules, wanted) => {
    const { remove, unlisted, create } = diffGroup(observed, present("web", { rules: [web], unlistedRules }));
    expect({ removed: remove.map(({ id }) => id), unlisted: unlisted.map(({ id }) => id) }).toEqual(wanted);
    expect(create).toEqual([web]);
  });
});
