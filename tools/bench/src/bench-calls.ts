import { applyPlan, createPlan, type Clock, type PresentGroup, type Rule } from "@secgroup/core";
import { gcore } from "../../../packages/adapter-gcore/dist/index.js";
import { ionos } from "../../../packages/adapter-ionos/dist/index.js";
import { createSimulator } from "../../../packages/simulator/dist/index.js";
import { sampleRule } from "./sample-values.ts";

const datacenter = "5a88aa8b-8aa1-51f6-9cd1-0a1b2c3e9f31";
const project = 1234;
const region = 76;

/** What changes in one group, by the number of changes. */
interface Scenario {
  readonly title: string;
  readonly old: (count: number) => readonly Rule[];
  readonly new: (count: number) => readonly Rule[];
  /** The fewest writes that keep what stays allowed, and why there can be no fewer. */
  readonly fewest: { readonly ionos: (count: number) => number; readonly gcore: (count: number) => number };
}

const ports = (count: number, first: number): readonly Rule[] =>
  Array.from({ length: count }, (_, index) => sampleRule(first + index, "10.0.0.0/8"));
const networks = (count: number, network: string): readonly Rule[] =>
  Array.from({ length: count }, (_, index) => sampleRule(1 + index, network));

const scenarios: readonly Scenario[] = [
  // A write on IONOS brings one rule at most, and takes one at most; on Gcore one write is the least there is.
  {
    title: "creates",
    old: () => [],
    new: (count) => ports(count, 1),
    fewest: { ionos: (count) => count, gcore: () => 1 },
  },
  {
    title: "deletes",
    old: (count) => ports(count, 1),
    new: () => [],
    fewest: { ionos: (count) => count, gcore: () => 1 },
  },
  {
    title: "edits (another port)",
    old: (count) => ports(count, 1),
    new: (count) => ports(count, 1_001),
    fewest: { ionos: (count) => count, gcore: () => 1 },
  },
  // What the new rule allows hangs on the old one: the first write can only create, and then each write takes one old rule at most.
  // On Gcore the old and the new rules have none in common that allows it.
  {
    title: "edits (narrower network)",
    old: (count) => networks(count, "10.0.0.0/8"),
    new: (count) => networks(count, "10.0.0.0/9"),
    fewest: { ionos: (count) => count + 1, gcore: () => 2 },
  },
  // Half as many rules more, an equal number gone, and the same number with another port: each rule that comes needs a write. On Gcore old
  // and new ones together are within 250 rules at every moment, so that 300 of them take two.
  {
    title: "mixed",
    old: (count) => [...ports(count, 1), ...ports(Math.ceil(count / 2), 5_001)],
    new: (count) => [...ports(count, 1_001), ...ports(Math.ceil(count / 2), 7_001)],
    fewest: { ionos: (count) => count + Math.ceil(count / 2), gcore: (count) => (count > 83 ? 2 : 1) },
  },
];

/** Calls of an apply on the simulator, against the fewest writes, and against tools that treat each rule as a resource. */
export async function benchCalls(): Promise<void> {
  console.log("\nCalls of plan and apply for N changes in one group, on the simulator");
  console.log("(rule by rule: 4 calls for each rule that comes or goes and one read for each rule that is there)\n");
  console.log("cloud  change                        N   writes / fewest   all calls   rule by rule / all calls");
  for (const cloud of ["ionos", "gcore"] as const) {
    for (const scenario of scenarios) {
      for (const count of [1, 10, cloud === "ionos" && scenario.title === "mixed" ? 60 : 100]) {
        const old = scenario.old(count);
        const next = scenario.new(count);
        const { writes, all } = await countCalls(cloud, old, next);
        const fewest = cloud === "ionos" ? scenario.fewest.ionos(count) : scenario.fewest.gcore(count);
        const ruleByRule = 4 * (old.length + next.length) + old.length;
        console.log(
          `${cloud.padEnd(6)} ${scenario.title.padEnd(26)} ${String(count).padStart(4)}   ${`${writes} / ${fewest}`.padStart(15)}   ${String(all).padStart(9)}   ${(ruleByRule / all).toFixed(1).padStart(9)}`,
        );
      }
    }
  }
}

async function countCalls(
  cloud: "ionos" | "gcore",
  old: readonly Rule[],
  next: readonly Rule[],
): Promise<{ readonly writes: number; readonly all: number }> {
  let now = Date.UTC(2026, 0, 1);
  const clock: Clock = {
    now: () => now,
    async sleep(milliseconds) {
      now += milliseconds;
    },
  };
  // Twice the documented limit on IONOS, as for an account whose limit was raised: what a limit costs is not the question here.
  const simulator = createSimulator({ now: () => now, ionos: { limits: { rulesPerSecurityGroup: 200 } } });
  simulator.ionos.addDatacenter({ id: datacenter, name: "bench" });
  simulator.gcore.addProject({ projectId: project, regionId: region });
  const { fetch } = simulator;
  const adapter =
    cloud === "ionos"
      ? ionos({ token: "simulator-token", datacenter, fetch })
      : gcore({ apiKey: "simulator-key", project, region, fetch });
  const { signal } = new AbortController();
  const run = async (rules: readonly Rule[]): Promise<void> => {
    const desired: PresentGroup = { ensure: "present", name: "web", rules, unlistedRules: "remove" };
    const target = { name: cloud, location: {}, adapter, groups: [{ key: "web", desired }] };
    const { plan, observed } = await createPlan([target], { clock, signal });
    const report = await applyPlan(plan, {
      adapters: new Map([[cloud, adapter]]),
      observed,
      clock,
      signal,
      force: true,
    });
    const error = report.targets[0]?.error;
    if (error) throw error;
  };
  await run(old);
  const before = simulator.requests.length;
  await run(next);
  const sent = simulator.requests.slice(before);
  return { writes: sent.filter(({ method }) => method !== "GET").length, all: sent.length };
}
