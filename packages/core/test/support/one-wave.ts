import type { Adapter, ApplyEvent, GroupId, JournalEntry, StepReport, Wave } from "../../src/index.ts";
import { keepJournal } from "../../src/apply/keep-journal.ts";
import { asPlanned } from "../../src/apply/manner.ts";
import { runWave } from "../../src/apply/run-wave.ts";
import type { TargetRun } from "../../src/apply/target-run.ts";
import { memoryTarget, type MemoryTarget } from "./memory-target.ts";
import { virtualClock } from "./virtual-clock.ts";

/** What became of a wave, with what was told and written down on the way. */
export interface RanWave {
  readonly reports: readonly StepReport[];
  readonly events: readonly ApplyEvent[];
  readonly entries: readonly JournalEntry[];
  readonly created: ReadonlyMap<string, GroupId>;
  readonly submitted: number;
}

export interface WaveSetting {
  /** Called before a write is handed to the cloud. */
  readonly onSubmit?: (count: number) => void;
  readonly adapter?: Partial<Adapter>;
  readonly signal?: AbortSignal;
  readonly journalFails?: boolean;
}

/** A target that holds one group. */
export interface Standing {
  readonly target: MemoryTarget;
  readonly group: { readonly id: GroupId; readonly name: string };
}

export function standing(): Standing {
  const target = memoryTarget();
  return { target, group: { id: target.cloud.seed({ name: "web" }), name: "web" } };
}

/** Runs a wave there, as it is run within an apply. */
export async function runOneWave({ target }: Standing, wave: Wave, setting: WaveSetting): Promise<RanWave> {
  const events: ApplyEvent[] = [];
  const entries: JournalEntry[] = [];
  const created = new Map<string, GroupId>();
  let submitted = 0;
  const adapter: Adapter = {
    ...target.adapter,
    submit: async (step, signal) => {
      setting.onSubmit?.(++submitted);
      return target.adapter.submit(step, signal);
    },
    ...setting.adapter,
  };
  const write = async (entry: JournalEntry): Promise<void> => {
    if (setting.journalFails) throw new Error("disk full");
    entries.push(entry);
  };
  const targetRun: TargetRun = {
    plan: { target: "here", cloud: "memory", location: {}, groups: [], waves: [wave], unproved: [] },
    adapter,
    options: {
      adapters: new Map(),
      clock: virtualClock(),
      signal: setting.signal ?? new AbortController().signal,
      deadlineMs: 60_000,
      onEvent: (event) => void events.push(event),
    },
    journal: keepJournal({ write }),
    before: new Map(),
    created,
    manner: asPlanned(),
    sent: 0,
  };
  return { reports: await runWave(wave, targetRun), events, entries, created, submitted };
}
