import { judge, type Breach } from "./laws/judge.ts";
import type { Outcome } from "./run/outcome.ts";
import { runScenario } from "./run/run-scenario.ts";
import { drawScenario } from "./scenario/draw-scenario.ts";
import type { Scenario } from "./scenario/scenario.ts";

/** How a process died, and what came after it. */
export type Death = Required<Pick<Scenario, "crash" | "afterCrash">>;

/** What became of killing one seed's first process at each of its requests; plain data. */
export interface CrashVerdict {
  readonly seed: number;
  readonly crashes: number;
  /** Deaths after which a law was broken. */
  readonly failures: readonly { readonly death: Death; readonly breaches: readonly Breach[] }[];
}

const moments = ["before", "unseen", "seen"] as const;

/** Kills the first process at every single one of its requests, and lets another one go on, by turns with resume and with a new plan. */
export async function judgeCrashes(seed: number): Promise<CrashVerdict> {
  const failures: { readonly death: Death; readonly breaches: readonly Breach[] }[] = [];
  const whole = await runScenario(calmScenario(seed));
  const requests = whole.runs[0]?.sent.length ?? 0;
  const deaths = Array.from({ length: requests }, (_, index) => index + 1).flatMap((request) =>
    moments.map((when, index): Death => ({
      crash: { request, when },
      afterCrash: (request + index) % 2 === 0 ? "resume" : "plan-anew",
    })),
  );
  for (const death of deaths) {
    const outcome = await playDeath(seed, death);
    const breaches = judge(outcome);
    if (breaches.length > 0) failures.push({ death, breaches });
  }
  return { seed, crashes: deaths.length, failures };
}

export function playDeath(seed: number, death: Death): Promise<Outcome> {
  return runScenario({ ...calmScenario(seed), ...death });
}

/** The scenario without any other trouble, and with operations so short that few requests go into waiting. */
function calmScenario(seed: number): Scenario {
  const { crash: _, rivalAfterMs: __, ...scenario } = drawScenario(seed);
  return {
    ...scenario,
    ionos: { ...scenario.ionos, queuedMs: 50, runningMs: 100 },
    gcore: { ...scenario.gcore, newMs: 50, runningMs: 100 },
    faults: [],
    laterFaults: [],
    rateLimits: {},
  };
}
