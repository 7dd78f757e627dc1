import { gcore } from "@secgroup/adapter-gcore";
import { ionos } from "@secgroup/adapter-ionos";
import {
  applyPlan,
  createAccount,
  createPlan,
  diffGroup,
  hasConverged,
  normalizeRule,
  readTarget,
  type Adapter,
  type DesiredGroup,
  type PresentGroup,
  type Rule,
  type RuleDraft,
} from "@secgroup/core";
import {
  createSimulator,
  createVirtualTime,
  gcoreQuirks,
  ionosQuirks,
  type SimulatorOptions,
  type VirtualTime,
} from "@secgroup/simulator";
import { describe, expect, it } from "vitest";
import { datacenter, present, project, region, type CloudName } from "./two-clouds.ts";

const tenMinutes = 600_000;
const { signal } = new AbortController();

function ruleOf(draft: Partial<RuleDraft>): Rule {
  const normalized = normalizeRule({ direction: "ingress", ...draft }, "document");
  const rule = normalized.ok && normalized.rules.length === 1 ? normalized.rules[0] : undefined;
  if (rule === undefined) throw new Error(`not one rule: ${JSON.stringify(draft)}`);
  return rule;
}

const tcp = (port: number, remote = "10.0.0.0/8", description = ""): Rule =>
  ruleOf({ protocol: "tcp", ports: { from: port, to: port }, remote, description });

/** Rules that every cloud can express, in spellings that clouds like to change. */
const old: readonly Rule[] = [
  tcp(22),
  tcp(23),
  tcp(80, "0.0.0.0/0", "site"),
  tcp(81, "192.0.2.7/32"),
  ruleOf({ protocol: "udp", ports: { from: 1, to: 65_535 }, remote: "2001:db8::7/128" }),
  ruleOf({ protocol: "icmp", icmp: { type: 8 }, remote: "0.0.0.0/0" }),
  ruleOf({ direction: "egress", protocol: "any", remote: "::/0", ipVersion: "IPv6" }),
];
const next: readonly Rule[] = [
  tcp(22, "10.0.0.0/9"),
  tcp(443),
  ...old.slice(2),
  ruleOf({ protocol: "esp", remote: "198.51.100.0/24" }),
];

const wishes: readonly DesiredGroup[] = [
  present("web", { description: "changed", rules: next }),
  present("fresh", { description: "new", rules: [tcp(5432), tcp(5433, "192.0.2.0/24", "backup")] }),
  { ensure: "absent", name: "retired" },
];

interface World {
  readonly time: VirtualTime;
  readonly adapter: Adapter;
}

function createWorld(cloud: CloudName, quirks: Readonly<Record<string, unknown>>): World {
  const time = createVirtualTime();
  const options: SimulatorOptions = { now: time.steadyNow, [cloud]: { quirks } };
  const simulator = createSimulator(options);
  simulator.ionos.addDatacenter({ id: datacenter, name: "test" });
  simulator.gcore.addProject({ projectId: project, regionId: region });
  const account = createAccount({ clock: time });
  const { fetch } = simulator;
  const adapter =
    cloud === "ionos"
      ? ionos({ token: "simulator-token", datacenter, fetch, account })
      : gcore({ apiKey: "simulator-key", project, region, fetch, account });
  return { time, adapter };
}

/** One plan and its apply. The code of what went wrong; nothing when it converged. */
async function round({ time, adapter }: World, groups: readonly DesiredGroup[]): Promise<string | undefined> {
  const requests = groups.map((desired) => ({ key: desired.name, desired }));
  const target = { name: "here", location: {}, adapter, groups: requests };
  try {
    const options = { clock: time, signal };
    const { plan, observed } = await createPlan([target], { ...options, awaitQuiet: true });
    const report = await applyPlan(plan, { ...options, adapters: new Map([["here", adapter]]), observed, force: true });
    return hasConverged(report) ? undefined : report.targets[0]?.error?.code;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  } finally {
    await time.sleep(tenMinutes);
  }
}

/** Until it has converged, at most so many rounds. */
async function reach(world: World, groups: readonly DesiredGroup[], rounds: number): Promise<string | undefined> {
  const code = await round(world, groups);
  return code === undefined || rounds === 1 ? code : reach(world, groups, rounds - 1);
}

async function differences({ adapter, time }: World, wanted: readonly DesiredGroup[]): Promise<readonly string[]> {
  const observed = await readTarget(adapter, () => true, { clock: time, signal });
  const names = observed.map(({ group }) => group.name);
  const isPresent = (group: DesiredGroup): group is PresentGroup => group.ensure === "present";
  return [
    ...names.filter((name, index) => names.indexOf(name) < index).map((name) => `${name} twice`),
    ...wanted.filter((group) => !isPresent(group) && names.includes(group.name)).map(({ name }) => `${name} is there`),
    ...wanted.filter(isPresent).flatMap((desired) => {
      const entry = observed.find(({ group }) => group.name === desired.name);
      if (entry?.rules !== "listed") return [`${desired.name} is not there`];
      const { create, remove } = diffGroup(entry.group, desired);
      return [...create.map(() => `${desired.name} lacks a rule`), ...remove.map(() => `${desired.name} has one more`)];
    }),
  ];
}

const tables: Readonly<Record<CloudName, Readonly<Record<string, { readonly values: readonly unknown[] }>>>> = {
  ionos: ionosQuirks,
  gcore: gcoreQuirks,
};
const values = (["ionos", "gcore"] as const).flatMap((cloud) =>
  Object.entries(tables[cloud]).flatMap(([name, quirk]) =>
    quirk.values.map((value): [string, CloudName, string, unknown] => [
      `${cloud} ${name}: ${String(value)}`,
      cloud,
      name,
      value,
    ]),
  ),
);

describe("whichever way a cloud behaves, the groups become what was wished, and the second run is quiet", () => {
  it.each(values)("%s", async (_, cloud, name, value) => {
    const world = createWorld(cloud, { [name]: value });
    await world.time.run(async () => {
      const start = [present("web", { rules: old }), present("retired", { rules: [tcp(1)] })];
      const code = (await reach(world, start, 3)) ?? (await reach(world, wishes, 3));
      expect(code).toBeUndefined();
      expect(await differences(world, wishes)).toEqual([]);
      const requests = wishes.map((desired) => ({ key: desired.name, desired }));
      const target = { name: "here", location: {}, adapter: world.adapter, groups: requests };
      const { plan } = await createPlan([target], { clock: world.time, signal });
      expect(plan.targets[0]?.waves).toEqual([]);
    });
  });
});
