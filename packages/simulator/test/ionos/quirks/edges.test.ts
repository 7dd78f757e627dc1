import { describe, expect, it } from "vitest";
import type { IonosQuirks } from "../../../src/index.ts";
import { tcp } from "../ionos-client.ts";
import { createWorld, settledRules, type World } from "./witness.ts";

const portsOf = (world: World): readonly unknown[] => settledRules(world).map(({ portRangeStart }) => portRangeStart);

const addRule = async (world: World, port: number): Promise<number> =>
  (await world.call("POST", world.rules, { properties: tcp(port) })).status;

describe("limits", () => {
  it("hold at the end of a request as well, when what it counted on has failed", async () => {
    const world = createWorld({ quirks: { putWithRules: "replaces" }, limits: { rulesPerSecurityGroup: 2 } });
    world.simulator.ionos.editRules(world.group, () => [tcp(22), tcp(23)]);
    world.simulator.ionos.failNextRequest("no");
    const entities = { rules: { items: [{ properties: tcp(1) }] } };
    await world.call("PUT", world.path, { properties: { name: "web" }, entities });
    expect(await addRule(world, 2)).toBe(202);
    expect(portsOf(world)).toEqual([22, 23]);
  });

  it("hold for what a request that fails has done", async () => {
    const quirks = { limitExceeded: "fails", failedRequest: "as-wanted" } as const;
    const world = createWorld({ quirks, limits: { rulesPerSecurityGroup: 1 } });
    world.simulator.ionos.failNextRequest("no");
    world.simulator.ionos.failNextRequest("no", "partly");
    expect([await addRule(world, 1), await addRule(world, 2)]).toEqual([202, 202]);
    expect(portsOf(world)).toEqual([22]);
  });
});

describe("a duplicate that is found at the end", () => {
  it("is only what the request itself brings", async () => {
    const world = createWorld({ quirks: { duplicateRules: "fails" } });
    world.simulator.ionos.editRules(world.group, () => [tcp(22), tcp(22)]);
    await addRule(world, 80);
    await world.call("PATCH", world.path, { name: "new" });
    expect(portsOf(world)).toEqual([22, 22, 80]);
    expect(world.simulator.ionos.groups(world.datacenterId)[0]?.name).toBe("new");
  });

  it("may be within the rules of a new group", async () => {
    const world = createWorld({ quirks: { duplicateRules: "fails" } });
    const entities = { rules: { items: [{ properties: tcp(1) }, { properties: tcp(1) }] } };
    await world.call("POST", world.groups, { properties: { name: "new" }, entities });
    world.settle();
    expect(world.simulator.ionos.groups(world.datacenterId).map(({ name }) => name)).toEqual(["web"]);
  });
});

describe("an update of a rule", () => {
  it("sets what it names also where that is asked for already, since that may fail", async () => {
    const world = createWorld({});
    world.simulator.ionos.failNextRequest("no");
    await world.call("PATCH", world.rule, { name: "ssh" });
    await world.call("PATCH", world.rule, { name: "ssh" });
    expect(settledRules(world)[0]?.["name"]).toBe("ssh");
  });

  it("changes the other end of a range that it turns around", async () => {
    const world = createWorld({ quirks: { reversedPortRange: "swapped" } });
    await world.call("PATCH", world.rule, { portRangeStart: 90 });
    expect(settledRules(world)[0]).toMatchObject({ portRangeStart: 22, portRangeEnd: 90 });
  });
});

describe("what no quirk lets pass", () => {
  it("is refused beside what one does", async () => {
    const world = createWorld({ quirks: { listFilters: "ignored", unsetPortsByPatch: "accepted" } });
    expect((await world.call("GET", `${world.groups}?filter.name=web&colour=red`)).status).toBe(422);
    expect((await world.call("GET", `${world.path}?filter.name=web`)).status).toBe(422);
    expect((await world.call("PATCH", world.rule, { portRangeStart: "80", portRangeEnd: "80" })).status).toBe(422);
  });
});

describe("writes to what is busy", () => {
  const worldOf = (quirks: Partial<IonosQuirks>): World =>
    createWorld({ quirks: { writesWhileBusy: "409", ...quirks } });
  const attach = async (world: World, server: string, ids: readonly string[]): Promise<number> =>
    (await world.call("PUT", `/datacenters/${world.datacenterId}/servers/${server}/securitygroups`, { ids })).status;

  it("are refused for servers and the datacenter too", async () => {
    const world = worldOf({});
    const server = world.simulator.ionos.addServer(world.datacenterId, { name: "vm" });
    const rename = async (): Promise<number> =>
      (await world.call("PATCH", `/datacenters/${world.datacenterId}`, { name: "new" })).status;
    expect([await attach(world, server, [world.group]), await attach(world, server, [])]).toEqual([200, 409]);
    expect(await rename()).toBe(409);
    world.settle();
    expect(await rename()).toBe(202);
  });

  it.each([
    ["datacenter", [202, 409, 409]],
    ["group", [202, 202, 202]],
    ["object", [202, 202, 202]],
  ] as const)("reach as far as busyScope %s says", async (busyScope, wanted) => {
    const world = worldOf({ busyScope });
    const other = world.simulator.ionos.addGroup(world.datacenterId, { name: "other", rules: [] });
    expect([
      await addRule(world, 1),
      (await world.call("POST", world.groups, { properties: { name: "new" } })).status,
      (await world.call("PATCH", `${world.groups}/${other}`, { name: "renamed" })).status,
    ]).toEqual(wanted);
  });

  it("are taken for another rule of the group where only the rule is busy", async () => {
    const world = worldOf({ busyScope: "object" });
    expect([await addRule(world, 1), await addRule(world, 2)]).toEqual([202, 202]);
    const patch = async (): Promise<number> => (await world.call("PATCH", world.rule, { name: "ssh" })).status;
    expect([await patch(), await patch()]).toEqual([202, 409]);
  });

  it("do not attach a group whose deletion is pending", async () => {
    const world = createWorld({ quirks: { writesWhileLeaving: "422" } });
    const server = world.simulator.ionos.addServer(world.datacenterId, { name: "vm" });
    await world.call("DELETE", world.path);
    expect(await attach(world, server, [world.group])).toBe(422);
  });
});
