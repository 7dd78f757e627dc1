import { applyPlan, createAccount, createPlan, type Adapter, type PresentGroup, type Rule } from "@secgroup/core";
import { gcore } from "../../../packages/adapter-gcore/dist/index.js";
import { ionos } from "../../../packages/adapter-ionos/dist/index.js";
import {
  createSimulator,
  createVirtualTime,
  delayFetch,
  type RateLimitOptions,
  type Simulator,
  type VirtualTime,
} from "../../../packages/simulator/dist/index.js";
import { ratio } from "./ratio.ts";
import { sampleRule } from "./sample-values.ts";

const datacenter = "5a88aa8b-8aa1-51f6-9cd1-0a1b2c3e9f31";
const project = 1234;
const region = 76;
const roundTripMs = 150;

/** A simulated cloud at the end of a line, with an adapter. */
interface World {
  readonly time: VirtualTime;
  readonly simulator: Simulator;
  readonly adapter: Adapter;
  /** When each request for the state of operations was sent, and how many were. */
  readonly statusReads: number[];
  /** Answers 429 to requests that were sent after the first such answer had come. */
  readonly refusedLate: () => number;
}

interface Pace {
  readonly cloud: "ionos" | "gcore";
  readonly execution: "parallel" | "serial-per-datacenter";
  readonly operationMs: number;
  readonly rateLimit?: RateLimitOptions;
}

const isStatusRead = ({ method, url }: Request): boolean => method === "GET" && /\/(requests|tasks)\b/.test(url);

function createWorld({ cloud, execution, operationMs, rateLimit }: Pace): World {
  const time = createVirtualTime();
  const simulator = createSimulator({
    now: time.now,
    ionos: {
      queuedMs: 0,
      runningMs: operationMs,
      quirks: { execution },
      limits: { securityGroupsPerVdc: 500, rulesPerSecurityGroup: 300 },
    },
    gcore: { newMs: 0, runningMs: operationMs },
    ...(rateLimit && { rateLimits: { [cloud]: rateLimit } }),
  });
  simulator.ionos.addDatacenter({ id: datacenter, name: "bench" });
  simulator.gcore.addProject({ projectId: project, regionId: region });
  const statusReads: number[] = [];
  const line = delayFetch(simulator.fetch, time, { roundTripMs });
  let warnedAt = Infinity;
  let refusedLate = 0;
  const fetch = async (request: Request): Promise<Response> => {
    const sentAt = time.now();
    if (isStatusRead(request)) statusReads.push(sentAt);
    const response = await line(request);
    if (response.status === 429) {
      if (sentAt > warnedAt) refusedLate++;
      warnedAt = Math.min(warnedAt, time.now());
    }
    return response;
  };
  const account = createAccount({ clock: time });
  const adapter =
    cloud === "ionos"
      ? ionos({ token: "simulator-token", datacenter, fetch, account })
      : gcore({ apiKey: "simulator-key", project, region, fetch, account });
  return { time, simulator, adapter, statusReads, refusedLate: () => refusedLate };
}

/** What is to be on the cloud: so many groups with so many rules, each with these ports. */
function groupsOf(groups: number, rules: number, firstPort: number): readonly PresentGroup[] {
  return Array.from({ length: groups }, (_, index): PresentGroup => {
    const ports = Array.from({ length: rules }, (_none, rule): Rule => sampleRule(firstPort + rule, "10.0.0.0/8"));
    return { ensure: "present", name: `group-${index}`, rules: ports, unlistedRules: "remove" };
  });
}

interface Run {
  readonly wallMs: number;
  readonly waves: readonly number[];
  readonly statusReads: number;
  readonly ticks: number;
}

/** Brings groups with old rules to new ones, and measures the second half. */
async function measure(world: World, groups: number, rules: number): Promise<Run> {
  const { time, adapter, statusReads } = world;
  const { signal } = new AbortController();
  const options = { clock: time, signal };
  return time.run(async () => {
    const seed = (desired: PresentGroup): void => {
      const wire = desired.rules.flatMap((rule) => ("ports" in rule && rule.ports !== "all" ? [rule.ports.from] : []));
      if (adapter.cloud === "ionos") {
        world.simulator.ionos.addGroup(datacenter, {
          name: desired.name,
          rules: wire.map((port) => ({
            type: "INGRESS",
            ipVersion: "IPv4",
            protocol: "TCP",
            sourceIp: "10.0.0.0/8",
            portRangeStart: port,
            portRangeEnd: port,
          })),
        });
      } else {
        world.simulator.gcore.addGroup(project, region, {
          name: desired.name,
          rules: wire.map((port) => ({
            direction: "ingress",
            ethertype: "IPv4",
            protocol: "tcp",
            remote_ip_prefix: "10.0.0.0/8",
            port_range_min: port,
            port_range_max: port,
          })),
        });
      }
    };
    groupsOf(groups, rules, 1).forEach(seed);
    const requests = groupsOf(groups, rules, 1_001).map((desired) => ({ key: desired.name, desired }));
    const target = { name: "here", location: {}, adapter, groups: requests };
    const { plan, observed } = await createPlan([target], { ...options, awaitQuiet: true });
    const start = time.now();
    const before = statusReads.length;
    const adapters = new Map([["here", adapter]]);
    const report = await applyPlan(plan, { ...options, adapters, observed, force: true, deadlineMs: 24 * 3_600_000 });
    const error = report.targets[0]?.error;
    if (error) throw error;
    const asked = statusReads.slice(before);
    return {
      wallMs: time.now() - start,
      waves: plan.targets[0]?.waves.map((wave) => wave.length) ?? [],
      statusReads: asked.length,
      ticks: new Set(asked).size,
    };
  });
}

