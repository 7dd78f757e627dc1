import { describe, expect, test } from "vitest";
import {
  adapterOf,
  datacenter,
  fakeCloud,
  groupAnswer,
  json,
  ruleAnswer,
  signal,
  type Reply,
} from "./support/fake-cloud.ts";
import { errorOf } from "./support/error-of.ts";

const path = `/cloudapi/v6/datacenters/${datacenter}/securitygroups`;
const collection = (items: unknown, paging: object = {}): object => ({ type: "collection", items, ...paging });
const list = (replies: readonly Reply[], options?: Parameters<typeof adapterOf>[1]) => {
  const cloud = fakeCloud(...replies);
  return { cloud, groups: adapterOf(cloud, options).listGroups(signal) };
};
const names = async (groups: ReturnType<typeof list>["groups"]): Promise<readonly string[]> =>
  (await groups).map(({ group }) => group.id);
const numbered = (from: number, count: number): unknown[] =>
  Array.from({ length: count }, (_, index) => groupAnswer(`g${from + index}`, "web", { items: [] }));

test("one read brings the groups with their rules", async () => {
  const rules = {
    items: [
      ruleAnswer("r1", { name: "ssh", portRangeStart: 22, portRangeEnd: 22 }),
      ruleAnswer("r2", { portRangeStart: 22 }),
    ],
  };
  const { cloud, groups } = list([json(collection([groupAnswer("g1", "web", rules)]))]);
  expect(await groups).toEqual([
    {
      rules: "listed",
      group: {
        id: "g1",
        name: "web",
        description: "",
        tags: {},
        readOnlyTags: {},
        rules: [
          expect.objectContaining({
            id: "r1",
            rule: expect.objectContaining({ ports: { from: 22, to: 22 }, description: "ssh" }) as unknown,
          }),
        ],
        unreadable: [{ id: "r2", reason: expect.stringContaining("ports.to") as string }],
      },
    },
  ]);
  expect(cloud.sent.map(({ method, path: sent, query }) => ({ method, path: sent, query }))).toEqual([
    { method: "GET", path, query: { depth: "3", limit: "1000", offset: "0", pretty: "false" } },
  ]);
});

test("egress rules are read as asked for", async () => {
  const rules = { items: [ruleAnswer("r1", { type: "EGRESS", sourceIp: "10.0.0.1" })] };
  const { groups } = list([json(collection([groupAnswer("g1", "web", rules)]))], { egressRemote: "sourceIp" });
  expect(await groups).toMatchObject([
    { group: { rules: [{ rule: { remote: { kind: "cidr", cidr: "10.0.0.1/32" } } }] } },
  ]);
});

describe("rules that the list does not tell whole are not taken for an empty set", () => {
  test.each<[given: string, rules: unknown, wanted: "listed" | "not-listed"]>([
    ["no rules at all at this depth", undefined, "not-listed"],
    ["a collection of null", null, "not-listed"],
    ["a collection without items", { id: "g1/rules", type: "collection" }, "not-listed"],
    ["items of null", { items: null }, "not-listed"],
    ["an empty collection", { items: [] }, "listed"],
    ["a rule without properties", { items: [ruleAnswer("r1", {}), { id: "r2", type: "firewall-rule" }] }, "not-listed"],
    ["a rule whose properties are null", { items: [{ id: "r2", properties: null }] }, "not-listed"],
    ["a collection that goes on", { items: [ruleAnswer("r1", {})], _links: { next: "https://x/" } }, "not-listed"],
    ["a collection that starts later", { items: [ruleAnswer("r1", {})], offset: 1 }, "not-listed"],
    ["a full page without links", { items: [ruleAnswer("r1", {})], limit: 1 }, "not-listed"],
    ["a page that is not full", { items: [ruleAnswer("r1", {})], offset: 0, limit: 2 }, "listed"],
    [
      "a full page whose links say it is the last",
      { items: [ruleAnswer("r1", {})], limit: 1, _links: { self: "https://x/" } },
      "listed",
    ],
  ])("%s", async (_, rules, wanted) => {
    const { groups } = list([json(collection([groupAnswer("g1", "web", rules)]))]);
    expect(await groups).toMatchObject([{ rules: wanted, group: { id: "g1" } }]);
  });
});

