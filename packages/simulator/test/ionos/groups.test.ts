import { describe, expect, it } from "vitest";
import { createTestCloud, messagesOf, origin, tcp } from "./ionos-client.ts";

const echoed = {
  sourceMac: null,
  sourceIp: null,
  targetIp: null,
  icmpCode: null,
  icmpType: null,
  portRangeStart: null,
  portRangeEnd: null,
  ipVersion: "IPv4",
  type: "INGRESS",
};

describe("the documented update of a group", () => {
  it("is answered field for field as the page shows", async () => {
    const cloud = createTestCloud();
    const id = cloud.simulator.ionos.addGroup(cloud.datacenterId, { name: "old", rules: [tcp(22)] });
    const answer = await cloud.call("PUT", `${cloud.groups}/${id}`, {
      properties: { name: "NSG", description: "updated to true" },
    });
    const href = `${origin}/cloudapi/v6${cloud.groups}/${id}`;
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({
      id,
      type: "security-group",
      href,
      metadata: {
        etag: expect.stringMatching(/^[0-9a-f]{32}$/),
        createdDate: "2026-01-01T00:00:00Z",
        createdBy: "simulator",
        createdByUserId: expect.any(String),
        lastModifiedDate: "2026-01-01T00:00:00Z",
        lastModifiedBy: "simulator",
        lastModifiedByUserId: expect.any(String),
        state: "BUSY",
      },
      properties: { name: "NSG", description: "updated to true" },
      entities: {
        rules: { id: `${id}/rules`, type: "collection", href: `${href}/rules` },
        servers: { id: `${id}/servers`, type: "collection", href: `${href}/servers` },
        nics: { id: `${id}/nics`, type: "collection", href: `${href}/nics` },
      },
    });
    cloud.settle();
    expect(cloud.simulator.ionos.groups(cloud.datacenterId)[0]).toMatchObject({ name: "NSG", rules: [tcp(22)] });
  });
});

