import { describe, expect, test } from "vitest";
import { errorOf } from "./support/error-of.ts";
import { adapterOf, datacenter, fakeCloud, json, requestId, signal, type FakeCloud } from "./support/fake-cloud.ts";

const groupsUrl = `https://api.ionos.com/cloudapi/v6/datacenters/${datacenter}/securitygroups`;
const request = (url: unknown, status: unknown = "QUEUED", id = requestId): object => ({
  id,
  metadata: { createdDate: "2026-01-01T12:00:00Z", requestStatus: { metadata: { status } } },
  properties: { url },
});
const cloudWith = (queued: readonly object[], running: readonly object[] = []): FakeCloud =>
  fakeCloud(json({ items: queued }), json({ items: running }));
const list = (cloud: FakeCloud) => adapterOf(cloud).listOperations(signal);

test("those that wait are asked for first, then those that run, so that none slips through", async () => {
  const cloud = cloudWith([], []);
  expect(await list(cloud)).toEqual([]);
  const page = { depth: "2", offset: "0", limit: "1000", pretty: "false" };
  expect(cloud.sent.map(({ method, path, query }) => ({ method, path, query }))).toEqual(
    ["QUEUED", "RUNNING"].map((status) => ({
      method: "GET",
      path: "/cloudapi/v6/requests",
      query: { "filter.status": status, ...page },
    })),
  );
});

test("a request of anybody is told with its group, when it began, and as something to wait for", async () => {
  const [operation] = await list(cloudWith([], [request(`${groupsUrl}/g1`, "RUNNING")]));
  expect(operation).toEqual({
    cloud: "ionos",
    handles: [`request:${requestId}`],
    groupId: "g1",
    startedAt: Date.UTC(2026, 0, 1, 12),
  });
  const [state] = operation
    ? await adapterOf(fakeCloud(json({ metadata: { status: "DONE" } }))).readOperations([operation], signal)
    : [];
  expect(state).toEqual({ status: "succeeded", groupId: "g1" });
});

test("one that began to run in between is told once", async () => {
  expect(await list(cloudWith([request(`${groupsUrl}/g1`)], [request(`${groupsUrl}/g1`, "RUNNING")]))).toHaveLength(1);
});

test("all pages are read", async () => {
  const [one, other] = [request(groupsUrl), request(groupsUrl, "QUEUED", "another")];
  const cloud = fakeCloud(json({ items: [one], _links: { next: "x" } }), json({ items: [other] }), json({ items: [] }));
  expect(await list(cloud)).toHaveLength(2);
});

describe("the request's URL tells what it is about", () => {
  const about = { groupId: undefined, ruleId: undefined };
  test.each<[url: unknown, wanted: object | undefined]>([
    [groupsUrl, about],
    [`${groupsUrl}/g1`, { groupId: "g1" }],
    [`${groupsUrl}/g1/`, { groupId: "g1" }],
    [`${groupsUrl}/g1?depth=3&x=/g2`, { groupId: "g1" }],
    [`${groupsUrl}/g1/rules`, { groupId: "g1", ruleId: undefined }],
    [`${groupsUrl}/g1/rules/r1`, { groupId: "g1", ruleId: "r1" }],
    [`/cloudapi/v6/datacenters/${datacenter}/securitygroups/g1`, { groupId: "g1" }],
    [`/datacenters/${datacenter}/securitygroups/g1`, { groupId: "g1" }],
    [`${groupsUrl.toUpperCase()}/g1`, { groupId: "g1" }],
    [`${groupsUrl}/a%2Fb%3Fc`, { groupId: "a/b?c" }],
    // Understood by nobody, but it mentions both.
    [`${groupsUrl}/..`, about],
    [`${groupsUrl}/%2e%2e`, about],
    [`${groupsUrl}/g1/../g2`, about],
    [`${groupsUrl}/g1/nics`, about],
    [`${groupsUrl}//g1`, about],
    [`${groupsUrl}/%`, about],
    [`https://evil.example/x/datacenters/${datacenter}/securitygroups/g1`, about],
    [`https://api.ionos.com/cloudapi/v6/datacenters/${datacenter}/servers/s1/securitygroups`, about],
    [`https://api.ionos.com/cloudapi/v6/datacenters/other/../${datacenter}/securitygroups/g1`, about],
    [encodeURIComponent(`${groupsUrl}/g1`), about],
    [`securitygroups of ${datacenter}`, about],
    // Told by nobody.
    [null, about],
    [undefined, about],
    ["", about],
    // About something else.
    ["https://api.ionos.com/cloudapi/v6/datacenters/other/securitygroups/g1", undefined],
    [`https://api.ionos.com/cloudapi/v6/datacenters/${datacenter}/servers/s1`, undefined],
    [`https://api.ionos.com/cloudapi/v6/datacenters/${datacenter}`, undefined],
    ["https://api.ionos.com/cloudapi/v6/datacenters/%/securitygroups", undefined],
  ])("%s", async (url, wanted) => {
    const operations = await list(cloudWith([request(url)]));
    expect(operations).toHaveLength(wanted ? 1 : 0);
    if (wanted) expect(operations[0]).toMatchObject(wanted);
  });
});

