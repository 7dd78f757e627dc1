import { describe, expect, it } from "vitest";
import { createTestCloud, messagesOf, tcp, type TestCloud } from "./ionos-client.ts";

function withServer(): TestCloud & {
  readonly server: string;
  readonly nic: string;
  readonly memberPath: string;
  readonly newGroup: (name: string) => string;
} {
  const cloud = createTestCloud({ limits: { securityGroupsPerResource: 2 } });
  const { ionos } = cloud.simulator;
  const server = ionos.addServer(cloud.datacenterId, { name: "vm" });
  const nic = ionos.addNic(server, { name: "eth0" });
  const memberPath = `/datacenters/${cloud.datacenterId}/servers/${server}`;
  return {
    ...cloud,
    server,
    nic,
    memberPath,
    newGroup: (name) => ionos.addGroup(cloud.datacenterId, { name, rules: [] }),
  };
}

const namesOf = (collection: { items: { properties: { name: string } }[] }): readonly string[] =>
  collection.items.map(({ properties }) => properties.name);

describe("attaching groups", () => {
  it("to a server replaces its list", async () => {
    const { call, groups, memberPath, newGroup, settle } = withServer();
    const [a, b] = [newGroup("a"), newGroup("b")];
    const answer = await call("PUT", `${memberPath}/securitygroups?depth=1`, { ids: [a, a] });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Location")).toContain("/requests/");
    expect(namesOf(answer.body)).toEqual(["a"]);
    settle();
    await call("PUT", `${memberPath}/securitygroups`, { ids: [b] });
    settle();
    const servers = async (id: string): Promise<readonly string[]> =>
      namesOf((await call("GET", `${groups}/${id}?depth=3`)).body.entities.servers);
    expect(await servers(a)).toEqual([]);
    expect(await servers(b)).toEqual(["vm"]);
    await call("PUT", `${memberPath}/securitygroups`, { ids: [] });
    settle();
    expect(await servers(b)).toEqual([]);
  });

  it("to a NIC leaves its server alone", async () => {
    const { call, groups, memberPath, newGroup, nic, settle } = withServer();
    const id = newGroup("a");
    await call("PUT", `${memberPath}/nics/${nic}/securitygroups`, { ids: [id] });
    settle();
    const { entities } = (await call("GET", `${groups}/${id}?depth=3`)).body;
    expect(namesOf(entities.nics)).toEqual(["eth0"]);
    expect(entities.nics.items[0].href).toContain(`${memberPath}/nics/${nic}`);
    expect(entities.servers.items).toEqual([]);
  });

  it("refuses groups that do not exist, more than allowed, and unknown NICs", async () => {
    const { call, memberPath, newGroup } = withServer();
    const missing = await call("PUT", `${memberPath}/securitygroups`, { ids: ["none"] });
    expect(missing.body).toEqual({
      httpStatus: 422,
      messages: [{ errorCode: "151", message: "[(root).ids] Resource referenced by 'none' does not exist" }],
    });
    const many = await call("PUT", `${memberPath}/securitygroups`, { ids: ["a", "b", "c"].map(newGroup) });
    expect(messagesOf(many)).toEqual(["[(root).ids] The limit of 2 security groups per resource is exceeded"]);
    expect((await call("PUT", `${memberPath}/nics/none/securitygroups`, { ids: [] })).status).toBe(404);
  });
});

