import { describe, expect, it } from "vitest";
import type { IonosQuirks } from "../../src/index.ts";
import { createTestCloud, origin, startOfTime, tcp, type TestAnswer, type TestCloud } from "./ionos-client.ts";

const pathOf = (answer: TestAnswer): string =>
  String(answer.headers.get("Location")).replace(`${origin}/cloudapi/v6`, "");

async function statusOf(cloud: TestCloud, write: TestAnswer): Promise<string> {
  return (await cloud.call("GET", pathOf(write))).body.metadata.status;
}

const ports = (cloud: TestCloud): readonly unknown[] =>
  cloud.simulator.ionos
    .groups(cloud.datacenterId)
    .flatMap(({ rules }) => rules.map(({ portRangeStart }) => portRangeStart));

function withGroup(
  quirks: Partial<IonosQuirks> = {},
  seed?: number,
): TestCloud & { readonly group: string; readonly rules: string } {
  const cloud = createTestCloud({ quirks, queuedMs: 500, runningMs: 1500, seed });
  const group = cloud.simulator.ionos.addGroup(cloud.datacenterId, { name: "web", rules: [tcp(22)] });
  return { ...cloud, group, rules: `${cloud.groups}/${group}/rules` };
}

describe("a request", () => {
  it("goes from QUEUED over RUNNING to DONE, and only then takes effect", async () => {
    const cloud = withGroup();
    const write = await cloud.call("POST", cloud.rules, { properties: tcp(80) });
    expect(write.headers.get("Location")).toMatch(new RegExp(`^${origin}/cloudapi/v6/requests/[0-9a-f-]{36}/status$`));
    for (const [wait, status] of [
      [0, "QUEUED"],
      [499, "QUEUED"],
      [1, "RUNNING"],
      [1499, "RUNNING"],
    ] as const) {
      cloud.wait(wait);
      expect(await statusOf(cloud, write)).toBe(status);
      expect(ports(cloud)).toEqual([22]);
      // Asked for, and so in sight.
      expect((await cloud.call("GET", `${cloud.rules}/${write.body.id}`)).body).toMatchObject({
        metadata: { state: "BUSY" },
        properties: tcp(80),
      });
    }
    cloud.wait(1);
    expect(await statusOf(cloud, write)).toBe("DONE");
    expect(ports(cloud)).toEqual([22, 80]);
    expect((await cloud.call("GET", `${cloud.rules}/${write.body.id}`)).body.metadata.state).toBe("AVAILABLE");
    expect(cloud.simulator.history(cloud.group).map(({ at, rules }) => [at - startOfTime, rules.length])).toEqual([
      [0, 1],
      [2000, 2],
    ]);
  });

  it("tells what it was and what it touches", async () => {
    const cloud = withGroup();
    const write = await cloud.call("POST", cloud.rules, { properties: tcp(80) });
    const status = await cloud.call("GET", pathOf(write));
    const id = String(pathOf(write).split("/")[2]);
    expect(status.body).toEqual({
      id: `${id}/status`,
      type: "request-status",
      href: `${origin}/cloudapi/v6/requests/${id}/status`,
      metadata: {
        status: "QUEUED",
        message: "Request has been queued",
        etag: expect.any(String),
        targets: [{ target: { id: write.body.id, type: "firewall-rule", href: write.body.href }, status: "QUEUED" }],
      },
    });
    const request = await cloud.call("GET", `/requests/${id}?depth=1`);
    expect(request.body).toMatchObject({
      metadata: {
        createdDate: "2026-01-01T00:00:00Z",
        createdBy: "simulator",
        requestStatus: { metadata: { status: "QUEUED" } },
      },
      properties: {
        method: "POST",
        url: `${origin}/cloudapi/v6${cloud.rules}`,
        body: JSON.stringify({ properties: tcp(80) }),
      },
    });
    expect((await cloud.call("GET", `/requests/${id}`)).body.metadata.requestStatus).not.toHaveProperty("metadata");
    expect(JSON.stringify(request.body)).not.toContain("simulator-token");
  });

  it("makes the whole group BUSY, and no other", async () => {
    const cloud = withGroup();
    const other = cloud.simulator.ionos.addGroup(cloud.datacenterId, { name: "other", rules: [] });
    await cloud.call("POST", cloud.rules, { properties: tcp(80) });
    const state = async (path: string): Promise<string> => (await cloud.call("GET", path)).body.metadata.state;
    const [first] = (await cloud.call("GET", cloud.rules)).body.items;
    expect(await state(`${cloud.groups}/${cloud.group}`)).toBe("BUSY");
    expect(await state(`${cloud.rules}/${first.id}`)).toBe("BUSY");
    expect(await state(`${cloud.groups}/${other}`)).toBe("AVAILABLE");
    expect(await state(`/datacenters/${cloud.datacenterId}`)).toBe("BUSY");
    cloud.settle();
    expect(await state(`${cloud.groups}/${cloud.group}`)).toBe("AVAILABLE");
    expect(await state(`/datacenters/${cloud.datacenterId}`)).toBe("AVAILABLE");
  });

  it("is queued when the group is BUSY", async () => {
    const cloud = createTestCloud();
    const created = await cloud.call("POST", cloud.groups, { properties: { name: "web" } });
    const rule = await cloud.call("POST", `${cloud.groups}/${created.body.id}/rules`, { properties: tcp(22) });
    expect(rule.status).toBe(202);
    expect(
      (await cloud.call("PATCH", `${cloud.groups}/${created.body.id}/rules/${rule.body.id}`, { name: "ssh" })).status,
    ).toBe(202);
    cloud.settle();
    expect(cloud.simulator.ionos.groups(cloud.datacenterId)).toMatchObject([{ name: "web", rules: [{ name: "ssh" }] }]);
  });
});

