import { createFaults, type Faults } from "@secgroup/simulator";
import type { Scenario } from "../scenario/scenario.ts";
import { createWorld } from "../world/world.ts";
import { codesOf } from "./error-codes.ts";
import type { Outcome } from "./outcome.ts";
import { product as theProduct, type Product } from "./product.ts";
import { runProcess, type ProcessOptions } from "./run-process.ts";
import { saysConverged, type RunRecord } from "./run-record.ts";

/** Without further faults a document is applied again this often at most. */
export const mostRounds = 4;

/**
 * Plays a scenario: a first process, perhaps with a rival, under faults; after a crash another one, still under faults; then as many
 * without faults as it takes to converge; and one more, which is to find nothing to do.
 */
export async function runScenario(scenario: Scenario, product: Product = theProduct): Promise<Outcome> {
  const world = createWorld(scenario);
  const { time, simulator } = world;
  const { crash, rivalAfterMs, pauseMs, allowInterruption } = scenario;
  const runs: RunRecord[] = [];
  let controller = new AbortController();
  const openFaults = (plan: Scenario["faults"]): Faults =>
    createFaults({
      simulator: { ...world.meddledClouds, fetch: simulator.fetch },
      time,
      plan,
      targets: scenario.targets.map(({ place }) => place),
      abort: () => controller.abort(new Error("stopped by the scenario")),
    });
  const faults = openFaults(scenario.faults);
  const laterFaults = openFaults(scenario.laterFaults);
  const common = { world, product, count: { sent: 0 }, allowInterruption };
  // Before its reads tell what is in force nobody can know what another process did.
  const rest = (): Promise<void> => time.sleep(Math.max(pauseMs, longestLagMs(scenario)));
  const under = ({ fetch }: Faults): Pick<ProcessOptions, "fetch" | "signal"> => ({
    fetch,
    signal: controller.signal,
  });
  const inPeace = (): Pick<ProcessOptions, "fetch" | "signal"> => ({
    fetch: simulator.fetch,
    signal: new AbortController().signal,
  });

  async function runRival(): Promise<void> {
    if (rivalAfterMs === undefined) return;
    await time.sleep(rivalAfterMs);
    await runProcess({ ...common, ...under(faults), kind: "rival" }, runs);
  }

  async function play(): Promise<void> {
    // What stands at first has stood for a while.
    await time.sleep(60_000);
    const [first] = await Promise.all([
      runProcess({ ...common, ...under(faults), kind: "first", crash }, runs),
      runRival(),
    ]);
    if (first.hasCrashed) {
      await rest();
      controller = new AbortController();
      const journal = scenario.afterCrash === "resume" && first.journal.length > 0 ? first.journal : undefined;
      await runProcess({ ...common, ...under(laterFaults), kind: "after-crash", journal }, runs);
    }
    const isUntouched = ({ startedAt }: RunRecord): boolean => world.meddlings.every(({ at }) => at < startedAt);
    // A target that could not be planned is in no journal, and so in no resumed apply.
    const isWhole = ({ report }: RunRecord): boolean => report?.targets.length === scenario.targets.length;
    let isConverged = runs.every((run) => run.hasCrashed || (saysConverged(run) && isUntouched(run) && isWhole(run)));
    for (let round = 1; round <= mostRounds && !isConverged; round++) {
      simulator.ionos.releaseStuck();
      simulator.gcore.releaseStuck();
      await rest();
      const isUnsafe = runs.some((run) => codesOf(run).has("unsafe-plan"));
      const options = { ...common, ...inPeace(), allowInterruption: allowInterruption || isUnsafe };
      isConverged = saysConverged(await runProcess({ ...options, kind: "again" }, runs));
    }
    if (!isConverged) return;
    await rest();
    await runProcess({ ...common, ...inPeace(), kind: "second" }, runs);
  }

  let error: unknown;
  try {
    await time.run(play);
  } catch (cause) {
    error = cause;
  }
  return {
    world,
    runs,
    error,
    entries: [...faults.entries, ...laterFaults.entries],
    story: [faults.story(), ...(laterFaults.entries.length > 0 ? ["after the crash:", laterFaults.story()] : [])].join(
      "\n",
    ),
  };
}

const untilAllHasEndedMs = 600_000;

/** How long after a process reads, or lists of what is under way, may still be behind what it did. */
function longestLagMs({ ionos, gcore }: Scenario): number {
  const late = [
    ionos.quirks?.readAfterWrite === "lists-lag",
    ionos.quirks?.readAfterWrite === "all-lag",
    ionos.quirks?.requestList === "lagging",
    gcore.quirks?.readAfterWrite === "late",
    gcore.quirks?.readAfterWrite === "varying",
    gcore.quirks?.taskList === "late",
  ];
  return late.includes(true) ? untilAllHasEndedMs + (ionos.lagMs ?? 0) + (gcore.lagMs ?? 0) : 0;
}
