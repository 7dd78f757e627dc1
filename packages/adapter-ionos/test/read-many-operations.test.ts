import { createAccount, type Adapter, type GroupId, type Operation } from "@secgroup/core";
import { describe, expect, test } from "vitest";
import { errorOf } from "./support/error-of.ts";
import {
  adapterOf,
  datacenter,
  fakeCloud,
  json,
  signal,
  withoutRequests,
  type FakeCloud,
  type SentRequest,
} from "./support/fake-cloud.ts";

const groupId = "g1" as GroupId;
const startedAt = Date.UTC(2026, 0, 1, 12);
const uuid = (last: number): string => `0c9e1f5e-1111-4222-8333-${String(last).padStart(12, "0")}`;
const request = (id: number, began: number | undefined = startedAt): Operation => {
  return { cloud: "ionos", handles: [`request:${uuid(id)}`], groupId, startedAt: began };
};
const requests = (count: number): readonly Operation[] => Array.from({ length: count }, (_, id) => request(id));
const resource = (handle: string): Operation => ({ cloud: "ionos", handles: [handle] });
const listPath = "/cloudapi/v6/requests";
const listed = (id: number, status: string, message?: string): object => ({
  id: uuid(id),
  type: "request",
  metadata: { createdDate: "2026-01-01T12:00:00Z", requestStatus: { metadata: { status, message } } },
  properties: { method: "POST", url: "https://api.ionos.com/cloudapi/v6/datacenters" },
});

/** The cloud with these requests in its list, in this order; a request that is not in it can still be asked for alone. */
const cloudOf = (items: readonly object[], single: (id: number) => Response = () => json({}, 404)): FakeCloud =>
  fakeCloud(({ path, query }) => {
    if (path !== listPath) return single(Number(path.split("/").at(-2)?.slice(-12)));
    const [offset, limit] = [Number(query["offset"]), Number(query["limit"])];
    const next = offset + limit < items.length ? { next: "https://api.ionos.com/next" } : {};
    return json({ items: items.slice(offset, offset + limit), offset, limit, _links: next });
  });
const statusesOf = async (adapter: Adapter, operations: readonly Operation[]): Promise<readonly string[]> =>
  (await adapter.readOperations(operations, signal)).map(({ status }) => status);
const paths = ({ sent }: FakeCloud): readonly string[] => sent.map(({ path }) => path);

test("none take no read", async () => {
  const cloud = fakeCloud();
  expect(await adapterOf(cloud).readOperations([], signal)).toEqual([]);
  expect(cloud.sent).toEqual([]);
});