describe("execution", () => {
  it.each([
    ["serial-per-datacenter", [2000, 3500, 5000]],
    ["parallel", [2000, 2000, 2000]],
  ] as const)("is %s", async (execution, ends) => {
    const cloud = withGroup({ execution });
    for (const port of [1, 2, 3]) await cloud.call("POST", cloud.rules, { properties: tcp(port) });
    cloud.settle();
    const entries = cloud.simulator.history(cloud.group).slice(1);
    expect(entries.map(({ at }) => at - startOfTime)).toEqual(ends);
    expect(entries.map(({ rules }) => rules.length)).toEqual([2, 3, 4]);
  });

  it("of one datacenter does not wait for another", async () => {
    const cloud = withGroup();
    const elsewhere = cloud.simulator.ionos.addDatacenter({ name: "other" });
    await cloud.call("POST", cloud.rules, { properties: tcp(1) });
    const write = await cloud.call("POST", `/datacenters/${elsewhere}/securitygroups`, { properties: { name: "web" } });
    cloud.wait(2000);
    expect(await statusOf(cloud, write)).toBe("DONE");
  });

  it("takes time from when the one before has ended", async () => {
    const cloud = withGroup();
    await cloud.call("POST", cloud.rules, { properties: tcp(1) });
    const second = await cloud.call("POST", cloud.rules, { properties: tcp(2) });
    cloud.wait(1999);
    expect(await statusOf(cloud, second)).toBe("QUEUED");
    cloud.wait(1);
    expect(await statusOf(cloud, second)).toBe("RUNNING");
  });
});

