import { describe, expect, it } from "vitest";
import type { IonosQuirks } from "../../src/index.ts";
import { createTestCloud, origin, tcp, type TestCloud } from "./ionos-client.ts";

function withGroup(quirks: Partial<IonosQuirks> = {}): TestCloud & { readonly group: string } {
  const cloud = createTestCloud({ quirks });
  const group = cloud.simulator.ionos.addGroup(cloud.datacenterId, { name: "web", rules: [tcp(22), tcp(80)] });
  cloud.simulator.ionos.attachServer(group, cloud.simulator.ionos.addServer(cloud.datacenterId, { name: "vm" }));
  return { ...cloud, group };
}

const keysOf = (value: object | undefined): string => (value === undefined ? "absent" : Object.keys(value).join(" "));
const reference = "id type href";

describe("depth of a single group", () => {
  it.each([
    ["", "absent", "absent"],
    ["?depth=1", "absent", "absent"],
    ["?depth=2", reference, reference],
    ["?depth=3", `${reference} metadata properties`, `${reference} metadata properties`],
    ["?depth=10", `${reference} metadata properties`, `${reference} metadata properties`],
  ])("%s tells of a rule: %s, of a server: %s", async (query, rule, server) => {
    const cloud = withGroup();
    const { body } = await cloud.call("GET", `${cloud.groups}/${cloud.group}${query}`);
    expect(keysOf(body)).toBe(`${reference} metadata properties entities`);
    expect(keysOf(body.entities.rules.items?.[0])).toBe(rule);
    expect(keysOf(body.entities.servers.items?.[0])).toBe(server);
    if (rule !== "absent") expect(body.entities.nics.items).toEqual([]);
  });

  it("sends the ETag header only when no depth is asked for", async () => {
    const cloud = withGroup();
    const read = await cloud.call("GET", `${cloud.groups}/${cloud.group}`);
    expect(read.headers.get("ETag")).toBe(read.body.metadata.etag);
    expect((await cloud.call("GET", `${cloud.groups}/${cloud.group}?depth=0`)).headers.get("ETag")).toBeNull();
    expect((await cloud.call("GET", cloud.groups)).headers.get("ETag")).toBeNull();
  });
});

describe("depth of the list of groups", () => {
  const full = `${reference} metadata properties`;
  it.each<[IonosQuirks["listRulesDepth"], number, string, string]>([
    [3, 0, reference, "absent"],
    [3, 1, full, "absent"],
    [3, 2, `${full} entities`, "absent"],
    [3, 3, `${full} entities`, full],
    [4, 3, `${full} entities`, reference],
    [4, 4, `${full} entities`, full],
    ["never", 2, `${full} entities`, "absent"],
    ["never", 10, `${full} entities`, reference],
  ])("with listRulesDepth %s, %i tells of a group: %s, of a rule: %s", async (listRulesDepth, depth, group, rule) => {
    const cloud = withGroup({ listRulesDepth });
    const { body } = await cloud.call("GET", `${cloud.groups}?depth=${depth}`);
    expect(keysOf(body.items[0])).toBe(group);
    expect(keysOf(body.items[0].entities?.rules.items?.[0])).toBe(rule);
  });
});

describe("depth of rules", () => {
  it("lists references at 0 and everything from 1 on", async () => {
    const cloud = withGroup();
    const list = async (depth: number): Promise<string> =>
      keysOf((await cloud.call("GET", `${cloud.groups}/${cloud.group}/rules?depth=${depth}`)).body.items[0]);
    expect(await list(0)).toBe(reference);
    expect(await list(1)).toBe(`${reference} metadata properties`);
  });

  it("tells everything of a single rule at 0", async () => {
    const cloud = withGroup();
    const { body } = await cloud.call("GET", `${cloud.groups}/${cloud.group}/rules`);
    const rule = await cloud.call("GET", `${cloud.groups}/${cloud.group}/rules/${body.items[0].id}`);
    expect(rule.body).toMatchObject({ type: "firewall-rule", href: body.items[0].href, properties: tcp(22) });
  });
});

describe("depth of the datacenter", () => {
  it.each([
    [0, "absent"],
    [1, "absent"],
    [2, reference],
    [3, `${reference} metadata properties`],
  ])("%i tells of a group: %s", async (depth, group) => {
    const cloud = withGroup();
    const { body } = await cloud.call("GET", `/datacenters/${cloud.datacenterId}?depth=${depth}`);
    expect(keysOf(body.entities.securitygroups.items?.[0])).toBe(group);
  });
});

describe("pages", () => {
  it("link to their neighbours and together hold everything once", async () => {
    const cloud = createTestCloud();
    const ids = ["a", "b", "c", "d", "e"].map((name) =>
      cloud.simulator.ionos.addGroup(cloud.datacenterId, { name, rules: [] }),
    );
    const page = async (query: string): Promise<{ items: { id: string }[]; links: Record<string, string> }> => {
      const { _links: links, ...rest } = (await cloud.call("GET", `${cloud.groups}${query}`)).body;
      return { links, ...rest };
    };
    const link = (offset: number): string => `${origin}/cloudapi/v6${cloud.groups}?depth=1&offset=${offset}&limit=2`;

    const first = await page("?depth=1&offset=0&limit=2");
    const middle = await page("?depth=1&offset=2&limit=2");
    const last = await page("?depth=1&offset=4&limit=2");
    expect([first, middle, last].flatMap(({ items }) => items.map(({ id }) => id))).toEqual(ids);
    expect(first).toMatchObject({ offset: 0, limit: 2, links: { self: link(0), next: link(2) } });
    expect(first.links).not.toHaveProperty("prev");
    expect(middle.links).toEqual({ prev: link(0), self: link(2), next: link(4) });
    expect(last.links).toEqual({ prev: link(2), self: link(4) });
    expect((await page("?offset=1&limit=2")).links["prev"]).toContain("offset=0");
    expect((await page("?offset=9")).items).toEqual([]);
  });

  it("hold 1000 items unless told otherwise, and every list has them", async () => {
    const cloud = createTestCloud();
    const group = cloud.simulator.ionos.addGroup(cloud.datacenterId, { name: "a", rules: [tcp(1), tcp(2)] });
    expect((await cloud.call("GET", cloud.groups)).body).toMatchObject({ offset: 0, limit: 1000 });
    const rules = await cloud.call("GET", `${cloud.groups}/${group}/rules?limit=1&depth=1`);
    expect(rules.body.items).toMatchObject([{ properties: tcp(1) }]);
    expect(rules.body).toHaveProperty("_links.next", expect.stringContaining("offset=1"));
  });

  it.each(["depth=11", "depth=-1", "depth=x", "limit=0", "limit=10001", "offset=-1", "filter.name=x"])(
    "refuses %s",
    async (query) => {
      const cloud = createTestCloud();
      const answer = await cloud.call("GET", `${cloud.groups}?${query}`);
      expect(answer.status).toBe(422);
      expect(answer.body.messages[0].message).toContain(`[(query).${query.split("=")[0]}]`);
    },
  );
});

it("ids that hold slashes keep their place in addresses", async () => {
  const { simulator, call } = createTestCloud();
  const id = simulator.ionos.addDatacenter({ id: "a/b c", name: "odd" });
  const created = await call("POST", `/datacenters/${encodeURIComponent(id)}/securitygroups`, {
    properties: { name: "web" },
  });
  expect(created.body.href).toContain("/datacenters/a%2Fb%20c/securitygroups/");
  expect((await call("GET", created.body.href.replace(`${origin}/cloudapi/v6`, ""))).status).toBe(200);
});