describe("several requests take one read of the list", () => {
  test("and are answered in their order, whatever that of the list", async () => {
    const items = [listed(9, "QUEUED"), listed(0, "DONE"), listed(1, "FAILED", "sorry"), listed(2, "RUNNING")];
    for (const order of [items, items.toReversed()]) {
      const cloud = cloudOf(order);
      expect(
        await adapterOf(cloud).readOperations(
          [2, 1, 0].map((id) => request(id)),
          signal,
        ),
      ).toEqual([{ status: "running" }, { status: "failed", message: "sorry" }, { status: "succeeded", groupId }]);
      expect(cloud.sent.map(({ method, path, query }) => ({ method, path, query }))).toEqual([
        {
          method: "GET",
          path: listPath,
          query: {
            depth: "2",
            "filter.createdAfter": "2026-01-01 11:55:00",
            offset: "0",
            limit: "1000",
            pretty: "false",
          },
        },
      ]);
    }
  });

  test("that begins before the oldest of them", async () => {
    const cloud = cloudOf([listed(0, "DONE"), listed(1, "DONE")]);
    await adapterOf(cloud).readOperations([request(0), request(1, startedAt - 3_600_000)], signal);
    expect(cloud.sent[0]?.query["filter.createdAfter"]).toBe("2026-01-01 10:55:00");
  });

  test.each([undefined, Number.NaN, -1, 1e300, 8.64e15])(
    "that begins an hour ago for one that began at %s",
    async (began) => {
      const now = (): number => startedAt + 86_400_000;
      const cloud = cloudOf([listed(0, "DONE"), listed(1, "DONE")]);
      const account = { ...createAccount(), clock: { now, sleep: () => Promise.resolve() } };
      const operations = [request(0, startedAt + 86_000_000), { ...request(1), startedAt: began }];
      expect(await statusesOf(adapterOf(cloud, { account }), operations)).toEqual(["succeeded", "succeeded"]);
      expect(cloud.sent[0]?.query["filter.createdAfter"]).toBe("2026-01-02 10:55:00");
    },
  );

  test("with the same handle in two operations", async () => {
    const cloud = cloudOf([], () => json({ metadata: { status: "DONE" } }));
    expect(await statusesOf(adapterOf(cloud), [request(0), request(0)])).toEqual(["succeeded", "succeeded"]);
    expect(paths(cloud)).toEqual([`${listPath}/${uuid(0)}/status`]);
  });

  test.each([
    ["newest", 0],
    ["oldest", 2],
  ] as const)("page after page with the %s first, until all are found", async (_, pages) => {
    const others = Array.from({ length: 2_500 }, (_, id) => listed(100 + id, "DONE"));
    const own = [listed(0, "DONE"), listed(1, "RUNNING")];
    const cloud = cloudOf(pages === 0 ? [...own, ...others] : [...others, ...own]);
    expect(await statusesOf(adapterOf(cloud), requests(2))).toEqual(["succeeded", "running"]);
    expect(cloud.sent.map(({ query }) => query["offset"])).toEqual(["0", "1000", "2000"].slice(0, pages + 1));
  });

  test("but not for ever, when the list shows all that was ever asked", async () => {
    const cloud = cloudOf(Array.from({ length: 50_000 }, (_, id) => listed(100 + id, "DONE")));
    expect(await statusesOf(adapterOf(cloud), requests(2))).toEqual(["running", "running"]);
    expect(paths(cloud).filter((path) => path === listPath)).toHaveLength(5);
  });
});

describe("what the list does not show is asked for alone", () => {
  const single = (id: number): Response => json({ metadata: { status: id % 2 ? "DONE" : "RUNNING" } });

  test.each<[given: string, item: object]>([
    ["not there", listed(99, "DONE")],
    ["there without a status", { id: uuid(1) }],
    [
      "there with nulls",
      { id: uuid(1), metadata: { requestStatus: { metadata: { status: null } } }, properties: null },
    ],
  ])("%s", async (_, item) => {
    const cloud = cloudOf([listed(0, "QUEUED"), item], single);
    expect(await statusesOf(adapterOf(cloud), requests(2))).toEqual(["queued", "succeeded"]);
    expect(paths(cloud)).toEqual([listPath, `${listPath}/${uuid(1)}/status`]);
  });

  test("a few in each call, and all of them in turn", async () => {
    const cloud = cloudOf([], single);
    const adapter = adapterOf(cloud);
    const asked = new Set<string>();
    for (const _ of [1, 2, 3]) {
      const before = cloud.sent.length;
      await adapter.readOperations(requests(20), signal);
      const sent = paths(cloud).slice(before);
      expect(sent.length).toBeLessThanOrEqual(9);
      for (const path of sent) if (path !== listPath) asked.add(path);
    }
    expect(asked.size).toBe(20);
  });

  test("four at once, and none any more after one has failed", async () => {
    let underWay = 0;
    let most = 0;
    const cloud = fakeCloud(async ({ path }) => {
      if (path === listPath) return json({ items: [] });
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay--;
      return path.includes(uuid(0)) ? json({}, 401) : json({ metadata: { status: "DONE" } });
    });
    expect(await errorOf(() => adapterOf(cloud).readOperations(requests(20), signal))).toMatchObject({
      code: "unauthorized",
    });
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(most).toBe(4);
    expect(cloud.sent.length).toBeLessThan(8);
  });
});

