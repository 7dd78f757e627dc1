import { describe, expect, it } from "vitest";
import { createFaultyWorld } from "./faulty-world.ts";

const hours = 3_600_000;

describe.each(["at-once", "at-end", "partly"] as const)("an operation that fails %s", (how) => {
  it("is FAILED at IONOS, the rule there only if partly", async () => {
    const world = createFaultyWorld([{ fault: "operation-failed", how, at: { write: 1 } }]);
    const path = new URL((await world.addRule(443)).headers.get("Location") ?? "").pathname.slice(12);
    const look = async (): Promise<unknown> => (await world.ionos("GET", path)).json();
    if (how === "at-once") expect(await look()).toMatchObject({ metadata: { status: "FAILED" } });
    await world.time.run(() => world.time.sleep(10_000));
    expect(await look()).toMatchObject({ metadata: { status: "FAILED", message: expect.stringContaining(how) } });
    expect(world.ports()).toEqual(how === "partly" ? [80, 443] : [80]);
    // The next is like any other.
    await world.addRule(444);
    await world.time.run(() => world.time.sleep(10_000));
    expect(world.ports()).toContain(444);
  });

  it("is in ERROR at Gcore, the rule there only if partly", async () => {
    const world = createFaultyWorld([{ fault: "operation-failed", how, at: { write: 1 } }]);
    const rule = { direction: "ingress", protocol: "tcp", port_range_min: 443, port_range_max: 443 };
    await world.gcore("POST", `/v2/security_groups/1/1/${world.gcoreGroup}/rules`, rule);
    await world.time.run(() => world.time.sleep(10_000));
    const tasks: unknown = await (await world.gcore("GET", "/v1/tasks")).json();
    expect(tasks).toMatchObject({ results: [{ state: "ERROR", error: expect.stringContaining(how) }] });
    expect(world.simulator.gcore.groups(1, 1)[0]?.rules).toHaveLength(how === "partly" ? 2 : 1);
  });
});

describe("an operation that is stuck", () => {
  it("never ends, at either cloud", async () => {
    const world = createFaultyWorld([
      { fault: "operation-stuck", at: { write: 1 } },
      { fault: "operation-stuck", at: { write: 2 } },
    ]);
    const path = new URL((await world.addRule(443)).headers.get("Location") ?? "").pathname.slice(12);
    const rule = { direction: "ingress", protocol: "tcp", port_range_min: 443, port_range_max: 443 };
    await world.gcore("POST", `/v2/security_groups/1/1/${world.gcoreGroup}/rules`, rule);
    await world.time.run(() => world.time.sleep(24 * hours));
    expect(await (await world.ionos("GET", path)).json()).toMatchObject({ metadata: { status: "RUNNING" } });
    expect(await (await world.gcore("GET", "/v1/tasks")).json()).toMatchObject({ results: [{ state: "RUNNING" }] });
    expect(world.ports()).toEqual([80]);
  });
});
