import { describe, expect, it } from "vitest";
import { origin, startOfTime, tcp, type TestAnswer } from "./ionos-client.ts";
import { createWorld, settledRules, type World } from "./quirks/witness.ts";

const message = "[VDC-5-0] An unexpected error occurred";
const pathOf = (write: TestAnswer): string =>
  String(write.headers.get("Location")).replace(`${origin}/cloudapi/v6`, "");
const statusOf = async (world: World, write: TestAnswer): Promise<unknown> => {
  const { metadata } = (await world.call("GET", pathOf(write))).body;
  return metadata.status === "FAILED" ? [metadata.status, metadata.message] : metadata.status;
};
const addRule = (world: World, port: number): Promise<TestAnswer> =>
  world.call("POST", world.rules, { properties: tcp(port) });
const fourRules = { rules: { items: [1, 2, 3, 4].map((port) => ({ properties: tcp(port) })) } };
const portsInHistory = (world: World, group: string): readonly (readonly unknown[])[] =>
  world.simulator.history(group).map(({ rules }) => rules.map(({ portRangeStart }) => portRangeStart));

describe("a request that fails at once", () => {
  it("is FAILED as soon as it is looked at, and was never in force", async () => {
    const world = createWorld({});
    world.simulator.ionos.failNextRequest(message, "at-once");
    const write = await addRule(world, 80);
    expect(write.status).toBe(202);
    expect(write.body.metadata.state).toBe("BUSY");
    expect(await statusOf(world, write)).toEqual(["FAILED", message]);
    expect((await world.call("GET", `${world.rules}/${write.body.id}`)).status).toBe(404);
    expect((await world.call("GET", world.path)).body.metadata.state).toBe("AVAILABLE");
    expect(portsInHistory(world, world.group)).toEqual([[22]]);
  });

  it("waits for no other, and holds up none", async () => {
    const world = createWorld({});
    const first = await addRule(world, 1);
    world.simulator.ionos.failNextRequest(message, "at-once");
    const failing = await addRule(world, 2);
    const last = await addRule(world, 3);
    expect(await statusOf(world, failing)).toEqual(["FAILED", message]);
    expect([await statusOf(world, first), await statusOf(world, last)]).toEqual(["QUEUED", "QUEUED"]);
    world.wait(3500);
    expect(await statusOf(world, last)).toBe("DONE");
    expect(portsInHistory(world, world.group)).toEqual([[22], [22, 1], [22, 1, 3]]);
  });

  it("leaves nothing, whatever failed requests leave otherwise", async () => {
    for (const failedRequest of ["as-wanted", "marked-failed"] as const) {
      const world = createWorld({ quirks: { failedRequest } });
      world.simulator.ionos.failNextRequest(message, "at-once");
      await world.call("DELETE", world.rule);
      expect(settledRules(world)).toHaveLength(1);
      expect((await world.call("GET", world.path)).body.metadata.state).toBe("AVAILABLE");
    }
  });
});

describe("a request that fails half-way", () => {
  it("has made a group with some of its rules", async () => {
    const world = createWorld({});
    world.simulator.ionos.failNextRequest(message, "partly");
    const write = await world.call("POST", world.groups, { properties: { name: "new" }, entities: fourRules });
    world.settle();
    expect(await statusOf(world, write)).toEqual(["FAILED", message]);
    expect(portsInHistory(world, write.body.id)).toEqual([[1, 2]]);
    expect(
      (await world.call("GET", `${world.groups}/${write.body.id}?depth=3`)).body.entities.rules.items,
    ).toHaveLength(2);
  });

  it("has replaced some rules of a set", async () => {
    const world = createWorld({ quirks: { putWithRules: "replaces" } });
    world.simulator.ionos.editRules(world.group, () => [tcp(21), tcp(22)]);
    world.simulator.ionos.failNextRequest(message, "partly");
    await world.call("PUT", world.path, { properties: { name: "web" }, entities: fourRules });
    expect(settledRules(world).map(({ portRangeStart }) => portRangeStart)).toEqual([22, 1, 2]);
  });

  it("has deleted some rules of a group, which stays", async () => {
    const world = createWorld({});
    world.simulator.ionos.editRules(world.group, () => [tcp(21), tcp(22)]);
    world.simulator.ionos.failNextRequest(message, "partly");
    await world.call("DELETE", world.path);
    expect(settledRules(world).map(({ portRangeStart }) => portRangeStart)).toEqual([22]);
  });

  it("has attached some of several groups", async () => {
    const world = createWorld({});
    const { ionos } = world.simulator;
    const other = ionos.addGroup(world.datacenterId, { name: "other", rules: [] });
    const server = ionos.addServer(world.datacenterId, { name: "vm" });
    ionos.failNextRequest(message, "partly");
    const members = `/datacenters/${world.datacenterId}/servers/${server}/securitygroups`;
    await world.call("PUT", members, { ids: [world.group, other] });
    world.settle();
    const count = async (path: string): Promise<number> =>
      (await world.call("GET", `${path}?depth=3`)).body.entities.servers.items.length;
    expect([await count(world.path), await count(`${world.groups}/${other}`)]).toEqual([1, 0]);
  });

  it("has made a default group with some of its rules", async () => {
    const world = createWorld({});
    world.simulator.ionos.failNextRequest(message, "partly");
    await world.call("PATCH", `/datacenters/${world.datacenterId}`, { createDefaultSecurityGroup: true });
    world.settle();
    expect(world.simulator.ionos.groups(world.datacenterId).at(-1)?.rules).toHaveLength(2);
  });

  it.each([
    ["POST", (world: World) => addRule(world, 80), [[22], [22, 80]]],
    ["PATCH", (world: World) => world.call("PATCH", world.rule, { portRangeStart: 21 }), [[22], [21]]],
    ["DELETE", (world: World) => world.call("DELETE", world.rule), [[22], []]],
  ])("has done all of the %s of a single rule", async (_, write, wanted) => {
    const world = createWorld({});
    world.simulator.ionos.failNextRequest(message, "partly");
    const answer = await write(world);
    world.wait(1999);
    expect(portsInHistory(world, world.group)).toEqual([[22]]);
    world.wait(1);
    expect(await statusOf(world, answer)).toEqual(["FAILED", message]);
    expect(portsInHistory(world, world.group)).toEqual(wanted);
    expect(world.simulator.history(world.group).at(-1)?.at).toBe(startOfTime + 2000);
  });

  it("does nothing to what is gone meanwhile", async () => {
    const world = createWorld({});
    world.simulator.ionos.failNextRequest(message, "partly");
    const write = await world.call("DELETE", world.rule);
    world.simulator.ionos.editRules(world.group, () => []);
    world.settle();
    expect(await statusOf(world, write)).toEqual(["FAILED", message]);
    expect(portsInHistory(world, world.group)).toEqual([[22], []]);
  });
});

