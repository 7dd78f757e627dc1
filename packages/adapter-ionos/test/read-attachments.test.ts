import type { GroupId } from "@secgroup/core";
import { describe, expect, test } from "vitest";
import { errorOf } from "./support/error-of.ts";
import { adapterOf, datacenter, fakeCloud, json, signal } from "./support/fake-cloud.ts";

const path = `/cloudapi/v6/datacenters/${datacenter}`;
const group = (servers: unknown, nics: unknown): unknown => ({
  id: "g1",
  properties: { name: "web" },
  entities: { servers, nics },
});
const read = (groupBody: unknown, datacenterProperties: object) => {
  const cloud = fakeCloud((request) =>
    json(request.path === path ? { id: datacenter, properties: datacenterProperties } : groupBody),
  );
  return { cloud, attachments: adapterOf(cloud).readAttachments("g1" as GroupId, signal) };
};
const none = { items: [] };

test("servers, interfaces and the datacenter's default are told, with their names", async () => {
  const servers = { items: [{ id: "s1", properties: { name: "front-1" } }, { id: "s2" }] };
  const nics = { items: [{ id: "n1", properties: { name: null } }] };
  const { cloud, attachments } = read(group(servers, nics), { name: "production", defaultSecurityGroupId: "g1" });
  expect(await attachments).toEqual([
    { kind: "server", id: "s1", name: "front-1" },
    { kind: "server", id: "s2" },
    { kind: "nic", id: "n1" },
    { kind: "datacenter-default", id: datacenter, name: "production" },
  ]);
  expect(cloud.sent.map(({ path: sent }) => sent).toSorted()).toEqual([path, `${path}/securitygroups/g1`]);
});

test.each([{ defaultSecurityGroupId: "g2" }, { defaultSecurityGroupId: null }, { defaultSecurityGroupId: "" }, {}])(
  "a group without members that is not the default (%j) is attached to nothing",
  async (properties) => {
    expect(await read(group(none, none), properties).attachments).toEqual([]);
  },
);

describe("members that are not told whole are an error, never nothing", () => {
  test.each<[field: string, body: unknown]>([
    ["entities", { id: "g1", properties: { name: "web" } }],
    ["entities.servers", group(undefined, none)],
    ["entities.servers.items", group({ type: "collection" }, none)],
    ["entities.nics.items", group(none, { type: "collection" })],
    ["every server", group({ items: [{ id: "s1" }], _links: { next: "x" } }, none)],
    ["every nic", group(none, { items: [{ id: "n1" }], limit: 1 })],
  ])("%s", async (field, body) => {
    const error = await errorOf(() => read(body, {}).attachments);
    expect(error).toMatchObject({ code: "unexpected-response" });
    expect(error.message).toContain(` ${field}`);
  });
});