describe("parallel execution in a shuffled order", () => {
  const quirks = { execution: "parallel", parallelOrder: "shuffled" } as const;
  const sent = [1, 2, 3, 4, 5];
  const endsWith = async (
    seed: number,
    other: Partial<IonosQuirks> = {},
  ): Promise<{ readonly order: readonly unknown[]; readonly times: readonly number[] }> => {
    const cloud = withGroup({ ...quirks, ...other }, seed);
    for (const port of sent) await cloud.call("POST", cloud.rules, { properties: tcp(port) });
    cloud.settle();
    const entries = cloud.simulator.history(cloud.group).slice(1);
    return {
      order: entries.map(({ rules }) => rules.at(-1)?.["portRangeStart"]),
      times: entries.map(({ at }) => at - startOfTime),
    };
  };

  it("lets every request take effect once, within twice the usual time", async () => {
    const { order, times } = await endsWith(3);
    expect(order).toHaveLength(sent.length);
    expect(new Set(order)).toEqual(new Set(sent));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(500);
    expect(Math.max(...times)).toBeLessThan(500 + 2 * 1500);
  });

  it("is the same for the same seed, and differs for others", async () => {
    expect(await endsWith(3)).toEqual(await endsWith(3));
    const orders = await Promise.all(Array.from({ length: 20 }, async (_, seed) => (await endsWith(seed)).order));
    expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(10);
  });

  it("is no concern of serial execution", async () => {
    expect(await endsWith(3, { execution: "serial-per-datacenter" })).toEqual({
      order: sent,
      times: [2000, 3500, 5000, 6500, 8000],
    });
  });

  it("reads tell what is in force once everything has ended, whichever change came last", async () => {
    const names: unknown[] = [];
    for (let seed = 0; seed < 10; seed++) {
      const cloud = withGroup(quirks, seed);
      const [rule] = (await cloud.call("GET", cloud.rules)).body.items;
      for (const name of ["first", "second"]) await cloud.call("PATCH", `${cloud.rules}/${rule.id}`, { name });
      const added = await cloud.call("POST", cloud.rules, { properties: tcp(80) });
      await cloud.call("PATCH", `${cloud.rules}/${added.body.id}`, { name: "may come too early" });
      for (let step = 0; step < 40; step++) {
        cloud.wait(100);
        await cloud.call("GET", cloud.groups);
      }
      const inForce = cloud.simulator.ionos.groups(cloud.datacenterId)[0]?.rules ?? [];
      const read = (await cloud.call("GET", `${cloud.rules}?depth=1`)).body.items;
      expect(read.map((item: { id: string; properties: object }) => ({ id: item.id, ...item.properties }))).toEqual(
        inForce,
      );
      names.push(inForce[0]?.name, inForce[1]?.name);
    }
    expect(new Set(names)).toEqual(new Set(["first", "second", "may come too early", undefined]));
  });
});

describe("what is shown", () => {
  it("loses a deleted rule as soon as it is gone, whatever else is pending", async () => {
    const cloud = withGroup();
    const [rule] = (await cloud.call("GET", cloud.rules)).body.items;
    await cloud.call("DELETE", `${cloud.rules}/${rule.id}`);
    await cloud.call("POST", cloud.rules, { properties: tcp(80) });
    cloud.wait(2000);
    const read = await cloud.call("GET", `${cloud.rules}?depth=1`);
    expect(read.body.items).toMatchObject([{ metadata: { state: "BUSY" }, properties: tcp(80) }]);
  });
});

