import { describe, expect, it } from "vitest";
import { origin, tcp } from "./ionos-client.ts";
import { createWorld } from "./quirks/witness.ts";

describe("a group that another hand removes", () => {
  it("is gone at once, with its place as the default and whoever is a member", async () => {
    const world = createWorld({});
    const { ionos } = world.simulator;
    await world.call("PATCH", `/datacenters/${world.datacenterId}`, { defaultSecurityGroupId: world.group });
    world.settle();
    const server = ionos.addServer(world.datacenterId, { name: "vm" });
    ionos.attachServer(world.group, server);
    ionos.removeGroup(world.group);
    expect(ionos.groups(world.datacenterId)).toEqual([]);
    expect((await world.call("GET", world.path)).status).toBe(404);
    const { properties } = (await world.call("GET", `/datacenters/${world.datacenterId}`)).body;
    expect(properties.defaultSecurityGroupId).toBeNull();
    expect(world.simulator.history(world.group).map(({ exists }) => exists)).toEqual([true, false]);
  });

  it("takes with it what is pending on it", async () => {
    const world = createWorld({});
    const write = await world.call("POST", world.rules, { properties: tcp(80) });
    world.simulator.ionos.removeGroup(world.group);
    world.settle();
    const path = String(write.headers.get("Location")).replace(`${origin}/cloudapi/v6`, "");
    expect((await world.call("GET", path)).body.metadata.status).toBe("FAILED");
    expect(world.simulator.ionos.groups(world.datacenterId)).toEqual([]);
  });

  it("must be there", () => {
    expect(() => createWorld({}).simulator.ionos.removeGroup("none")).toThrow(
      "No datacenter has groups with the id none",
    );
  });
});

describe("reads that lag", () => {
  it("tell what another hand did at once, with all that was in force before it", async () => {
    const world = createWorld({ quirks: { readAfterWrite: "all-lag" } });
    const names = async (): Promise<readonly string[]> =>
      (await world.call("GET", `${world.rules}?depth=1`)).body.items.map(
        ({ properties }: { properties: { portRangeStart: number } }) => properties.portRangeStart,
      );
    await world.call("POST", world.rules, { properties: tcp(1) });
    await world.call("POST", world.rules, { properties: tcp(2) });
    world.wait(2000);
    expect(await names()).toEqual([22]);
    world.simulator.ionos.editRules(world.group, (rules) => [...rules, tcp(9)]);
    expect(await names()).toEqual([22, 1, 9]);
    world.wait(1500);
    expect(await names()).toEqual([22, 1, 9]);
    world.wait(3000);
    expect(await names()).toEqual([22, 1, 9, 2]);
  });

  it("do not lag in what writes answer and are checked against, nor in the history", async () => {
    const world = createWorld({ quirks: { readAfterWrite: "all-lag" } });
    const created = await world.call("POST", world.groups, { properties: { name: "new" } });
    expect(created.body.properties.name).toBe("new");
    const path = `${world.groups}/${created.body.id}`;
    expect((await world.call("GET", path)).status).toBe(404);
    expect((await world.call("POST", `${path}/rules`, { properties: tcp(80) })).status).toBe(202);
    world.wait(3500);
    expect(world.simulator.history(created.body.id).map(({ rules }) => rules.length)).toEqual([0, 1]);
    expect((await world.call("GET", path)).status).toBe(404);
  });

  it("tell a deleted rule for a while, which cannot be deleted again", async () => {
    const world = createWorld({ quirks: { readAfterWrite: "lists-lag" } });
    await world.call("DELETE", world.rule);
    world.wait(2000);
    expect((await world.call("GET", world.rules)).body.items).toHaveLength(1);
    expect((await world.call("GET", world.rule)).status).toBe(404);
    expect((await world.call("DELETE", world.rule)).status).toBe(404);
    world.wait(3000);
    expect((await world.call("GET", world.rules)).body.items).toEqual([]);
  });
});