describe("all pages are read", () => {
  test("by the offset, never by the link's own address", async () => {
    const next = { _links: { self: "x", next: "https://elsewhere.example/steal" } };
    const { cloud, groups } = list([
      json(collection(numbered(0, 2), next)),
      json(collection(numbered(2, 1), { _links: { self: "x" } })),
    ]);
    expect(await names(groups)).toEqual(["g0", "g1", "g2"]);
    expect(cloud.sent.map(({ path: sent, query }) => [sent, query["offset"]])).toEqual([
      [path, "0"],
      [path, "2"],
    ]);
  });

  test("without links, as long as a page is full", async () => {
    const { cloud, groups } = list([json(collection(numbered(0, 1000))), json(collection([]))]);
    expect(await names(groups)).toHaveLength(1000);
    expect(cloud.sent).toHaveLength(2);
  });

  test("without links, by the limit that the cloud says it used", async () => {
    const limit = { limit: 2 };
    const { groups } = list([json(collection(numbered(0, 2), limit)), json(collection(numbered(2, 1), limit))]);
    expect(await names(groups)).toEqual(["g0", "g1", "g2"]);
  });

  test("and a group that is on two of them, because the list moved, comes once", async () => {
    const { groups } = list([
      json(collection(numbered(0, 2), { _links: { next: "x" } })),
      json(collection(numbered(1, 2), { _links: {} })),
    ]);
    expect(await names(groups)).toEqual(["g0", "g1", "g2"]);
  });

  test("and the failure of one fails the whole", async () => {
    const { groups } = list([json(collection(numbered(0, 2), { _links: { next: "x" } })), json({}, 503)]);
    expect(await errorOf(() => groups)).toMatchObject({ code: "unavailable" });
  });

  test("and a further page with nothing new ends in an error instead of going round", async () => {
    const { cloud, groups } = list([() => json(collection(numbered(0, 2), { _links: { next: "x" } }))]);
    expect(await errorOf(() => groups)).toMatchObject({ code: "unexpected-response" });
    expect(cloud.sent).toHaveLength(2);
  });
});

describe("an answer that lacks what is needed names the field", () => {
  test.each<[field: string, answer: unknown]>([
    ["items", {}],
    ["items[0].id", collection([{ properties: { name: "web" } }])],
    ["items[0].properties", collection([{ id: "g1", type: "security-group" }])],
    ["items[0].properties.name", collection([{ id: "g1", properties: {} }])],
    [
      "items[0].entities.rules.items[1].properties.protocol",
      collection([
        groupAnswer("g1", "web", { items: [ruleAnswer("r1", {}), ruleAnswer("r2", { protocol: undefined })] }),
      ]),
    ],
    [
      "items[0].entities.rules.items[0].properties.portRangeStart",
      collection([groupAnswer("g1", "web", { items: [ruleAnswer("r1", { portRangeStart: "22" })] })]),
    ],
    ["body", null],
  ])("%s", async (field, answer) => {
    const error = await errorOf(() => list([json(answer)]).groups);
    expect(error).toMatchObject({ code: "unexpected-response", retryable: false });
    expect(error.message).toContain(` ${field}:`);
  });
});

test("fields that nobody uses may hold anything", async () => {
  const group = {
    ...(groupAnswer("g1", "web", { items: [] }) as object),
    metadata: "?",
    type: 7,
    entities: { rules: { items: [] }, servers: 0 },
  };
  expect(await names(list([json(collection([group], { extra: true }))]).groups)).toEqual(["g1"]);
});
