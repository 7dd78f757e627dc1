import {
  applyPlan,
  createPlan,
  readJournal,
  resumeApply,
  type Adapter,
  type ApplyOptions,
  type JournalEntry,
  type OrderSteps,
} from "@secgroup/core";
import { createMortalProcess, delayFetch, type Crash, type Fetch } from "@secgroup/simulator";
import { createDice } from "../dice.ts";
import { standingGroups } from "../world/standing-group.ts";
import type { World } from "../world/world.ts";
import type { Product } from "./product.ts";
import { openTargets } from "./open-targets.ts";
import type { RunRecord, SentRequest } from "./run-record.ts";

export interface ProcessOptions {
  readonly world: World;
  readonly product: Product;
  readonly kind: RunRecord["kind"];
  /** Where requests go, behind the way to the cloud. */
  readonly fetch: Fetch;
  readonly allowInterruption: boolean;
  /** Numbers requests over all processes. */
  readonly count: { sent: number };
  readonly signal: AbortSignal;
  readonly crash?: Crash | undefined;
  /** To go on with, instead of planning anew. */
  readonly journal?: readonly JournalEntry[] | undefined;
}

/** Plays one process from its start to its end, or its death: plans and applies, or resumes. Never rejects. */
export async function runProcess(options: ProcessOptions, runs: RunRecord[]): Promise<RunRecord> {
  const { world, signal, count, allowInterruption, kind, journal } = options;
  const { time, simulator, scenario } = world;
  const run: RunRecord = {
    kind,
    how: journal === undefined ? "apply" : "resume",
    startedAt: time.steadyNow(),
    endedAt: Infinity,
    allowInterruption,
    sent: [],
    journal: [...(journal ?? [])],
    events: [],
    abortedAfter: undefined,
    plan: undefined,
    failed: [],
    report: undefined,
    error: undefined,
    hasCrashed: false,
    standing: new Map(),
  };
  runs.push(run);
  const noteAbort = (): void => void (run.abortedAfter ??= count.sent);
  signal.addEventListener("abort", noteAbort);
  const mortal = createMortalProcess(options.crash);
  const life = await mortal.run(async () => {
    try {
      await work(options, run, mortal);
    } catch (error) {
      run.error = error;
    }
  });
  signal.removeEventListener("abort", noteAbort);
  run.hasCrashed = life.status === "crashed";
  run.endedAt = time.steadyNow();
  run.standing = new Map(scenario.targets.map(({ name, place }) => [name, standingGroups(simulator, place)]));
  world.noteGroups();
  return run;
}

async function work(
  { world, product, fetch, count, signal, allowInterruption, journal }: ProcessOptions,
  run: RunRecord,
  mortal: ReturnType<typeof createMortalProcess>,
): Promise<void> {
  const { scenario, time } = world;
  const clock = mortal.clock(time);
  const { random } = createDice(scenario.seed);
  const delayed = delayFetch(fetch, time, { roundTripMs: scenario.roundTripMs });
  const watched: Fetch = async (request) => {
    const { pathname, search } = new URL(request.url);
    const entry: SentRequest = {
      number: ++count.sent,
      at: time.steadyNow(),
      method: request.method,
      path: `${pathname}${search}`,
      status: undefined,
    };
    run.sent.push(entry);
    const response = await delayed(request);
    entry.status = response.status;
    world.noteGroups();
    return response;
  };
  const way = mortal.fetch(watched);
  const targets = openTargets(world, product, way, clock, random);
  const begunAt = time.steadyNow();
  const options: ApplyOptions = {
    adapters: new Map(targets.map(({ name, adapter }) => [name, adapter])),
    clock,
    random,
    signal,
    deadlineMs: scenario.deadlineMs,
    force: true,
    allowInterruption,
    journal: {
      write: mortal.guard(async (entry: JournalEntry) => {
        // Through JSON, as to a disk.
        run.journal.push(JSON.parse(JSON.stringify(entry)) as JournalEntry);
      }),
    },
    onEvent: (event) => {
      const seconds = ((time.steadyNow() - begunAt) / 1000).toFixed(3);
      run.events.push(`${seconds} s ${JSON.stringify({ ...event, at: undefined })}`);
    },
  };
  if (journal !== undefined) {
    run.report = await resumeApply(readJournal(journal), options);
    return;
  }
  const { orderSteps } = product;
  const orderByCloud: OrderSteps | undefined =
    orderSteps && ((changes, context) => orderSteps[cloudOf(context.capabilities)](changes, context));
  const planned = await createPlan(targets, {
    clock,
    random,
    signal,
    awaitQuiet: true,
    ...(orderByCloud && { orderSteps: orderByCloud }),
  });
  run.plan = product.plan(planned.plan);
  run.failed = planned.failed;
  run.report = await applyPlan(run.plan, { ...options, observed: planned.observed });
}

function cloudOf({ writeGranularity }: Adapter["capabilities"]): "ionos" | "gcore" {
  return writeGranularity === "rule" ? "ionos" : "gcore";
}