/**
 * The least time that any client needs: for each wave a way there, the cloud's own work, a way back, and a read that proves it. Calls beyond the cloud's
 * own limit of calls at once wait for a turn.
 */
function criticalPath(waves: readonly number[], { cloud, execution, operationMs }: Pace, burst: number): number {
  return waves.reduce((sum, steps) => {
    const turns = (Math.ceil(steps / burst) - 1) * roundTripMs;
    const work = cloud === "ionos" && execution === "serial-per-datacenter" ? steps * operationMs : turns + operationMs;
    return sum + roundTripMs / 2 + work + roundTripMs / 2 + roundTripMs;
  }, 0);
}

/** Calls at once that the simulated clouds tell of, or that the client takes where a cloud tells nothing. */
const bursts = { ionos: 20, gcore: 8 };

/** The time that an apply takes against the cloud's own, the reads for it, and how much of a budget is used. */
export async function benchWaits(): Promise<void> {
  console.log("\nWall time of apply / the cloud's own time (critical path), 150 ms round trip, virtual time\n");
  console.log("cloud  execution  operation   groups x changes   wall / cloud   status reads / ticks");
  const paces: readonly Pace[] = [
    { cloud: "ionos", execution: "parallel", operationMs: 500 },
    { cloud: "ionos", execution: "parallel", operationMs: 2_000 },
    { cloud: "ionos", execution: "serial-per-datacenter", operationMs: 500 },
    { cloud: "ionos", execution: "serial-per-datacenter", operationMs: 2_000 },
    { cloud: "gcore", execution: "parallel", operationMs: 500 },
    { cloud: "gcore", execution: "parallel", operationMs: 2_000 },
  ];
  for (const pace of paces) {
    for (const [groups, changes] of [
      [1, 1],
      [1, 10],
      [1, 100],
      [200, 1],
    ] as const) {
      const { wallMs, waves, statusReads, ticks } = await measure(createWorld(pace), groups, changes);
      const least = criticalPath(waves, pace, bursts[pace.cloud]);
      const execution = pace.execution === "parallel" ? "parallel" : "serial";
      console.log(
        `${pace.cloud.padEnd(6)} ${execution.padEnd(9)} ${`${pace.operationMs / 1000} s`.padStart(10)}   ${`${groups} x ${changes}`.padStart(16)}   ${ratio(wallMs / least).padStart(12)}   ${`${statusReads} / ${ticks}`.padStart(20)}`,
      );
    }
  }

  console.log(
    "\nRequests sent / allowed while the budget is the limit, and answers 429 to what was sent after the first\n",
  );
  console.log("cloud  limiter                          sent / allowed   429");
  const limits: readonly (readonly [Pace["cloud"], string, RateLimitOptions])[] = [
    ["ionos", "bucket of 20, 300 per minute", { models: [{ kind: "token-bucket", capacity: 20, perMinute: 300 }] }],
    ["ionos", "window of 300 per minute", { models: [{ kind: "fixed-window", perMinute: 300 }] }],
    ["gcore", "bucket of 20, 120 per minute", { models: [{ kind: "token-bucket", capacity: 20, perMinute: 120 }] }],
    ["gcore", "bucket of 120, 120 per minute", { models: [{ kind: "token-bucket", capacity: 120, perMinute: 120 }] }],
    ["gcore", "window of 120 per minute", { models: [{ kind: "fixed-window", perMinute: 120 }] }],
  ];
  for (const [cloud, title, rateLimit] of limits) {
    const world = createWorld({ cloud, execution: "parallel", operationMs: 500, rateLimit });
    // On Gcore 1,200 calls with those that read: ten whole minutes, as the last one, when little is left to do, is not limited by any budget.
    await measure(world, cloud === "ionos" ? 20 : 1_192, cloud === "ionos" ? 100 : 1);
    const count = world.simulator.rateLimitCount(cloud);
    if (count === undefined) throw new Error("nothing was counted");
    console.log(
      `${cloud.padEnd(6)} ${title.padEnd(32)} ${ratio(count.passed / count.possible).padStart(14)}   ${String(world.refusedLate()).padStart(3)}`,
    );
  }
}
