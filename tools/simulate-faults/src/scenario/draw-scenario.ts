import { drawFaults, type Crash, type FaultTarget, type PlannedFault, type Position } from "@secgroup/simulator";
import { createDice, type Dice } from "../dice.ts";
import { drawGcore, drawIonos, drawRateLimit, type Oddity } from "./draw-clouds.ts";
import { drawGroups } from "./draw-groups.ts";
import type { Scenario, ScenarioGroup, ScenarioTarget } from "./scenario.ts";

const places: readonly [FaultTarget, ...FaultTarget[]] = [
  { cloud: "ionos", datacenterId: "5a88aa8b-8aa1-51f6-9cd1-0a1b2c3e9f31" },
  { cloud: "gcore", projectId: 1234, regionId: 76 },
  { cloud: "ionos", datacenterId: "5a88aa8b-8aa1-51f6-9cd1-0a1b2c3e9f32" },
  { cloud: "gcore", projectId: 1234, regionId: 80 },
];

/** Everything that happens under a seed. */
export function drawScenario(seed: number): Scenario {
  const dice = createDice(seed);
  const targets = drawTargets(dice);
  const oddity = dice.oneOf<Oddity>([0, 0.1, 0.1, 0.5, 1]);
  const roundTripMs = dice.oneOf([10, 50, 150]);
  const room = dice.oneOf([0, 1, 2, 100, 100, 100]);
  const isLimited = dice.happens(0.12);
  const crash = dice.happens(0.2) ? drawCrash(dice) : undefined;
  return {
    seed,
    ionos: drawIonos(dice, oddity, largestGroup(targets) + room),
    gcore: drawGcore(dice, oddity),
    rateLimits: isLimited ? { [dice.oneOf(["ionos", "gcore"])]: drawRateLimit(dice, roundTripMs) } : {},
    roundTripMs,
    deadlineMs: dice.oneOf([600_000, 600_000, 3_600_000]),
    targets,
    faults: drawFaultPlan(dice),
    laterFaults: crash ? drawAftermath(dice) : [],
    ...(crash && { crash }),
    afterCrash: dice.oneOf(["resume", "plan-anew"]),
    ...(dice.happens(0.08) && { rivalAfterMs: dice.oneOf([0, 0, 100, 1000, 5000]) }),
    pauseMs: dice.oneOf([0, 0, 1000, 600_000]),
    allowInterruption: dice.happens(0.1),
  };
}

function drawTargets(dice: Dice): readonly ScenarioTarget[] {
  const chosen = dice.happens(0.6) ? [dice.oneOf(places)] : dice.some(places, 0.5).slice(0, 3);
  return (chosen.length === 0 ? [places[0]] : chosen).map((place, index) => ({
    name: `target-${index + 1}`,
    place,
    groups: drawGroups(dice, place.cloud),
  }));
}

function largestGroup(targets: readonly ScenarioTarget[]): number {
  const sizes = ({ before, wanted }: ScenarioGroup): number[] => {
    if (wanted === undefined || wanted === "absent") return [before?.rules.length ?? 0];
    const kept = wanted.unlistedRules === "keep" ? (before?.rules.length ?? 0) : 0;
    return [before?.rules.length ?? 0, wanted.rules.length + kept];
  };
  return Math.max(1, ...targets.flatMap(({ groups }) => groups.flatMap(sizes)));
}

function drawFaultPlan(dice: Dice): readonly PlannedFault[] {
  const most = dice.oneOf([0, 0, 0, 1, 1, 1, 2, 2, 4, 10]);
  const seed = dice.between(1, 2 ** 30);
  if (most === 0) return [];
  const how = dice.oneOf(["at-once", "at-end", "partly"] as const);
  if (dice.happens(0.1)) return [{ fault: "operation-failed", how, at: { write: dice.between(1, 3) } }];
  const faults = drawFaults(seed, { most, requests: dice.oneOf([10, 25, 60]) });
  // Of all that can go wrong, a write of which nobody knows whether it took effect is the most telling.
  const lost: PlannedFault = { fault: "reset-after", at: { write: dice.between(1, 4) } };
  return dice.happens(0.25) ? [...faults, lost] : faults;
}

/** What killed a process may meet the next one too. */
function drawAftermath(dice: Dice): readonly PlannedFault[] {
  if (dice.happens(0.4)) return [];
  const fault = dice.oneOf(["refused", "status-500", "truncated-body"] as const);
  const at = dice.oneOf<Position>([{ poll: 1 }, { poll: 1 }, dice.between(1, 6)]);
  return [{ fault, at, times: dice.oneOf([1, 2, 8]) }];
}

function drawCrash(dice: Dice): Crash {
  return { request: dice.between(1, dice.oneOf([10, 40])), when: dice.oneOf(["before", "unseen", "seen"]) };
}
