import { describe, expect, it } from "vitest";
import { calm, fakeGcore, inOrder, json, rejection, type SeenRequest } from "./fake-gcore.ts";
import { wireGroup, wireRule } from "./wire.ts";

const path = "/cloud/v1/securitygroups/1234/76";
const groups = (ids: readonly string[]): unknown[] => ids.map((id) => wireGroup({ id, name: `group ${id}` }));
const page = (count: number, ids: readonly string[]) => (): Response => json({ count, results: groups(ids) });
const offsets = (requests: readonly SeenRequest[]): unknown[] => requests.map(({ query }) => query["offset"]);

async function list(
  answers: readonly (() => Response)[],
): Promise<{ ids: string[]; requests: readonly SeenRequest[] }> {
  const { adapter, requests } = fakeGcore(inOrder(...answers));
  const listed = await adapter.listGroups(calm);
  return { ids: listed.map(({ group }) => group.id), requests };
}

async function failure(
  answer: Parameters<typeof fakeGcore>[0],
): Promise<{ error: unknown; requests: readonly SeenRequest[] }> {
  const { adapter, requests } = fakeGcore(answer);
  return { error: await rejection(adapter.listGroups(calm)), requests };
}

describe("the list of groups", () => {
  it("is one request where one page holds all", async () => {
    const { ids: found, requests } = await list([page(2, ["a", "b"])]);
    expect(found).toEqual(["a", "b"]);
    expect(requests).toMatchObject([{ method: "GET", path, query: { limit: "1000", offset: "0" } }]);
  });

  it("may be empty", async () => {
    expect((await list([page(0, [])])).ids).toEqual([]);
  });

  it("is read on until the count is reached, however short the pages", async () => {
    const { ids: found, requests } = await list([page(5, ["a", "b"]), page(5, ["c"]), page(5, ["d", "e"])]);
    expect(found).toEqual(["a", "b", "c", "d", "e"]);
    expect(offsets(requests)).toEqual(["0", "2", "3"]);
  });

  it("holds groups with their rules, and marks those that come without", async () => {
    const { adapter } = fakeGcore(() =>
      json({
        count: 3,
        results: [
          wireGroup({ id: "a", security_group_rules: [wireRule({ id: "r" })] }),
          wireGroup({ id: "b", security_group_rules: undefined }),
          wireGroup({ id: "c", security_group_rules: null }),
        ],
      }),
    );
    expect(await adapter.listGroups(calm)).toMatchObject([
      { rules: "listed", group: { id: "a", rules: [{ id: "r" }], unreadable: [] } },
      { rules: "not-listed", group: { id: "b" } },
      { rules: "not-listed", group: { id: "c" } },
    ]);
  });

  it("is read again when a group goes between two pages, because the shift hides another", async () => {
    // a, b, c, d; then a goes, so that the second page begins behind c.
    const { ids: found, requests } = await list([
      page(4, ["a", "b"]),
      page(3, ["d"]),
      page(3, ["b", "c"]),
      page(3, ["d"]),
    ]);
    expect(found).toEqual(["b", "c", "d"]);
    expect(offsets(requests)).toEqual(["0", "2", "0", "2"]);
  });

  it("is read again when a group comes between two pages, because the shift shows another twice", async () => {
    // One goes and one comes: only the repeated b tells.
    const { ids: found } = await list([page(3, ["a", "b"]), page(3, ["b"]), page(3, ["new", "a"]), page(3, ["b"])]);
    expect(found).toEqual(["new", "a", "b"]);
  });

  it("is given up when it never holds still", async () => {
    let count = 2;
    const { error, requests } = await failure(() => json({ count: ++count, results: groups(["a"]) }));
    expect(error).toMatchObject({ code: "unexpected-response", retryable: true });
    expect(requests).toHaveLength(6);
  });

  it("is given up when the offset has no effect", async () => {
    const { error, requests } = await failure(page(2, ["a"]));
    expect(error).toMatchObject({ code: "unexpected-response", retryable: true });
    expect(requests).toHaveLength(6);
  });

  it("is never less than its count", async () => {
    const { error, requests } = await failure(inOrder(page(3, ["a", "b"]), page(3, [])));
    expect(error).toMatchObject({
      code: "unexpected-response",
      message: expect.stringContaining("3 security groups, but its pages hold 2"),
    });
    expect(requests).toHaveLength(2);
  });

  it("is not believed when it holds more than its count", async () => {
    expect((await failure(page(1, ["a", "b"]))).error).toMatchObject({ code: "unexpected-response" });
  });

  it.each([
    ["count", { results: [] }],
    ["count", { count: "0", results: [] }],
    ["count", { count: -1, results: [] }],
    ["count", { count: 0.5, results: [] }],
    ["results", { count: 0 }],
    ["results[0].id", { count: 1, results: [{}] }],
  ])("without a proper %s is refused", async (field, body) => {
    expect((await failure(() => json(body))).error).toMatchObject({ code: "unexpected-response", place: { field } });
  });

  it("fails as a whole when one page fails", async () => {
    const { error } = await failure(
      inOrder(page(3, ["a", "b"]), () => json({ exception_class: "X", message: "", request_id: "r" }, 500)),
    );
    expect(error).toMatchObject({ code: "unavailable" });
  });
});
