import { describe, expect, it } from "vitest";
import { normalizeRule, type Rule } from "@secgroup/core";
import { present, twoClouds, type CloudName, type TwoClouds } from "./two-clouds.ts";

const tcp = (port: number): Rule => {
  const normalized = normalizeRule(
    { direction: "ingress", protocol: "tcp", ports: { from: port, to: port }, remote: "10.0.0.0/8" },
    "document",
  );
  const rule = normalized.ok ? normalized.rules[0] : undefined;
  if (rule === undefined) throw new Error("no rule");
  return rule;
};
const rules = (count: number, first = 1): Rule[] => Array.from({ length: count }, (_, index) => tcp(first + index));

/** How many requests of each kind were sent since the last count. */
function count(world: TwoClouds): { readonly writes: number; readonly polls: number; readonly reads: number } {
  const sent = world.requests();
  const writes = sent.filter(({ method }) => method !== "GET");
  const polls = sent.filter(
    ({ method, path }) => method === "GET" && (path.includes("/requests/") || path.includes("/tasks/")),
  );
  return { writes: writes.length, polls: polls.length, reads: sent.length - writes.length - polls.length };
}

const clouds: readonly CloudName[] = ["ionos", "gcore"];

describe.each(clouds)("on %s", (cloud) => {
  it.each([0, 1, 90])("a plan is one list read, with %i rules in each of three groups", async (number) => {
    const world = twoClouds();
    const desired = ["web", "app", "database"].map((name) => present(name, { rules: rules(number) }));
    await world.apply(cloud, desired);
    count(world);
    await world.plan(cloud, desired);
    expect(count(world)).toEqual({ writes: 0, polls: 0, reads: 1 });
  });

  it("a new group is one write and one read back, however many rules it has", async () => {
    const world = twoClouds();
    await world.apply(cloud, [present("web", { rules: rules(90) })]);
    expect(count(world)).toMatchObject({ writes: 1, reads: 2 });
  });

  it("an apply without changes writes nothing", async () => {
    const world = twoClouds();
    const desired = [present("web", { rules: rules(3), description: "web" })];
    await world.apply(cloud, desired);
    count(world);
    await world.apply(cloud, desired);
    expect(count(world)).toEqual({ writes: 0, polls: 0, reads: 1 });
  });
});

it.each([1, 7, 40])(
  "IONOS: %i rules to create and as many to delete are a write each, and one read after them",
  async (number) => {
    const world = twoClouds();
    await world.apply("ionos", [present("web", { rules: rules(number) })]);
    count(world);
    await world.apply("ionos", [present("web", { rules: rules(number, 1_000) })]);
    const { writes, polls, reads } = count(world);
    expect({ writes, reads }).toEqual({ writes: 2 * number, reads: 2 });
    expect(polls).toBeGreaterThan(0);
  },
);

it.each([1, 40, 120])(
  "Gcore: %i rules to add and as many to remove are one write, and one read after it",
  async (number) => {
    const world = twoClouds();
    await world.apply("gcore", [present("web", { rules: rules(number) })]);
    count(world);
    await world.apply("gcore", [present("web", { rules: rules(number, 1_000) })]);
    expect(count(world)).toMatchObject({ writes: 1, reads: 2 });
  },
);

it("IONOS: where lists are without rules, a plan reads each group that it needs once", async () => {
  const world = twoClouds({ ionos: { quirks: { listRulesDepth: "never" } } });
  const desired = ["web", "app"].map((name) => present(name, { rules: rules(5) }));
  await world.apply("ionos", [...desired, present("other")]);
  count(world);
  await world.plan("ionos", desired);
  expect(count(world)).toEqual({ writes: 0, polls: 0, reads: 3 });
});

it("a target of several pages is one list read a page", async () => {
  const world = twoClouds({ ionos: { limits: { securityGroupsPerVdc: 5_000 } } });
  for (let index = 0; index < 1_001; index++) {
    world.simulator.ionos.addGroup("5a88aa8b-8aa1-51f6-9cd1-0a1b2c3e9f31", { name: `group ${index}`, rules: [] });
    world.simulator.gcore.addGroup(1234, 76, { name: `group ${index}`, rules: [] });
  }
  for (const cloud of clouds) {
    await world.plan(cloud, [present("group 1000")]);
    expect(count(world)).toEqual({ writes: 0, polls: 0, reads: 2 });
  }
});
