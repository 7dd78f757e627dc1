import { describe, expect, it } from "vitest";
import { hasConverged, normalizeRule, ruleKey, type Rule, type RuleDraft } from "@secgroup/core";
import { present, twoClouds, writesOf, type CloudName, type TwoClouds } from "./two-clouds.ts";

const tcp = (port: number, parts: Partial<RuleDraft>): Rule => {
  const normalized = normalizeRule(
    { direction: "ingress", protocol: "tcp", ports: { from: port, to: port }, remote: "10.0.0.0/8", ...parts },
    "document",
  );
  const rule = normalized.ok ? normalized.rules[0] : undefined;
  if (rule === undefined) throw new Error("no rule");
  return rule;
};
const rules = (count: number, first = 1, parts: Partial<RuleDraft> = {}): Rule[] =>
  Array.from({ length: count }, (_, index) => tcp(first + index, parts));

/** How many requests of each kind were sent since the last count. */
function count(world: TwoClouds): {
  readonly writes: number;
  readonly polls: number;
  readonly reads: number;
  /** Of the account's limits. */
  readonly limits: number;
} {
  const sent = world.requests();
  const writes = sent.filter(({ method }) => method !== "GET");
  const polls = sent.filter(({ method, path }) => method === "GET" && /\/(requests|tasks)\b/.test(path));
  const limits = sent.filter(({ path }) => path.includes("/contracts"));
  const others = writes.length + polls.length + limits.length;
  return { writes: writes.length, polls: polls.length, reads: sent.length - others, limits: limits.length };
}

const clouds: readonly CloudName[] = ["ionos", "gcore"];

describe.each(clouds)("on %s", (cloud) => {
  it.each([0, 1, 90])("a plan is one list read, with %i rules in each of three groups", async (number) => {
    const world = twoClouds();
    const desired = ["web", "app", "database"].map((name) => present(name, { rules: rules(number) }));
    await world.apply(cloud, desired);
    count(world);
    await world.plan(cloud, desired);
    expect(count(world)).toEqual({ writes: 0, polls: 0, reads: 1, limits: 0 });
  });

  it("a new group is one write and one read back, however many rules it has", async () => {
    const world = twoClouds();
    await world.apply(cloud, [present("web", { rules: rules(90) })]);
    expect(count(world)).toMatchObject({ writes: 1, reads: 2, limits: cloud === "ionos" ? 1 : 0 });
  });

  it("an apply without changes writes nothing", async () => {
    const world = twoClouds();
    const desired = [present("web", { rules: rules(3), description: "web" })];
    await world.apply(cloud, desired);
    count(world);
    await world.apply(cloud, desired);
    expect(count(world)).toEqual({ writes: 0, polls: 0, reads: 1, limits: 0 });
  });
});

interface Change {
  readonly name: string;
  readonly old: readonly Rule[];
  readonly next: readonly Rule[];
  /** Writes on IONOS, which takes each rule by itself. */
  readonly ionos: number;
  /** Writes on Gcore, which takes all rules of a group at once. */
  readonly gcore: number;
}

/** What it takes to change `n` rules; rule by rule, and without updates in place, an edit would be two writes. */
const changesOf = (n: number): readonly Change[] => {
  const outgoing = rules(n, 1, { direction: "egress" });
  const incoming = rules(n, 1, { protocol: "udp" });
  const wide = rules(n);
  const narrow = rules(n, 1, { remote: "10.0.0.0/9" });
  return [
    { name: "creates", old: [], next: wide, ionos: n, gcore: 1 },
    { name: "deletes", old: wide, next: [], ionos: n, gcore: 1 },
    { name: "edits that nothing hangs on", old: wide, next: rules(n, 1_000), ionos: n, gcore: 1 },
    // One new rule has to stand beside its old one; each of the others can take the place of a rule that is covered by then.
    { name: "edits that narrow", old: wide, next: narrow, ionos: n + 1, gcore: 2 },
    { name: "edits that widen", old: narrow, next: wide, ionos: n + 1, gcore: 2 },
    { name: "creates and deletes of unlike rules", old: outgoing, next: incoming, ionos: 2 * n, gcore: 1 },
    {
      name: "creates and deletes of unlike rules and edits that narrow",
      old: [...outgoing, ...wide],
      next: [...incoming, ...narrow],
      ionos: 3 * n + 1,
      // All four hundred are more than a group may hold on the way.
      gcore: n === 100 ? 3 : 2,
    },
    {
      name: "new descriptions",
      old: wide,
      next: wide.map((rule) => ({ ...rule, description: "web" })),
      ionos: n,
      gcore: 0,
    },
  ];
};