describe("failure", () => {
  it("of a change takes nothing of the next one with it", async () => {
    const cloud = withGroup();
    const [rule] = (await cloud.call("GET", cloud.rules)).body.items;
    cloud.simulator.ionos.failNextRequest("no");
    await cloud.call("PATCH", `${cloud.rules}/${rule.id}`, { name: "fails" });
    const second = await cloud.call("PATCH", `${cloud.rules}/${rule.id}`, { sourceIp: "10.0.0.0/8" });
    expect(second.body.properties).toMatchObject({ name: "fails", sourceIp: "10.0.0.0/8" });
    cloud.settle();
    const { properties } = (await cloud.call("GET", `${cloud.rules}/${rule.id}`)).body;
    expect(properties).toMatchObject({ sourceIp: "10.0.0.0/8" });
    expect(properties).not.toHaveProperty("name");
  });

  it("leaves no trace of what was asked for", async () => {
    const cloud = withGroup();
    const { ionos } = cloud.simulator;
    const [rule] = ionos.groups(cloud.datacenterId)[0]?.rules ?? [];
    const before = ionos.groups(cloud.datacenterId);
    for (const [method, path, body] of [
      ["POST", cloud.rules, { properties: tcp(80) }],
      ["PATCH", `${cloud.rules}/${rule?.id}`, { name: "other" }],
      ["DELETE", `${cloud.rules}/${rule?.id}`, undefined],
      ["PUT", `${cloud.groups}/${cloud.group}`, { properties: { name: "other" } }],
      ["DELETE", `${cloud.groups}/${cloud.group}`, undefined],
    ] as const) {
      ionos.failNextRequest("[VDC-5-601] We are sorry");
      const write = await cloud.call(method, path, body);
      expect(write.status).toBe(202);
      cloud.settle();
      const status = await cloud.call("GET", pathOf(write));
      expect(status.body.metadata).toMatchObject({
        status: "FAILED",
        message: "[VDC-5-601] We are sorry",
        targets: [{ status: "FAILED" }],
      });
      expect(ionos.groups(cloud.datacenterId)).toEqual(before);
      const read = await cloud.call("GET", `${cloud.groups}/${cloud.group}?depth=3`);
      expect(read.body).toMatchObject({ metadata: { state: "AVAILABLE" }, properties: { name: "web" } });
      expect(read.body.entities.rules.items).toMatchObject([{ id: rule?.id, properties: tcp(22) }]);
    }
    expect(cloud.simulator.history(cloud.group)).toHaveLength(1);
  });

  it("befalls only the next write that is accepted", async () => {
    const cloud = withGroup();
    cloud.simulator.ionos.failNextRequest("no");
    await cloud.call("POST", cloud.rules, { properties: { protocol: "nonsense" } });
    await cloud.call("GET", cloud.rules);
    const failing = await cloud.call("POST", cloud.rules, { properties: tcp(1) });
    const working = await cloud.call("POST", cloud.rules, { properties: tcp(2) });
    cloud.settle();
    expect([await statusOf(cloud, failing), await statusOf(cloud, working)]).toEqual(["FAILED", "DONE"]);
    expect(ports(cloud)).toEqual([22, 2]);
  });

  it("comes by itself when what a write names is gone by the time it runs", async () => {
    const cloud = withGroup();
    await cloud.call("DELETE", `${cloud.groups}/${cloud.group}`);
    const late = await cloud.call("POST", cloud.rules, { properties: tcp(80) });
    expect(late.status).toBe(202);
    cloud.settle();
    expect((await cloud.call("GET", pathOf(late))).body.metadata).toMatchObject({
      status: "FAILED",
      message: "[VDC-5-601] Resource does not exist",
    });
    expect((await cloud.call("GET", cloud.groups)).body.items).toEqual([]);
  });
});

describe("holding requests", () => {
  it("keeps them RUNNING until they are let go", async () => {
    const cloud = withGroup();
    cloud.simulator.ionos.holdRequests(true);
    const first = await cloud.call("POST", cloud.rules, { properties: tcp(1) });
    const second = await cloud.call("POST", cloud.rules, { properties: tcp(2) });
    cloud.settle();
    expect([await statusOf(cloud, first), await statusOf(cloud, second)]).toEqual(["RUNNING", "QUEUED"]);
    expect(ports(cloud)).toEqual([22]);
    cloud.simulator.ionos.holdRequests(false);
    expect([await statusOf(cloud, first), await statusOf(cloud, second)]).toEqual(["DONE", "RUNNING"]);
    cloud.wait(1500);
    expect(await statusOf(cloud, second)).toBe("DONE");
    expect(ports(cloud)).toEqual([22, 1, 2]);
  });
});

describe("when everything has ended", () => {
  it.each(["serial-per-datacenter", "parallel"] as const)("reads tell what is in force (%s)", async (execution) => {
    const cloud = withGroup({ execution });
    const { ionos } = cloud.simulator;
    const seeded = String(ionos.groups(cloud.datacenterId)[0]?.rules[0]?.id);
    const added = await cloud.call("POST", cloud.rules, { properties: tcp(1) });
    await cloud.call("PATCH", `${cloud.rules}/${added.body.id}`, { name: "first" });
    ionos.failNextRequest("no");
    await cloud.call("PATCH", `${cloud.rules}/${added.body.id}`, { name: "never", type: "EGRESS" });
    cloud.wait(700);
    await cloud.call("DELETE", `${cloud.rules}/${seeded}`);
    ionos.failNextRequest("no");
    await cloud.call("POST", cloud.rules, { properties: tcp(2) });
    cloud.wait(1600);
    ionos.editRules(cloud.group, (rules) => [...rules, { protocol: "ANY" }]);
    await cloud.call("PATCH", `${cloud.groups}/${cloud.group}`, { description: "text" });
    for (const wait of [0, 1500, 1500, 1500, 100_000]) {
      cloud.wait(wait);
      await cloud.call("GET", cloud.groups);
    }
    const read = (await cloud.call("GET", `${cloud.groups}/${cloud.group}?depth=3`)).body;
    const rules = read.entities.rules.items.map(({ id, properties }: { id: string; properties: object }) => ({
      id,
      ...properties,
    }));
    expect(ionos.groups(cloud.datacenterId)).toEqual([{ id: cloud.group, ...read.properties, rules }]);
    expect(rules).toMatchObject([{ id: added.body.id, name: "first", type: "INGRESS" }, { protocol: "ANY" }]);
  });
});