describe("a group that a failed request has marked", () => {
  it("is FAILED until a request on it succeeds, and takes writes meanwhile", async () => {
    const world = createWorld({ quirks: { failedRequest: "marked-failed" } });
    const state = async (): Promise<string> => {
      world.settle();
      return (await world.call("GET", world.path)).body.metadata.state;
    };
    world.simulator.ionos.failNextRequest(message);
    await addRule(world, 80);
    expect(await state()).toBe("FAILED");
    const next = await addRule(world, 81);
    expect((await world.call("GET", world.path)).body.metadata.state).toBe("BUSY");
    expect(await state()).toBe("AVAILABLE");
    expect(await statusOf(world, next)).toBe("DONE");
    expect(portsInHistory(world, world.group)).toEqual([[22], [22, 81]]);
  });
});

describe("a stuck request", () => {
  it("stays RUNNING until it is released, and holds up what waits for it", async () => {
    const world = createWorld({});
    world.simulator.ionos.stickNextRequest();
    const stuck = await addRule(world, 1);
    const next = await addRule(world, 2);
    world.settle();
    expect([await statusOf(world, stuck), await statusOf(world, next)]).toEqual(["RUNNING", "QUEUED"]);
    expect((await world.call("GET", world.path)).body.metadata.state).toBe("BUSY");
    world.simulator.ionos.releaseStuck();
    expect([await statusOf(world, stuck), await statusOf(world, next)]).toEqual(["DONE", "RUNNING"]);
    world.wait(1500);
    expect(await statusOf(world, next)).toBe("DONE");
    expect(portsInHistory(world, world.group)).toEqual([[22], [22, 1], [22, 1, 2]]);
  });

  it("still takes its time when it is released early", async () => {
    const world = createWorld({});
    world.simulator.ionos.stickNextRequest();
    const stuck = await addRule(world, 1);
    world.wait(600);
    world.simulator.ionos.releaseStuck();
    world.wait(1399);
    expect(await statusOf(world, stuck)).toBe("RUNNING");
    world.wait(1);
    expect(await statusOf(world, stuck)).toBe("DONE");
  });

  it("holds up no other datacenter, and in parallel execution nothing", async () => {
    const world = createWorld({ quirks: { execution: "parallel" } });
    world.simulator.ionos.stickNextRequest();
    const stuck = await addRule(world, 1);
    const next = await addRule(world, 2);
    world.settle();
    expect([await statusOf(world, stuck), await statusOf(world, next)]).toEqual(["RUNNING", "DONE"]);
  });

  it("comes in the order in which fates were asked for", async () => {
    const world = createWorld({ quirks: { execution: "parallel" } });
    const { ionos } = world.simulator;
    ionos.failNextRequest("first");
    ionos.stickNextRequest();
    ionos.failNextRequest("third", "partly");
    const writes = [await addRule(world, 1), await addRule(world, 2), await addRule(world, 3), await addRule(world, 4)];
    world.settle();
    const statuses: unknown[] = [];
    for (const write of writes) statuses.push(await statusOf(world, write));
    expect(statuses).toEqual([["FAILED", "first"], "RUNNING", ["FAILED", "third"], "DONE"]);
  });
});