test.each([undefined, null, "PAUSED"])(
  "a request that is listed as waiting with status %j is under way",
  async (status) => {
    expect(await list(cloudWith([request(groupsUrl, status)]))).toHaveLength(1);
  },
);

describe("where the list of requests cannot be had, the groups' states tell", () => {
  const group = (id: string, state: unknown, rules?: unknown): object => ({
    id,
    metadata: { state },
    entities: { rules: { items: rules } },
  });
  const groups = [
    group("g1", "AVAILABLE", [{ id: "r1", metadata: { state: "AVAILABLE" } }, { id: "r2" }]),
    group("g2", "BUSY", [{ id: "r1", metadata: { state: "BUSY" } }]),
    group("g3", "ACTIVE", [
      { id: "r1", metadata: { state: "BUSY" } },
      { id: "r2", metadata: { state: "UPDATING" } },
    ]),
    group("g4", "SOMETHING_NEW"),
    group("g5", "INACTIVE"),
    group("g6", "FAILED"),
  ];
  const date = "Thu, 01 Jan 2026 12:00:00 GMT";
  const busy = [
    [`group:${datacenter}/g2`],
    [`rule:${datacenter}/g3/r1`, `rule:${datacenter}/g3/r2`],
    [`group:${datacenter}/g4`],
  ];

  test.each([402, 403, 404, 405, 422])("because of %i, and for good", async (status) => {
    const cloud = fakeCloud(json({}, status), () => json({ items: groups }, 200, { Date: date }));
    const adapter = adapterOf(cloud);
    const operations = await adapter.listOperations(signal);
    expect(operations.map(({ handles }) => handles)).toEqual(busy);
    expect(operations[0]).toMatchObject({ cloud: "ionos", groupId: "g2", startedAt: Date.parse(date) });
    expect(await adapter.listOperations(signal)).toHaveLength(3);
    expect(cloud.sent.map(({ path }) => path.split("/").at(-1))).toEqual([
      "requests",
      "securitygroups",
      "securitygroups",
    ]);
    expect(cloud.sent[1]).toMatchObject({ query: { depth: "3" } });
  });

  test.each(["DONE", "FAILED"])("because it does not heed the filter: it shows what is %s", async (status) => {
    const cloud = fakeCloud(
      json({ items: [request(groupsUrl, status)], _links: { next: "x" } }),
      json({ items: groups }),
    );
    expect((await list(cloud)).map(({ handles }) => handles)).toEqual(busy);
    expect(cloud.sent).toHaveLength(2);
  });

  test("and a group without a state is an error, not a quiet one", async () => {
    const cloud = fakeCloud(json({}, 403), json({ items: [{ id: "g1", properties: { name: "web" } }] }));
    expect(await errorOf(() => list(cloud))).toMatchObject({ code: "unexpected-response" });
  });
});

describe("a failed read is an error, never quiet", () => {
  const failures: readonly (readonly [string, () => Response | Promise<Response>, string])[] = [
    ["401", () => json({}, 401), "unauthorized"],
    ["429", () => json({}, 429), "rate-limited"],
    ["503", () => json({}, 503), "unavailable"],
    ["no answer", () => Promise.reject(new TypeError("fetch failed")), "unreachable"],
    ["an empty body", () => new Response(null), "unexpected-response"],
    ["a truncated body", () => new Response('{"items":['), "unexpected-response"],
    ["no items", () => json({}), "unexpected-response"],
  ];
  test.each(failures)("%s to the list of requests", async (_, reply, code) => {
    expect(await errorOf(() => list(fakeCloud(reply)))).toMatchObject({ code });
    expect(await errorOf(() => list(fakeCloud(json({ items: [] }), reply)))).toMatchObject({ code });
  });
  test.each(failures)("%s to the list of groups", async (_, reply, code) => {
    expect(await errorOf(() => list(fakeCloud(json({}, 403), reply)))).toMatchObject({ code });
  });
});
