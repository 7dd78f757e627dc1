import {
  gcoreQuirks,
  ionosQuirks,
  type GcoreOptions,
  type IonosOptions,
  type QuirkTable,
  type QuirkValues,
  type RateLimitOptions,
  type RateModel,
} from "@secgroup/simulator";
import type { Dice } from "../dice.ts";

/** How often a quirk is drawn at all, rather than left as it is. */
export type Oddity = 0 | 0.1 | 0.5 | 1;

const lists: ReadonlySet<string> = new Set(["requestList", "taskList"]);

/** A value for each quirk of a table: any of its values where it is drawn, else its default, which is left out. */
function drawQuirks<Table extends QuirkTable>(dice: Dice, table: Table, oddity: Oddity): Partial<QuirkValues<Table>> {
  const drawn = Object.entries(table).flatMap(([name, { values, default: usual }]) => {
    const isDrawn = dice.happens(oddity);
    const value = values[dice.between(0, values.length - 1)] ?? usual;
    // Where nobody may look at what is under way nothing is done at all; a few scenarios of that are enough.
    const isDead = (value === "403" || value === "forbidden") && !dice.happens(0.1);
    return isDrawn && value !== usual && !(lists.has(name) && isDead) ? [[name, value]] : [];
  });
  // Names and values are those of the table, which the type of Object.fromEntries cannot know.
  return Object.fromEntries(drawn) as Partial<QuirkValues<Table>>;
}

type Duration = readonly [waitingMs: number, workingMs: number];

/** How long the clouds take over a write. */
const durations: readonly [Duration, ...Duration[]] = [
  [0, 50],
  [500, 1500],
  [500, 1500],
  [200, 8000],
  [5000, 40_000],
];

export function drawIonos(dice: Dice, oddity: Oddity, rulesPerGroup: number): IonosOptions {
  const [queuedMs, runningMs] = dice.oneOf(durations);
  return {
    queuedMs,
    runningMs,
    lagMs: dice.oneOf([500, 3000, 8000]),
    seed: dice.between(1, 1_000_000),
    limits: { rulesPerSecurityGroup: rulesPerGroup },
    quirks: drawQuirks(dice, ionosQuirks, oddity),
  };
}

export function drawGcore(dice: Dice, oddity: Oddity): GcoreOptions {
  const [newMs, runningMs] = dice.oneOf(durations);
  return {
    newMs,
    runningMs,
    lagMs: dice.oneOf([500, 3000, 8000]),
    seed: dice.between(1, 1_000_000),
    quirks: drawQuirks(dice, gcoreQuirks, oddity),
  };
}

/** A limit of requests, one that lets work get done. */
export function drawRateLimit(dice: Dice, roundTripMs: number): RateLimitOptions {
  const model = dice.oneOf<RateModel>([
    { kind: "token-bucket", capacity: dice.between(1, 20), perMinute: dice.between(20, 600) },
    { kind: "fixed-window", perMinute: dice.between(5, 200) },
    { kind: "concurrency", maximum: dice.between(1, 6), workMs: Math.max(1, Math.floor(roundTripMs / 2)) },
  ]);
  return { models: [model], retryAfter: dice.oneOf(["seconds", "date", "absent"]) };
}
