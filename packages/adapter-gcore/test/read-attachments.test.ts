import type { GroupId } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { calm, fakeGcore, inOrder, json, rejection } from "./fake-gcore.ts";
import { groupId } from "./wire.ts";

const id = groupId as GroupId;
const instance = (name: string): unknown => ({
  id: `id-${name}`,
  name,
  status: "ACTIVE",
  security_groups: [{ name: "web" }],
});
const page =
  (count: number, ...names: readonly string[]) =>
  (): Response =>
    json({ count, results: names.map(instance) });

describe("what uses a group", () => {
  it("is its instances, by name", async () => {
    const { adapter, requests } = fakeGcore(page(2, "front", "back"));
    expect(await adapter.readAttachments(id, calm)).toEqual([
      { kind: "instance", id: "id-front", name: "front" },
      { kind: "instance", id: "id-back", name: "back" },
    ]);
    expect(requests).toMatchObject([
      { method: "GET", path: `/cloud/v1/securitygroups/1234/76/${groupId}/instances`, query: {} },
    ]);
  });

  it("may be nothing", async () => {
    expect(await fakeGcore(page(0)).adapter.readAttachments(id, calm)).toEqual([]);
  });

  it("may have no name", async () => {
    const { adapter } = fakeGcore(() => json({ count: 1, results: [{ id: "i", name: null }] }));
    expect(await adapter.readAttachments(id, calm)).toEqual([{ kind: "instance", id: "i", name: undefined }]);
  });

  it("is read on when an answer holds less than its count", async () => {
    const { adapter, requests } = fakeGcore(inOrder(page(3, "a", "b"), page(3, "c")));
    expect(await adapter.readAttachments(id, calm)).toHaveLength(3);
    expect(requests.map(({ query }) => query)).toEqual([{}, { offset: "2" }]);
  });

  it("is never less than its count", async () => {
    const { adapter } = fakeGcore(inOrder(page(3, "a", "b"), page(3)));
    expect(await rejection(adapter.readAttachments(id, calm))).toMatchObject({ code: "unexpected-response" });
  });
});