describe("writing a group", () => {
  it("creates it with its rules in one call", async () => {
    const cloud = createTestCloud();
    const rules = {
      items: [
        { properties: { name: "https", ...tcp(443) } },
        { properties: { protocol: "ANY", ipVersion: "IPv6", type: "EGRESS" } },
      ],
    };
    const created = await cloud.call("POST", `${cloud.groups}?depth=3`, {
      properties: { name: "web" },
      entities: { rules },
    });
    expect(created.status).toBe(202);
    expect(created.body.entities.rules.items.map(({ properties }: { properties: unknown }) => properties)).toEqual([
      { name: "https", ...echoed, ...tcp(443) },
      { ...echoed, protocol: "ANY", ipVersion: "IPv6", type: "EGRESS" },
    ]);
    cloud.settle();
    const read = await cloud.call("GET", `${cloud.groups}/${created.body.id}?depth=3`);
    expect(read.body.entities).toEqual({
      ...created.body.entities,
      rules: {
        ...created.body.entities.rules,
        items: created.body.entities.rules.items.map((rule: { metadata: object }) => ({
          ...rule,
          metadata: { ...rule.metadata, state: "AVAILABLE" },
        })),
      },
    });
  });

  it("takes names twice", async () => {
    const cloud = createTestCloud();
    for (const _ of [1, 2])
      expect((await cloud.call("POST", cloud.groups, { properties: { name: "web" } })).status).toBe(202);
  });

  it("with PUT sets the whole, with PATCH what is named", async () => {
    const cloud = createTestCloud();
    const id = cloud.simulator.ionos.addGroup(cloud.datacenterId, { name: "web", description: "text", rules: [] });
    expect((await cloud.call("PATCH", `${cloud.groups}/${id}`, { name: "www" })).body.properties).toEqual({
      name: "www",
      description: "text",
    });
    expect((await cloud.call("PATCH", `${cloud.groups}/${id}`, { description: "new" })).body.properties).toEqual({
      name: "www",
      description: "new",
    });
    expect((await cloud.call("PUT", `${cloud.groups}/${id}`, { properties: { name: "web" } })).body.properties).toEqual(
      { name: "web" },
    );
  });

  it("with PUT ignores rules or replaces them, as the quirk says", async () => {
    const body = { properties: { name: "web" }, entities: { rules: { items: [{ properties: tcp(80) }] } } };
    for (const [putWithRules, port] of [
      ["ignored", 22],
      ["replaces", 80],
    ] as const) {
      const cloud = createTestCloud({ quirks: { putWithRules } });
      const id = cloud.simulator.ionos.addGroup(cloud.datacenterId, { name: "web", rules: [tcp(22)] });
      await cloud.call("PUT", `${cloud.groups}/${id}`, body);
      cloud.settle();
      expect(cloud.simulator.ionos.groups(cloud.datacenterId)[0]?.rules).toMatchObject([{ portRangeStart: port }]);
      await cloud.call("PUT", `${cloud.groups}/${id}`, { properties: { name: "web" } });
      cloud.settle();
      expect(cloud.simulator.ionos.groups(cloud.datacenterId)[0]?.rules).toHaveLength(1);
    }
  });

  it.each<[string, unknown, readonly string[]]>([
    [
      "a name that is too long",
      { properties: { name: "a".repeat(61) } },
      ["[(root).properties.name] Value must NOT have more than 60 characters"],
    ],
    ["a missing name", { properties: {} }, ["[(root).properties.name] Attribute is required"]],
    ["an unknown field", { properties: { name: "a", tags: [] } }, ["[(root).properties.tags] Attribute is unknown"]],
    [
      "a description that is too long",
      { properties: { name: "a", description: "a".repeat(301) } },
      ["[(root).properties.description] Value must NOT have more than 300 characters"],
    ],
    [
      "a rule without properties",
      { properties: { name: "a" }, entities: { rules: { items: [{ id: "x" }] } } },
      ["[(root).entities.rules.items.0.properties] Attribute is required"],
    ],
    [
      "all that is wrong in its rules",
      {
        properties: { name: "a" },
        entities: {
          rules: {
            items: [
              { properties: tcp(22) },
              { properties: { protocol: "TCP", portRangeStart: 5 } },
              { properties: { protocol: "TCP", sourceIp: "x" } },
            ],
          },
        },
      },
      [
        "[(root).entities.rules.items.1.properties.portRangeEnd] Attribute is required when portRangeStart is set",
        "[(root).entities.rules.items.2.properties.sourceIp] x is not a valid IP address or CIDR block",
      ],
    ],
  ])("refuses %s", async (_, body, wanted) => {
    const cloud = createTestCloud();
    const answer = await cloud.call("POST", cloud.groups, body);
    expect(answer.status).toBe(422);
    expect(answer.body.messages[0].errorCode).toBe("100");
    expect(messagesOf(answer)).toEqual(wanted);
    cloud.settle();
    expect(cloud.simulator.ionos.groups(cloud.datacenterId)).toEqual([]);
  });
});

describe("deleting a group", () => {
  it("has no body, and leaves it in sight, BUSY, until it is gone", async () => {
    const cloud = createTestCloud();
    const id = cloud.simulator.ionos.addGroup(cloud.datacenterId, { name: "web", rules: [] });
    const answer = await cloud.call("DELETE", `${cloud.groups}/${id}`);
    expect(answer).toMatchObject({ status: 202, body: undefined });
    expect((await cloud.call("GET", `${cloud.groups}/${id}`)).body.metadata.state).toBe("BUSY");
    cloud.settle();
    expect((await cloud.call("GET", `${cloud.groups}/${id}`)).status).toBe(404);
    expect(cloud.simulator.history(id).map(({ exists }) => exists)).toEqual([true, false]);
  });

  it("is refused while a server, a NIC or the datacenter uses it", async () => {
    const cloud = createTestCloud();
    const { ionos } = cloud.simulator;
    const [onServer, onNic, asDefault] = ["a", "b", "c"].map((name) =>
      ionos.addGroup(cloud.datacenterId, { name, rules: [] }),
    );
    const server = ionos.addServer(cloud.datacenterId, { name: "vm" });
    const nic = ionos.addNic(server, { name: "eth0" });
    ionos.attachServer(String(onServer), server);
    await cloud.call("PUT", `/datacenters/${cloud.datacenterId}/servers/${server}/nics/${nic}/securitygroups`, {
      ids: [onNic],
    });
    await cloud.call("PATCH", `/datacenters/${cloud.datacenterId}`, { defaultSecurityGroupId: asDefault });
    cloud.settle();
    for (const [id, user] of [
      [onServer, `server '${server}'`],
      [onNic, `NIC '${nic}'`],
      [asDefault, `VDC '${cloud.datacenterId}' as its default`],
    ]) {
      const answer = await cloud.call("DELETE", `${cloud.groups}/${id}`);
      expect(answer.status).toBe(422);
      expect(messagesOf(answer)).toEqual([`[(root)] The security group is in use by ${user}`]);
    }
  });

  it("detaches it everywhere, as the quirk says", async () => {
    const cloud = createTestCloud({ quirks: { deleteInUse: "detaches" } });
    const { ionos } = cloud.simulator;
    const id = ionos.addGroup(cloud.datacenterId, { name: "web", rules: [] });
    const server = ionos.addServer(cloud.datacenterId, { name: "vm" });
    ionos.attachServer(id, server);
    await cloud.call("PATCH", `/datacenters/${cloud.datacenterId}`, { defaultSecurityGroupId: id });
    expect((await cloud.call("DELETE", `${cloud.groups}/${id}`)).status).toBe(202);
    cloud.settle();
    expect(
      (await cloud.call("GET", `/datacenters/${cloud.datacenterId}`)).body.properties.defaultSecurityGroupId,
    ).toBeNull();
    expect(ionos.groups(cloud.datacenterId)).toEqual([]);
  });
});

