import { describe, expect, it } from "vitest";
import type { PlannedFault } from "../../src/index.ts";
import { createFaultyWorld, datacenterId } from "./faulty-world.ts";

const groups = `/datacenters/${datacenterId}/securitygroups`;

async function after(fault: PlannedFault) {
  const world = createFaultyWorld([fault]);
  await world.ionos("GET", groups);
  const ionos = world.simulator.ionos.groups(datacenterId).map(({ rules }) => rules.map(({ sourceIp }) => sourceIp));
  const gcore = world.simulator.gcore.groups(1, 1).map(({ rules }) => rules.map((rule) => rule.remote_ip_prefix));
  return { ionos, gcore, story: world.faults.story() };
}

describe("a third party", () => {
  it.each<{ fault: "edits-rule" | "adds-rule" | "deletes-rule" | "deletes-group"; rules: readonly unknown[] }>([
    { fault: "edits-rule", rules: [["198.51.100.0"]] },
    { fault: "adds-rule", rules: [[null, "198.51.100.0"]] },
    { fault: "deletes-rule", rules: [[]] },
    { fault: "deletes-group", rules: [] },
  ])("$fault in the group that it picks, at either cloud", async ({ fault, rules }) => {
    const atIonos = await after({ fault, when: "before", at: 1 });
    expect([atIonos.ionos, atIonos.gcore]).toEqual([rules, [[null]]]);
    expect(atIonos.story).toMatch(/\((added|made|deleted) .*ionos group web/);
    const atGcore = await after({ fault, when: "before", pick: 3, at: 1 });
    const prefixes = JSON.parse(JSON.stringify(rules).replaceAll('.0"', '.0/32"'));
    expect([atGcore.ionos, atGcore.gcore]).toEqual([[[null]], prefixes]);
    expect(atGcore.story).toMatch(/\((added|made|deleted) .*gcore group web/);
  });

  it("works before the request arrives, or after it was answered", async () => {
    for (const { when, seen } of [
      { when: "before", seen: 0 },
      { when: "after", seen: 1 },
    ] as const) {
      const world = createFaultyWorld([{ fault: "deletes-group", when, at: 1 }]);
      const answer = (await (await world.ionos("GET", groups)).json()) as { readonly items: readonly unknown[] };
      expect(answer.items).toHaveLength(seen);
      expect(world.simulator.ionos.groups(datacenterId)).toEqual([]);
    }
  });

  it("finds a group by its name, and does nothing without one, or without a rule", async () => {
    expect((await after({ fault: "adds-rule", when: "before", group: "web", at: 1 })).ionos[0]).toHaveLength(2);
    const missed = await after({ fault: "adds-rule", when: "before", group: "nobody", at: 1 });
    expect(missed.ionos[0]).toHaveLength(1);
    expect(missed.story).toContain("found no group");
    const world = createFaultyWorld([{ fault: "edits-rule", when: "before", at: 1 }]);
    world.simulator.ionos.editRules(world.ionosGroup, () => []);
    await world.ionos("GET", groups);
    expect(world.faults.story()).toContain("found no rule in ionos group web");
  });

  it("never does the same twice", async () => {
    const world = createFaultyWorld(
      [1, 2, 3].map((at) => ({ fault: "adds-rule", when: "before", group: "web", at }) as const),
    );
    for (let call = 0; call < 3; call++) await world.ionos("GET", groups);
    const [group] = world.simulator.ionos.groups(datacenterId);
    expect(new Set(group?.rules.map(({ sourceIp }) => sourceIp)).size).toBe(4);
  });
});