describe("the default group", () => {
  it("is predefined when it is made, and joined by new servers", async () => {
    const { call, datacenterId, groups, settle, simulator } = withServer();
    const path = `/datacenters/${datacenterId}`;
    const { ipv6CidrBlock } = (await call("GET", path)).body.properties;
    await call("PATCH", path, { createDefaultSecurityGroup: true });
    settle();
    const id = (await call("GET", path)).body.properties.defaultSecurityGroupId;
    expect(simulator.ionos.groups(datacenterId)).toMatchObject([
      {
        id,
        rules: [
          { protocol: "ANY", type: "EGRESS", ipVersion: "IPv4", sourceIp: null },
          { protocol: "ANY", type: "EGRESS", ipVersion: "IPv6", sourceIp: null },
          { protocol: "ANY", type: "INGRESS", ipVersion: "IPv4", sourceIp: "10.0.0.0/24" },
          { protocol: "ANY", type: "INGRESS", ipVersion: "IPv6", sourceIp: ipv6CidrBlock },
        ],
      },
    ]);
    expect(simulator.history(id)).toHaveLength(1);
    simulator.ionos.addServer(datacenterId, { name: "new vm" });
    expect(namesOf((await call("GET", `${groups}/${id}?depth=3`)).body.entities.servers)).toEqual(["new vm"]);

    await call("PATCH", path, { createDefaultSecurityGroup: true });
    settle();
    expect(simulator.ionos.groups(datacenterId)).toHaveLength(1);
  });

  it("is not made a second time, so that no limit stands in the way", async () => {
    const { call, datacenterId, settle } = createTestCloud({ limits: { securityGroupsPerVdc: 1 } });
    for (const _ of [1, 2]) {
      expect((await call("PATCH", `/datacenters/${datacenterId}`, { createDefaultSecurityGroup: true })).status).toBe(
        202,
      );
      settle();
    }
  });

  it("can be chosen and unset", async () => {
    const { call, datacenterId, newGroup, settle } = withServer();
    const path = `/datacenters/${datacenterId}`;
    const id = newGroup("a");
    const answer = await call("PATCH", path, { defaultSecurityGroupId: id });
    expect(answer).toMatchObject({
      status: 202,
      body: { metadata: { state: "BUSY" }, properties: { name: "test", defaultSecurityGroupId: id } },
    });
    await call("PATCH", path, { defaultSecurityGroupId: "", name: "renamed" });
    settle();
    expect((await call("GET", path)).body.properties).toMatchObject({ name: "renamed", defaultSecurityGroupId: null });
  });

  it("must exist, and cannot be both chosen and made", async () => {
    const { call, datacenterId, newGroup } = withServer();
    const path = `/datacenters/${datacenterId}`;
    expect((await call("PATCH", path, { defaultSecurityGroupId: "none" })).body.messages).toEqual([
      {
        errorCode: "151",
        message: "[(root).properties.defaultSecurityGroupId] Resource referenced by 'none' does not exist",
      },
    ]);
    expect(
      (await call("PATCH", path, { defaultSecurityGroupId: newGroup("a"), createDefaultSecurityGroup: true })).status,
    ).toBe(422);
  });
});

describe("the handle", () => {
  it("shows a third party's edit at once, keeping the ids of what stays", async () => {
    const { call, datacenterId, groups, simulator, wait } = createTestCloud();
    const { ionos } = simulator;
    const id = ionos.addGroup(datacenterId, {
      name: "web",
      description: "text",
      rules: [{ name: "ssh", ...tcp(22) }, tcp(80)],
    });
    const before = ionos.groups(datacenterId)[0]?.rules ?? [];
    wait(10);
    ionos.editRules(id, (rules) => [tcp(443), ...rules.slice(0, 1)]);
    const after = ionos.groups(datacenterId)[0]?.rules ?? [];
    expect(after).toMatchObject([tcp(443), { name: "ssh", ...tcp(22) }]);
    expect(after[1]?.id).toBe(before[0]?.id);
    expect(before.map((rule) => rule.id)).not.toContain(after[0]?.id);
    expect((await call("GET", `${groups}/${id}?depth=3`)).body.entities.rules.items).toMatchObject([
      { properties: tcp(443) },
      { properties: tcp(22) },
    ]);
    expect(simulator.history(id).map(({ description, rules }) => [description, rules.length])).toEqual([
      ["text", 2],
      ["text", 2],
    ]);
  });

  it("says what is missing when it is used wrongly", () => {
    const { datacenterId, simulator } = createTestCloud();
    const { ionos } = simulator;
    const elsewhere = ionos.addGroup(ionos.addDatacenter({ name: "other" }), { name: "a", rules: [] });
    const server = ionos.addServer(datacenterId, { name: "vm" });
    expect(() => ionos.addGroup("none", { name: "a", rules: [] })).toThrow("There is no datacenter none");
    expect(() => ionos.groups("none")).toThrow("There is no datacenter none");
    expect(() => ionos.addDatacenter({ id: datacenterId, name: "b" })).toThrow("already");
    expect(() => ionos.editRules("none", (rules) => rules)).toThrow("No datacenter has groups with the id none");
    expect(() => ionos.addNic("none", { name: "eth0" })).toThrow("No datacenter has servers with the id none");
    expect(() => ionos.attachServer(elsewhere, server)).toThrow("must be in one datacenter");
  });
});
