import { applyPlan, type ApplyOptions } from "../apply/apply-plan.ts";
import type { ApplyEvent } from "../apply/apply-event.ts";
import type { ApplyReport } from "../apply/apply-report.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import { createEventStream } from "./event-stream.ts";
import type { PreparedPlan } from "./plan.ts";

/** See `ApplyOptions` for each. */
export type ApplyingOptions = Partial<
  Pick<ApplyOptions, "allowInterruption" | "deadlineMs" | "force" | "journal" | "signal">
>;

/** A plan that is being carried out. Its events can be iterated over once, from the first on, whenever that begins. */
export interface RunningApply extends AsyncIterable<ApplyEvent> {
  /** What became of every step of every target. Rejects when nothing could be begun. */
  readonly report: Promise<ApplyReport>;
}

/**
 * Carries out a plan: writes wave after wave, waits for the clouds, and reads back what each wave has brought about. Begins at once, whether somebody looks
 * or not; leaving the loop over its events does not stop it, an abort of `signal` does.
 *
 * `report`, and the loop over the events at its end, reject with a `SecurityGroupError` when nothing was begun: `stale-plan` (a target is not what it was when
 * the plan was made), `unsafe-plan` (see `force` and `allowInterruption`), `guardrail-broken`, `journal-unusable`. What goes wrong later is in the report.
 */
export function apply({ plan, adapters }: PreparedPlan, options: ApplyingOptions = {}): RunningApply {
  const { signal = new AbortController().signal } = options;
  const events = createEventStream<ApplyEvent>();
  const [adapter] = adapters.values();
  if (adapter === undefined) throw new SecurityGroupError("usage", "the plan has no adapters");
  const { clock } = adapter.account;
  const report = applyPlan(plan, { ...options, adapters, clock, signal, onEvent: events.push });
  report.then(events.end, events.fail);
  return { report, [Symbol.asyncIterator]: events.read };
}
