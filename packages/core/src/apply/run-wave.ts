import type { Adapter } from "../adapter/adapter.ts";
import { mapConcurrently } from "../adapter/map-concurrently.ts";
import { SecurityGroupError, toSecurityGroupError, type ErrorCode } from "../error/security-group-error.ts";
import type { GroupId } from "../model/rule.ts";
import type { Operation } from "../operation/operation.ts";
import { retryWrite } from "../operation/retry-call.ts";
import { waitForOperations, type Outcome } from "../operation/wait-for-operations.ts";
import type { Wave } from "../plan/plan.ts";
import type { Step } from "../plan/step.ts";
import type { ApplyOptions } from "./apply.ts";
import type { StepReport, StepStatus } from "./apply-report.ts";
import { resolveStep } from "./resolve-step.ts";

/** Writes on their way to one target at the same time. */
const concurrentWrites = 4;

/** Refusals after which the cloud certainly did nothing. */
const withoutEffect: ReadonlySet<ErrorCode> = new Set([
  "unsupported",
  "unauthorized",
  "forbidden",
  "not-found",
  "rejected",
  "conflict",
  "rate-limited",
  "operation-failed",
]);

type ReportStep = (step: Step, status: StepStatus, error?: SecurityGroupError) => void;

/** What is known of a write that ended in an error. Only waiting to repeat a refused one can be aborted, so that was not done. */
function statusAfter({ code }: SecurityGroupError): StepStatus {
  if (code === "aborted") return "not-done";
  return withoutEffect.has(code) ? "failed" : "unknown";
}

export interface WaveContext {
  readonly target: string;
  readonly adapter: Adapter;
  readonly options: ApplyOptions;
  /** Ids of the groups created so far, by name; a wave adds to it. */
  readonly created: Map<string, GroupId>;
}

/**
 * Sends the steps of a wave and waits for what the cloud makes of them. After the first failure, or an abort, nothing more is
 * sent; what is on its way by then is seen to its end, unless it was aborted.
 */
export async function runWave(wave: Wave, context: WaveContext): Promise<readonly StepReport[]> {
  const { adapter, options, target } = context;
  const { clock, signal, onEvent } = options;
  const reports = new Map<Step, StepReport>();
  const report: ReportStep = (step, status, error) => {
    reports.set(step, { step, status, error });
    onEvent?.({ kind: "step-ended", target, at: clock.now(), step, status });
  };
  const sent: SentStep[] = [];
  let failed = false;
  await mapConcurrently(concurrentWrites, wave, async (step) => {
    if (failed || signal.aborted) return;
    try {
      const resolvedStep = resolveStep(step, context.created);
      onEvent?.({ kind: "step-sent", target, at: clock.now(), step });
      // A write that is on its way is not torn off by an abort: its answer is the only word on whether it took effect.
      const operation = await retryWrite(() => adapter.submit(resolvedStep, new AbortController().signal), {
        clock,
        signal,
      });
      sent.push({ step, operation });
    } catch (error) {
      failed = true;
      const known = toSecurityGroupError(error);
      report(step, statusAfter(known), known);
    }
  });
  if (sent.length > 0) {
    onEvent?.({ kind: "waiting", target, at: clock.now(), operations: sent.length });
    await settle(sent, context, report);
  }
  return wave.map((step) => reports.get(step) ?? { step, status: "not-done" });
}

interface SentStep {
  readonly step: Step;
  readonly operation: Operation;
}

/** Awaits what was sent and reports each step; all that have not ended are unknown when waiting itself breaks off. */
async function settle(
  sent: readonly SentStep[],
  { adapter, options, created }: WaveContext,
  report: ReportStep,
): Promise<void> {
  const { clock, random, deadlineMs, signal } = options;
  const waiting = new Set(sent);
  const onOutcome = (index: number, outcome: Outcome): void => {
    const entry = sent[index];
    if (entry === undefined) return;
    waiting.delete(entry);
    const { step, operation } = entry;
    if (outcome.status === "failed") return report(step, "failed", operationFailed(outcome.message, operation));
    if (outcome.status === "succeeded") {
      const id = outcome.groupId ?? operation.groupId;
      if (step.kind === "create-group" && id !== undefined) created.set(step.name, id);
      report(step, "done");
    }
  };
  const operations = sent.map(({ operation }) => operation);
  let brokenOff: SecurityGroupError | undefined;
  try {
    await waitForOperations(adapter, operations, { clock, random, deadlineMs, signal, onOutcome });
  } catch (error) {
    brokenOff = toSecurityGroupError(error);
  }
  for (const { step, operation } of waiting) report(step, "unknown", brokenOff ?? operationTimeout(operation));
}

function operationFailed(message: string, { cloud, handles }: Operation): SecurityGroupError {
  return new SecurityGroupError("operation-failed", `the cloud could not carry it out: ${message}`, {
    hint: "Make a new plan: it starts from what the cloud holds now.",
    vendor: { cloud, message, requestId: handles[0] },
  });
}

function operationTimeout({ cloud, handles }: Operation): SecurityGroupError {
  return new SecurityGroupError("operation-timeout", "the cloud had not finished when the deadline came", {
    hint: "It may still finish. Look at it there, then make a new plan.",
    vendor: { cloud, requestId: handles[0] },
  });
}