describe("a list that cannot be had", () => {
  const single = (): Response => json({ metadata: { status: "RUNNING" } });
  const refusing = (answer: (request: SentRequest) => Response): FakeCloud =>
    fakeCloud((sent) => (sent.path === listPath ? answer(sent) : single()));

  test.each([400, 402, 403, 404, 405, 422])("because of %i is not asked for again", async (status) => {
    const cloud = refusing(() => json({}, status));
    const adapter = adapterOf(cloud);
    for (const _ of [1, 2]) expect(await statusesOf(adapter, requests(2))).toEqual(["running", "running"]);
    expect(paths(cloud).filter((path) => path === listPath)).toHaveLength(1);
    expect(cloud.sent).toHaveLength(5);
  });

  test.each([
    [401, "unauthorized"],
    [429, "rate-limited"],
    [500, "unavailable"],
    [503, "unavailable"],
  ])("because of %i is an error", async (status, code) => {
    const cloud = refusing(() => json({}, status));
    expect(await errorOf(() => adapterOf(cloud).readOperations(requests(2), signal))).toMatchObject({ code });
    expect(cloud.sent).toHaveLength(1);
  });

  test("because it is no list is asked for again at the next look", async () => {
    const answers = [new Response("<html>"), json({ items: [listed(0, "QUEUED"), listed(1, "QUEUED")] })];
    const cloud = refusing(() => answers.shift() ?? json({}, 500));
    const adapter = adapterOf(cloud);
    expect(await statusesOf(adapter, requests(2))).toEqual(["running", "running"]);
    expect(await statusesOf(adapter, requests(2))).toEqual(["queued", "queued"]);
    expect(cloud.sent).toHaveLength(4);
  });
});

test("a request that has ended is not looked at again while others are waited for, but its group is", async () => {
  const cloud = fakeCloud(({ path }) =>
    path === listPath
      ? json({ items: [listed(0, "DONE"), listed(1, "RUNNING"), listed(2, "RUNNING"), listed(3, "FAILED", "sorry")] })
      : json(path.includes("/requests/") ? { metadata: { status: "RUNNING" } } : state("AVAILABLE")),
  );
  const adapter = adapterOf(cloud);
  const operations = [...requests(4), resource("group:d/g1")];
  const wanted = ["succeeded", "running", "running", "failed", "succeeded"];
  for (const _ of [1, 2]) expect(await statusesOf(adapter, operations)).toEqual(wanted);
  expect(await statusesOf(adapter, operations.toSpliced(1, 1))).toEqual(wanted.toSpliced(1, 1));
  const [group, single] = [`${groupsPath("d")}/g1`, `${listPath}/${uuid(2)}/status`];
  // The list shows what has ended, so that it cannot tell whether anything concerns the group.
  expect(paths(cloud)).toEqual([listPath, group, listPath, listPath, group, listPath, single, group, listPath]);
  // What was not asked about in between is not remembered.
  await adapter.readOperations([resource("group:d/g1")], signal);
  expect(await statusesOf(adapter, [request(0)])).toEqual(["running"]);
});

describe("several handles of one operation", () => {
  test.each<[given: readonly string[], wanted: string]>([
    [["DONE", "DONE"], "succeeded"],
    [["DONE", "QUEUED"], "queued"],
    [["QUEUED", "RUNNING", "DONE"], "running"],
    [["RUNNING", "FAILED"], "failed"],
    [[], "succeeded"],
  ])("in %j make it %s", async (given, wanted) => {
    const handles = given.map((_, id) => `request:${uuid(id)}`);
    const cloud = cloudOf(given.map((status, id) => listed(id, status)));
    expect(await statusesOf(adapterOf(cloud), [{ cloud: "ionos", handles }])).toEqual([wanted]);
  });
});

const groupsPath = (id: string): string => `/cloudapi/v6/datacenters/${id}/securitygroups`;
const state = (word: string): object => ({ metadata: { state: word } });

