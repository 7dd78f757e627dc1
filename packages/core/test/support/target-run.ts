import type { GroupPlan } from "../../src/index.ts";
import { keepJournal } from "../../src/apply/keep-journal.ts";
import { asPlanned } from "../../src/apply/manner.ts";
import type { TargetRun } from "../../src/apply/target-run.ts";
import { memoryTarget } from "./memory-target.ts";
import { virtualClock } from "./virtual-clock.ts";

/** One target while a plan of these groups, without steps, is carried out; on an empty cloud unless another adapter is given. */
export function targetRun(groups: readonly GroupPlan[], parts: Partial<TargetRun> = {}): TargetRun {
  return {
    plan: { target: "here", cloud: "memory", location: {}, groups, waves: [], unproved: [] },
    adapter: memoryTarget().adapter,
    options: { adapters: new Map(), clock: virtualClock(), signal: new AbortController().signal },
    journal: keepJournal(undefined),
    before: new Map(),
    created: new Map(),
    manner: asPlanned(),
    sent: 0,
    ...parts,
  };
}