describe("the Location header", () => {
  it.each([
    ["always", [true, true, true, true]],
    ["as-documented", [false, true, true, false]],
    ["never", [false, false, false, false]],
  ] as const)("comes %s", async (locationHeader, wanted) => {
    const cloud = withGroup({ locationHeader });
    const rule = cloud.simulator.ionos.groups(cloud.datacenterId)[0]?.rules[0]?.id;
    const writes = [
      await cloud.call("POST", cloud.groups, { properties: { name: "new" } }),
      await cloud.call("PUT", `${cloud.groups}/${cloud.group}`, { properties: { name: "web" } }),
      await cloud.call("POST", cloud.rules, { properties: tcp(80) }),
      await cloud.call("DELETE", `${cloud.rules}/${rule}`),
    ];
    expect(writes.map(({ headers }) => headers.has("Location"))).toEqual(wanted);
  });
});

describe("the list of requests", () => {
  it("is filtered by what was sent, by state and by time", async () => {
    const cloud = withGroup();
    await cloud.call("PUT", `${cloud.groups}/${cloud.group}`, { properties: { name: "first" } });
    cloud.wait(10_000);
    await cloud.call("POST", cloud.rules, { properties: { name: "needle", ...tcp(80) } });
    const find = async (query: string): Promise<readonly string[]> =>
      (await cloud.call("GET", `/requests?${query}`)).body.items.map(
        (item: { properties?: { method: string } }) => item.properties?.method ?? "?",
      );
    expect(await find("depth=1")).toEqual(["POST", "PUT"]);
    expect(await find("")).toEqual(["?", "?"]);
    expect(await find("depth=1&filter.method=pu")).toEqual(["PUT"]);
    expect(await find("depth=1&filter.url=/RULES")).toEqual(["POST"]);
    expect(await find("depth=1&filter.body=needle")).toEqual(["POST"]);
    expect(await find("depth=1&filter.method=POST&filter.body=other")).toEqual([]);
    expect(await find("depth=1&filter.requestStatus=done")).toEqual(["PUT"]);
    expect(await find("depth=1&filter.createdBy=nobody")).toEqual([]);
    expect(await find("depth=1&filter.status=QUEUED")).toEqual(["POST"]);
    expect(await find("filter.status=QUEUED")).toEqual(["?"]);
    expect(await find("filter.createdAfter=2026-01-01 00:00:05")).toEqual(["?"]);
    expect(await find("depth=1&filter.createdAfter=2026-01-01 00:00:05")).toEqual(["POST"]);
    expect(await find("depth=1&filter.createdBefore=2026-01-01 00:00:05")).toEqual(["PUT"]);
    // Said to need a depth, so without one it does nothing.
    expect(await find("filter.method=PUT")).toEqual(["?", "?"]);
  });

  it("comes in pages", async () => {
    const cloud = withGroup();
    for (const name of ["a", "b", "c"])
      await cloud.call("PUT", `${cloud.groups}/${cloud.group}`, { properties: { name } });
    const { body } = await cloud.call("GET", "/requests?limit=2&offset=1&depth=2");
    expect(body.items).toHaveLength(2);
    expect(body.items[0].metadata.requestStatus.metadata.status).toBe("QUEUED");
    expect(body).toHaveProperty("_links.prev", expect.stringContaining("offset=0"));
    expect(body).not.toHaveProperty("_links.next");
  });

  it("refuses a time of another form and a state that does not exist", async () => {
    const { call } = withGroup();
    expect((await call("GET", "/requests?filter.createdAfter=2026-01-01")).status).toBe(422);
    expect((await call("GET", "/requests?filter.status=BUSY")).status).toBe(422);
  });
});
