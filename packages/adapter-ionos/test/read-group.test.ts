import type { GroupId } from "@secgroup/core";
import { expect, test } from "vitest";
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

const path = `/cloudapi/v6/datacenters/${datacenter}/securitygroups/g1`;
const read = (...replies: readonly Reply[]) => {
  const cloud = fakeCloud(...replies);
  return { cloud, group: adapterOf(cloud).readGroup("g1" as GroupId, signal) };
};

test("one read brings a group with its rules", async () => {
  const { cloud, group } = read(json(groupAnswer("g1", "web", { items: [ruleAnswer("r1", {})] })));
  expect(await group).toMatchObject({ id: "g1", name: "web", rules: [{ id: "r1" }], unreadable: [] });
  expect(cloud.sent).toMatchObject([{ method: "GET", path, query: { depth: "3", pretty: "false" } }]);
});

test("a description is read, and an absent one is empty", async () => {
  const properties = { name: "web", description: "Public web servers" };
  const described = { ...(groupAnswer("g1", "web", { items: [] }) as object), properties };
  expect(await read(json(described)).group).toMatchObject({ description: "Public web servers" });
  expect(await read(json(groupAnswer("g1", "web", { items: [] }))).group).toMatchObject({ description: "" });
});

test.each<[given: string, rules: unknown]>([
  ["no collection", undefined],
  ["a collection without items", { type: "collection" }],
  ["references only", { items: [{ id: "r1" }] }],
  ["a part of the items", { items: [ruleAnswer("r1", {})], _links: { next: "x" } }],
])("with %s the rules come from their own list, all pages", async (_, rules) => {
  const { cloud, group } = read(
    json(groupAnswer("g1", "web", rules)),
    json({ items: [ruleAnswer("r1", {}), ruleAnswer("r2", { protocol: "QUIC" })], _links: { next: "x" } }),
    json({ items: [ruleAnswer("r2", { protocol: "QUIC" }), ruleAnswer("r3", {})] }),
  );
  expect(await group).toMatchObject({ rules: [{ id: "r1" }, { id: "r3" }], unreadable: [{ id: "r2" }] });
  expect(cloud.sent.slice(1)).toMatchObject([
    { path: `${path}/rules`, query: { depth: "3", offset: "0", limit: "1000", pretty: "false" } },
    { path: `${path}/rules`, query: { offset: "2" } },
  ]);
});

test("rules that come without properties even then are an error, not an empty set", async () => {
  const { group } = read(json(groupAnswer("g1", "web")), json({ items: [{ id: "r1" }] }));
  const error = await errorOf(() => group);
  expect(error).toMatchObject({ code: "unexpected-response" });
  expect(error.message).toContain("items[0].properties");
});

test("a group that is not there is not-found", async () => {
  const messages = [{ errorCode: "309", message: "Resource does not exist" }];
  expect(await errorOf(() => read(json({ httpStatus: 404, messages }, 404)).group)).toMatchObject({
    code: "not-found",
    vendor: { code: "309" },
  });
});

test("a group that is deleted between its own read and that of its rules is not-found", async () => {
  const { group } = read(json(groupAnswer("g1", "web")), json({ httpStatus: 404, messages: [] }, 404));
  expect(await errorOf(() => group)).toMatchObject({ code: "not-found" });
});

test("an answer about another group is not taken for the one that was asked for", async () => {
  const error = await errorOf(() => read(json(groupAnswer("g2", "web", { items: [] }))).group);
  expect(error).toMatchObject({ code: "unexpected-response" });
  expect(error.message).toMatch(/g1.*g2/);
});

test("ids are told in whatever case", async () => {
  expect(await read(json(groupAnswer("G1", "web", { items: [] }))).group).toMatchObject({ id: "G1" });
});
