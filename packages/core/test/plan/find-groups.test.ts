import { describe, expect, it } from "vitest";
import type { DesiredGroup, ListedGroup, SecurityGroupError } from "../../src/index.ts";
import { findGroup } from "../../src/plan/find-groups.ts";
import { matchGroups } from "../../src/plan/match-groups.ts";
import { observedGroup } from "../support/changes.ts";
import { idOf } from "../support/group-plans.ts";
import { present } from "../support/memory-target.ts";

const listed = (id: string, name: string): ListedGroup => ({
  rules: "listed",
  group: { ...observedGroup(name, []), id: idOf(id) },
});
const web = listed("1", "web");
const app = listed("2", "app");
const twin = listed("3", "app");
const target: readonly ListedGroup[] = [web, app, twin];

describe("a group of a document is", () => {
  it.each<[string, DesiredGroup, ListedGroup | undefined]>([
    ["the one of its name", present("web"), web],
    ["the one of its id, whatever it is called", present("site", { id: idOf("1") }), web],
    ["the one of its id, also where several have its name", present("app", { id: idOf("3") }), twin],
    ["the one of its id, not the one of its name", present("web", { id: idOf("2") }), app],
    ["nowhere by its name", present("Web"), undefined],
    ["nowhere by its id, and is not to be", { ensure: "absent", name: "web", id: idOf("9") }, undefined],
  ])("%s", (_, desired, wanted) => {
    expect(findGroup(desired, target)).toBe(wanted);
  });
});

/** What is wrong with the entries of a document. */
function problems(...groups: readonly DesiredGroup[]): readonly SecurityGroupError[] {
  const errors: SecurityGroupError[] = [];
  const requests = groups.map((desired, index) => ({ key: `entry ${index + 1}`, desired }));
  const found = matchGroups(requests, target, errors);
  expect(found.size + errors.length).toBe(groups.length);
  return errors;
}

describe("what is wrong is told with the entry, its field and what to do:", () => {
  it.each<[string, readonly DesiredGroup[], object]>([
    [
      "an id that is nowhere",
      [present("web", { id: idOf("9") })],
      {
        code: "not-found",
        message: "no group has the id id of 9",
        hint: expect.stringContaining("id"),
        place: { group: "entry 1", field: "id" },
      },
    ],
    [
      "several of one name",
      [present("web"), present("app")],
      {
        code: "ambiguous-group",
        message: '2 groups are named "app": id of 2, id of 3',
        hint: expect.stringContaining("`id`"),
        place: { group: "entry 2", field: "name" },
      },
    ],
    [
      "several of one name of which none is to be",
      [{ ensure: "absent", name: "app" }],
      { code: "ambiguous-group", place: { group: "entry 1", field: "name" } },
    ],
    [
      "two entries for one group",
      [present("web"), present("site", { id: idOf("1") })],
      {
        code: "ambiguous-group",
        message: '"entry 2" and "entry 1" both mean the group web (id of 1)',
        hint: expect.stringContaining("entries"),
        place: { group: "entry 2" },
      },
    ],
  ])("%s", (_, groups, wanted) => {
    expect(problems(...groups)).toMatchObject([wanted]);
  });

  it("all at once", () => {
    expect(problems(present("app"), present("a", { id: idOf("9") }), present("web"))).toMatchObject([
      { code: "ambiguous-group" },
      { code: "not-found" },
    ]);
  });
});