describe("several groups and rules without a request", () => {
  test("of one group take one read of it", async () => {
    const items = [
      { id: "r1", ...state("AVAILABLE") },
      { id: "r2", ...state("BUSY") },
    ];
    const cloud = withoutRequests(fakeCloud(json({ id: "g1", ...state("BUSY"), entities: { rules: { items } } })));
    const handles = [
      "group:d/g1",
      "rule:d/g1/r1",
      "rule:d/g1/r2",
      "rule:d/g1/r3",
      "rule-absent:d/g1/r3",
      "rule-absent:d/g1/r1",
    ];
    expect(await statusesOf(adapterOf(cloud), handles.map(resource))).toEqual([
      "running",
      "succeeded",
      "running",
      "running",
      "succeeded",
      "running",
    ]);
    expect(cloud.sent).toMatchObject([{ path: `${groupsPath("d")}/g1`, query: { depth: "3", pretty: "false" } }]);
  });

  test("of a group that is gone are gone", async () => {
    const cloud = withoutRequests(fakeCloud(json({}, 404)));
    const handles = ["rule-absent:d/g1/r1", "group-absent:d/g1", "rule:d/g1/r2"];
    expect(await statusesOf(adapterOf(cloud), handles.map(resource))).toEqual(["succeeded", "succeeded", "running"]);
    expect(cloud.sent).toHaveLength(1);
  });

  test("of several groups take one read of the list in each datacenter", async () => {
    const cloud = withoutRequests(
      fakeCloud(({ path }) =>
        json({
          items: [
            { id: "g1", ...state(path.includes("/d1/") ? "AVAILABLE" : "BUSY") },
            { id: "g2", ...state("FAILED") },
          ],
        }),
      ),
    );
    const handles = ["group:d1/g1", "group:d2/g1", "group:d1/g2", "group-absent:d2/g3", "group:d1/g3"];
    expect(await statusesOf(adapterOf(cloud), handles.map(resource))).toEqual([
      "succeeded",
      "running",
      "failed",
      "succeeded",
      "running",
    ]);
    expect(cloud.sent.map(({ path, query }) => [path, query["depth"]])).toEqual([
      [groupsPath("d1"), "1"],
      [groupsPath("d2"), "1"],
    ]);
  });

  test("of several groups with rules take the list at the depth that tells rules", async () => {
    const items = [
      { id: "g1", ...state("AVAILABLE"), entities: { rules: { items: [{ id: "r1", ...state("BUSY") }] } } },
      { id: "g2", ...state("AVAILABLE"), entities: { rules: { items: [] } } },
    ];
    const cloud = withoutRequests(fakeCloud(json({ items })));
    const handles = ["rule:d/g1/r1", "rule-absent:d/g2/r1"];
    expect(await statusesOf(adapterOf(cloud), handles.map(resource))).toEqual(["running", "succeeded"]);
    expect(cloud.sent).toMatchObject([{ path: groupsPath("d"), query: { depth: "3" } }]);
  });

  test.each<[given: string, rules: unknown]>([
    ["rules without states", { items: [{ id: "r1" }] }],
    ["no rules", undefined],
    ["rules without items", { type: "collection" }],
    ["a part of the rules", { items: [{ id: "r9", ...state("BUSY") }], _links: { next: "x" } }],
  ])("that come with %s are asked for alone", async (_, rules) => {
    const cloud = withoutRequests(
      fakeCloud(json({ id: "g1", ...state("AVAILABLE"), entities: { rules } }), json(state("AVAILABLE"))),
    );
    expect(await statusesOf(adapterOf(cloud), ["group:d/g1", "rule:d/g1/r1"].map(resource))).toEqual([
      "succeeded",
      "succeeded",
    ]);
    expect(paths(cloud)).toEqual([`${groupsPath("d")}/g1`, `${groupsPath("d")}/g1/rules/r1`]);
  });

  test("that a part of the list does not show are not taken for gone", async () => {
    const cloud = withoutRequests(
      fakeCloud(json({ items: [{ id: "g1", ...state("BUSY") }], _links: { next: "x" } }), json(state("BUSY"))),
    );
    expect(await statusesOf(adapterOf(cloud), ["group:d/g1", "group-absent:d/g2"].map(resource))).toEqual([
      "running",
      "running",
    ]);
    expect(paths(cloud)).toEqual([groupsPath("d"), `${groupsPath("d")}/g2`]);
  });
});

test("requests and groups of any datacenter are answered together, one read for each kind", async () => {
  const cloud = fakeCloud(({ path }) =>
    path === listPath
      ? json({ items: [listed(0, "DONE"), listed(1, "QUEUED")] })
      : json({
          items: [
            { id: "g1", ...state("BUSY") },
            { id: "g2", ...state("AVAILABLE") },
          ],
        }),
  );
  const operations = [request(0), resource("group:other/g2"), request(1), resource("group:other/g1")];
  expect(await statusesOf(adapterOf(cloud, { datacenter }), operations)).toEqual([
    "succeeded",
    "succeeded",
    "queued",
    "running",
  ]);
  expect(paths(cloud).toSorted()).toEqual([groupsPath("other"), listPath, listPath]);
});
