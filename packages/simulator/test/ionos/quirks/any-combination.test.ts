import { expect, it } from "vitest";
import type { IonosOptions } from "../../../src/index.ts";
import { ionosQuirks } from "../../../src/ionos/ionos-quirks.ts";
import { createRandom } from "../../../src/seeded-random.ts";
import { tcp, type TestAnswer } from "../ionos-client.ts";
import { createWorld, type World } from "./witness.ts";

type Pick = <Item>(items: readonly Item[]) => Item;

function createPick(seed: number): Pick {
  const random = createRandom(seed);
  return (items) => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error("There is nothing to pick from.");
    return item;
  };
}

const drawQuirks = (pick: Pick): IonosOptions["quirks"] =>
  Object.fromEntries(Object.entries(ionosQuirks).map(([name, { values }]) => [name, pick<string | number>(values)]));

function act(world: World, pick: Pick): Promise<TestAnswer> | void {
  const { ionos } = world.simulator;
  const rule = { properties: { ...tcp(pick([1, 2, 3])), sourceIp: pick(["10.0.0.1/8", "::1", "0.0.0.0/0", null]) } };
  const acts: readonly (() => Promise<TestAnswer> | void)[] = [
    () => world.call("POST", world.rules, rule),
    () => world.call("POST", world.rules, rule),
    () => world.call("PATCH", world.rule, { name: pick(["a", "b"]), portRangeStart: pick([1, 2]) }),
    () => world.call("PUT", world.rule, rule),
    () => world.call("DELETE", world.rule),
    () => world.call("PUT", world.path, { properties: { name: "web" }, entities: { rules: { items: [rule] } } }),
    () => world.call("POST", world.groups, { properties: { name: "new" }, entities: { rules: { items: [rule] } } }),
    () => world.call("DELETE", world.path),
    () => world.call("PATCH", `/datacenters/${world.datacenterId}`, { createDefaultSecurityGroup: true }),
    () => world.call("GET", `${world.groups}?depth=3`),
    () => ionos.failNextRequest("no", pick(["at-once", "at-end", "partly"])),
    () => ionos.stickNextRequest(),
    () => ionos.releaseStuck(),
    () => world.wait(pick([100, 1000, 4000])),
  ];
  return pick(acts)();
}

/** What the history says is in force for each group that it knows. */
const lastOf = (world: World, groupId: string): readonly unknown[] =>
  world.simulator.history(groupId).at(-1)?.rules ?? [];

it.each(Array.from({ length: 60 }, (_, seed) => [seed]))(
  "once all is done, reads and history tell what is in force (seed %i)",
  async (seed) => {
    const pick = createPick(seed);
    const quirks = { ...drawQuirks(pick), requestList: "all", requestListDepth: 2 } as const;
    const world = createWorld({ quirks, seed, limits: { rulesPerSecurityGroup: 4, securityGroupsPerVdc: 3 } });
    for (let step = 0; step < 40; step++) await act(world, pick);
    world.simulator.ionos.releaseStuck();
    world.settle();
    const inForce = world.simulator.ionos.groups(world.datacenterId);
    world.settle();
    for (const { id, name, rules } of inForce) {
      const { body } = await world.call("GET", `${world.groups}/${id}?depth=3`);
      expect(body.properties.name).toBe(name);
      expect(body.entities.rules.items.map((item: { id: string }) => item.id).toSorted()).toEqual(
        rules.map((rule) => rule.id).toSorted(),
      );
      expect(rules).toMatchObject(lastOf(world, id));
      expect(rules.length).toBeLessThanOrEqual(4);
    }
    expect(inForce.length).toBeLessThanOrEqual(3);
    const { body } = await world.call("GET", "/requests?depth=2");
    for (const { metadata } of body.items) expect(["DONE", "FAILED"]).toContain(metadata.requestStatus.metadata.status);
  },
);