describe("what is not there", () => {
  it.each([
    ["GET", "/datacenters/none/securitygroups", undefined],
    ["POST", "/datacenters/none/securitygroups", { properties: { name: "a" } }],
    ["GET", "{groups}/none", undefined],
    ["PUT", "{groups}/none", { properties: { name: "a" } }],
    ["PATCH", "{groups}/none", { name: "a" }],
    ["DELETE", "{groups}/none", undefined],
    ["GET", "{groups}/none/rules", undefined],
    ["POST", "{groups}/none/rules", { properties: tcp(1) }],
    ["GET", "{groups}/{group}/rules/none", undefined],
    ["PUT", "{groups}/{group}/rules/none", { properties: tcp(1) }],
    ["PATCH", "{groups}/{group}/rules/none", { name: "a" }],
    ["DELETE", "{groups}/{group}/rules/none", undefined],
    ["GET", "/datacenters/none", undefined],
    ["PATCH", "/datacenters/none", { name: "a" }],
    ["PUT", "/datacenters/{datacenter}/servers/none/securitygroups", { ids: [] }],
    ["GET", "/requests/none", undefined],
    ["GET", "/requests/none/status", undefined],
    ["GET", "/nothing", undefined],
    ["GET", "{groups}/%zz", undefined],
  ])("%s %s is a 404 with the vendor's code", async (method, path, body) => {
    const cloud = createTestCloud();
    const group = cloud.simulator.ionos.addGroup(cloud.datacenterId, { name: "web", rules: [] });
    const there = path
      .replace("{groups}", cloud.groups)
      .replace("{group}", group)
      .replace("{datacenter}", cloud.datacenterId);
    const answer = await cloud.call(method, there, body);
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({
      httpStatus: 404,
      messages: [{ errorCode: "309", message: "Resource does not exist" }],
    });
  });

  it("is a 405 when only the method is wrong", async () => {
    const cloud = createTestCloud();
    const answer = await cloud.call("PATCH", cloud.groups, {});
    expect(answer.body).toMatchObject({ httpStatus: 405, messages: [{ message: "Method PATCH is not allowed" }] });
  });
});

describe("bodies", () => {
  it.each([
    ["text/plain", '{"properties":{"name":"a"}}', 415],
    ["application/x-www-form-urlencoded", '{"properties":{"name":"a"}}', 415],
    ["application/json", '{"properties":', 400],
    ["application/json", "", 422],
    ["application/json; charset=utf-8", '{"properties":{"name":"a"}}', 202],
    ["APPLICATION/JSON", '{"properties":{"name":"a"}}', 202],
  ])("of %s: %s is answered with %s %s", async (type, text, status) => {
    const cloud = createTestCloud();
    const answer = await cloud.call("POST", cloud.groups, text, { "Content-Type": type });
    expect(answer.status).toBe(status);
    if (status >= 400)
      expect(answer.body).toMatchObject({ httpStatus: status, messages: [{ errorCode: expect.any(String) }] });
  });
});
