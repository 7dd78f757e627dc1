import type { GroupId } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { calm, fakeGcore, json, rejection } from "./fake-gcore.ts";
import { groupId, wireGroup, wireRule } from "./wire.ts";

const id = groupId as GroupId;
const read = (body: unknown) => fakeGcore(() => json(body)).adapter.readGroup(id, calm);

describe("a group", () => {
  it("is read with its own fields, its tags told apart, its rules and what cannot be read", async () => {
    const answer = wireGroup({
      tags_v2: [
        { key: "team", value: "edge", read_only: false },
        { key: "__proto__", value: "odd", read_only: false },
        { key: "gcore", value: "managed", read_only: true },
      ],
      security_group_rules: [
        wireRule({ id: "r1" }),
        wireRule({ id: "r2", ethertype: null }),
        wireRule({ id: "r3", direction: "egress" }),
      ],
      something_new: { of: "the vendor" },
    });
    const group = await read(answer);
    expect(group).toMatchObject({
      id,
      name: "web",
      description: "Public web servers",
      readOnlyTags: { gcore: "managed" },
      rules: [{ id: "r1" }, { id: "r3" }],
      unreadable: [{ id: "r2" }],
    });
    expect(Object.entries(group.tags)).toEqual([
      ["team", "edge"],
      ["__proto__", "odd"],
    ]);
  });

  it.each([
    ["null", null],
    ["absent", undefined],
    ["empty", ""],
  ])("has the empty description when it is %s", async (_, description) => {
    expect(await read(wireGroup({ description }))).toMatchObject({ description: "" });
  });

  it("may have no rules", async () => {
    expect(await read(wireGroup())).toMatchObject({ rules: [], unreadable: [], tags: {}, readOnlyTags: {} });
  });

  it.each([undefined, null])("whose rules are %s is not taken for an empty one", async (rules) => {
    expect(await rejection(read(wireGroup({ security_group_rules: rules })))).toMatchObject({
      code: "unexpected-response",
      place: { field: "security_group_rules" },
    });
  });

  it("that is not there is `not-found`", async () => {
    const { adapter } = fakeGcore(() =>
      json({ exception_class: "NotFoundError", message: "no such group", request_id: "r" }, 404),
    );
    expect(await rejection(adapter.readGroup(id, calm))).toMatchObject({
      code: "not-found",
      vendor: { code: "NotFoundError" },
    });
  });
});