it("reads for status grow with time, and so less than with the number of writes", async () => {
  // IONOS works on one request after the other here: a hundred take a hundred times as long as one.
  const [few, many] = await Promise.all([10, 100].map(readsForStatus));
  expect(few).toBeLessThanOrEqual(25);
  expect(many).toBeLessThanOrEqual(65);
});

/** Reads for status while so many rules are made on IONOS. */
async function readsForStatus(number: number): Promise<number> {
  const world = twoClouds();
  await world.apply("ionos", [present("web")]);
  const planned = await world.planWithState("ionos", [present("web", { rules: rules(number) })]);
  count(world);
  await world.carryOut(planned);
  return count(world).polls;
}

describe.each([1, 10, 100])("with %i rules", (number) => {
  it.each(changesOf(number))("$name take $ionos writes on IONOS and $gcore on Gcore", async (change) => {
    for (const cloud of clouds) {
      const world = twoClouds({ ionos: { limits: { rulesPerSecurityGroup: 301 } } });
      await world.apply(cloud, [present("web", { rules: change.old })]);
      count(world);
      const planned = await world.planWithState(cloud, [present("web", { rules: change.next })]);
      const isAdding = change.next.some((rule) => !change.old.some((other) => ruleKey(other) === ruleKey(rule)));
      expect(count(world)).toEqual({ writes: 0, polls: 0, reads: 1, limits: cloud === "ionos" && isAdding ? 1 : 0 });
      expect(writesOf(planned.plan)).toBe(change[cloud]);
      expect(hasConverged(await world.carryOut(planned))).toBe(true);
      const { writes, polls, reads, limits } = count(world);
      // Each wave is read back before the next one is sent.
      const waves = planned.plan.targets[0]?.waves.length ?? 0;
      expect({ writes, reads, limits }).toEqual({ writes: change[cloud], reads: waves, limits: 0 });
      expect(polls).toBeGreaterThanOrEqual(waves);
    }
  });
});

it("IONOS: where lists are without rules, a plan reads each group that it needs once", async () => {
  const world = twoClouds({ ionos: { quirks: { listRulesDepth: "never" } } });
  const desired = ["web", "app"].map((name) => present(name, { rules: rules(5) }));
  await world.apply("ionos", [...desired, present("other")]);
  count(world);
  await world.plan("ionos", desired);
  expect(count(world)).toEqual({ writes: 0, polls: 0, reads: 3, limits: 0 });
});

it("a target of several pages is one list read a page", async () => {
  const world = twoClouds({ ionos: { limits: { securityGroupsPerVdc: 5_000 } } });
  for (let index = 0; index < 1_001; index++) {
    world.simulator.ionos.addGroup("5a88aa8b-8aa1-51f6-9cd1-0a1b2c3e9f31", { name: `group ${index}`, rules: [] });
    world.simulator.gcore.addGroup(1234, 76, { name: `group ${index}`, rules: [] });
  }
  for (const cloud of clouds) {
    await world.plan(cloud, [present("group 1000")]);
    expect(count(world)).toEqual({ writes: 0, polls: 0, reads: 2, limits: 0 });
  }
});
