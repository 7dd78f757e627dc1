import type { GroupId } from "@secgroup/core";
import { expect, test } from "vitest";
import { ionos } from "../src/index.ts";
import { accepted, adapterOf, fakeCloud, json, requestId, signal } from "./support/fake-cloud.ts";

// The request and the answer of the page "Update a Network Security Group", its shortened ids included.
const datacenter = "5a88aa8b-8aa1-51f6-XXd1-XXXXXe9f31";
const groupId = "b3f55c2d-a89e-4008-8213-92e0428e2555" as GroupId;
const href = `https://api.ionos.com/cloudapi/v6/datacenters/${datacenter}/securitygroups/bxxxx-axXX-0008-8888-99k0444e5555`;
const collection = (name: string): object => ({
  id: `${groupId}/${name}`,
  type: "collection",
  href: `${href}/${name}`,
});
const answer = {
  id: "bxxxx-axXX-0008-8888-99k0444e5555",
  type: "security-group",
  href,
  metadata: {
    etag: "e15475860e9c6e1136ba1b2153297f31",
    createdDate: "2024-05-17T15:11:11Z",
    createdBy: "test.test@ionos.com",
    createdByUserId: "a5af0375-1c1d-4387-9ef1-6ee95d30e54a",
    lastModifiedDate: "2024-05-21T18:02:41Z",
    lastModifiedBy: "test.test@ionos.com",
    lastModifiedByUserId: "a5af0375-1c1d-4387-9ef1-6ee95d30e54a",
    state: "BUSY",
  },
  properties: { name: "NSG", description: "updated to true" },
  entities: { rules: collection("rules"), servers: collection("servers"), nics: collection("nics") },
};
const update = {
  kind: "update-group",
  group: { id: groupId, name: "NSG" },
  fields: { description: "updated to true" },
} as const;

test("the documented update is sent as documented and its Status URL is followed", async () => {
  const cloud = fakeCloud(accepted(answer));
  const operation = await ionos({
    username: "test.test@ionos.com",
    password: "pw",
    datacenter,
    fetch: cloud.fetch,
  }).submit(update, signal);
  expect(cloud.sent).toMatchObject([
    {
      method: "PUT",
      url: `https://api.ionos.com/cloudapi/v6/datacenters/${datacenter}/securitygroups/${groupId}`,
      body: { properties: { name: "NSG", description: "updated to true" } },
    },
  ]);
  const [sent] = cloud.sent;
  expect(sent?.body).toEqual({ properties: { name: "NSG", description: "updated to true" } });
  expect(sent?.headers.get("Content-Type")).toBe("application/json");
  expect(sent?.headers.get("Authorization")).toMatch(/^Basic /);
  expect(operation).toEqual({
    cloud: "ionos",
    groupId,
    handles: [`request:${requestId}`],
    startedAt: Date.parse(answer.metadata.lastModifiedDate),
  });
});

test("without the Status URL the answer's BUSY group is polled until AVAILABLE", async () => {
  const busy = (): Response => json(answer);
  const available = (): Response => json({ ...answer, metadata: { ...answer.metadata, state: "AVAILABLE" } });
  const none = (): Response => json({ items: [] });
  const cloud = fakeCloud(json(answer, 202), busy(), available(), none(), none(), available());
  const adapter = adapterOf(cloud, { datacenter });
  const operation = await adapter.submit(update, signal);
  expect(await adapter.readOperations([operation], signal)).toEqual([{ status: "running" }]);
  expect(await adapter.readOperations([operation], signal)).toEqual([{ status: "succeeded", groupId }]);
});

test("the documented group is read field for field, and its collections without items as not told", async () => {
  const adapter = adapterOf(fakeCloud(json({ items: [answer] })), { datacenter });
  expect(await adapter.listGroups(signal)).toEqual([
    {
      rules: "not-listed",
      group: { id: answer.id, name: "NSG", description: "updated to true", tags: {}, readOnlyTags: {} },
    },
  ]);
});
