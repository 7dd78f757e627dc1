import { describe, expect, it } from "vitest";
import type { GroupChanges, Step } from "../../src/index.ts";
import { isStepOf } from "../../src/plan/is-step-of.ts";
import { creationOf, deletionOf, updateOf } from "../support/changes.ts";
import { idOf } from "../support/group-plans.ts";
import { tcp } from "../support/describe-waves.ts";

const create = (name: string): Step => ({ kind: "create-group", name, rules: [] });
const write = (group: { readonly id?: ReturnType<typeof idOf>; readonly name: string }): Step => ({
  kind: "create-rule",
  group,
  rule: tcp(1),
});

describe("a step writes a group", () => {
  it.each<[string, Step, GroupChanges, boolean]>([
    ["that it creates", create("web"), creationOf("web", []), true],
    ["that another step creates", create("app"), creationOf("web", []), false],
    ["new and known by its name", write({ name: "web" }), creationOf("web", []), true],
    ["new and of another name", write({ name: "app" }), creationOf("web", []), false],
    ["that stands, of the name of a new one", write({ id: idOf("web"), name: "web" }), creationOf("web", []), false],
    ["that stands", write({ id: idOf("web"), name: "web" }), updateOf("web", [], []), true],
    ["that stands, whatever it is called", write({ id: idOf("web"), name: "old" }), updateOf("web", [], []), true],
    ["of the same name and another id", write({ id: idOf("app"), name: "web" }), updateOf("web", [], []), false],
    ["new, of the name of one that stands", write({ name: "web" }), updateOf("web", [], []), false],
    ["that it creates, of the name of one that stands", create("web"), updateOf("web", [], []), false],
    ["that is to go", { kind: "delete-group", group: { id: idOf("web"), name: "web" } }, deletionOf("web", []), true],
  ])("%s", (_, step, changes, wanted) => {
    expect(isStepOf(step, changes)).toBe(wanted);
  });
});
