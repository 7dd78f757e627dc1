import { mapConcurrently } from "../adapter/map-concurrently.ts";
import { SecurityGroupError, toSecurityGroupError, type ErrorCode } from "../error/security-group-error.ts";
import type { Operation } from "../operation/operation.ts";
import { retryWrite } from "../operation/retry-call.ts";
import { waitForOperations, type Outcome } from "../operation/wait-for-operations.ts";
import type { Wave } from "../plan/plan.ts";
import type { Step } from "../plan/step.ts";
import type { StepReport, StepStatus } from "./apply-report.ts";
import { resolveStep } from "./resolve-step.ts";
import { takeTurns } from "./take-turns.ts";
import type { TargetRun } from "./target-run.ts";

/** Writes of one target that are sent or wait for the account's budget, which decides how many are on their way at once. */
const concurrentWrites = 32;

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

/** What is known of a write that ended in an error. Only waiting to send it can be aborted, so that was not done. */
function statusAfter({ code }: SecurityGroupError): StepStatus {
  if (code === "aborted" || code === "journal-unusable") return "not-done";
  return withoutEffect.has(code) ? "failed" : "unknown";
}

interface SentStep {
  readonly step: Step;
  readonly number: number;
  readonly operation: Operation;
}

/**
 * Sends the steps of a wave, the groups taking turns, and waits for what the cloud makes of them. After the first failure, or an abort,
 * nothing more is sent; what is on its way by then is seen to its end, unless it was aborted.
 *
 * Each write is in the journal before it leaves, and what became of it as soon as that is known.
 */
export async function runWave(wave: Wave, run: TargetRun): Promise<readonly StepReport[]> {
  const { adapter, options } = run;
  const { clock, signal, onEvent } = options;
  const { target } = run.plan;
  const { journal } = run;
  const reports = new Map<Step, StepReport>();
  const report = async (step: Step, number: number, status: StepStatus, error?: SecurityGroupError): Promise<void> => {
    reports.set(step, { step, status, error });
    onEvent?.({ kind: "step-ended", target, at: clock.now(), step, status });
    await journal.note({ kind: "ended", at: clock.now(), target, step: number, status, error: error?.code });
  };
  const sent: SentStep[] = [];
  let failed = false;
  await mapConcurrently(concurrentWrites, takeTurns(wave), async (step) => {
    if (failed || signal.aborted) return;
    const number = run.sent++;
    try {
      const resolvedStep = resolveStep(step, run.created);
      await journal.write({ kind: "sending", at: clock.now(), target, step: number, write: step });
      onEvent?.({ kind: "step-sent", target, at: clock.now(), step });
      const operation = await retryWrite(() => adapter.submit(resolvedStep, signal), { clock, signal });
      sent.push({ step, number, operation });
      await journal.note({ kind: "accepted", at: clock.now(), target, step: number, operation });
    } catch (error) {
      failed = true;
      const known = toSecurityGroupError(error);
      await report(step, number, statusAfter(known), known);
    }
  });
  if (sent.length > 0) {
    onEvent?.({ kind: "waiting", target, at: clock.now(), operations: sent.length });
    await settle(sent, run, report);
  }
  return wave.map((step) => reports.get(step) ?? { step, status: "not-done" });
}

/** Awaits what was sent and reports each step; all that have not ended are unknown when waiting itself breaks off. */
async function settle(
  sent: readonly SentStep[],
  { adapter, options, created }: TargetRun,
  report: (step: Step, number: number, status: StepStatus, error?: SecurityGroupError) => Promise<void>,
): Promise<void> {
  const { clock, random, deadlineMs, signal } = options;
  const waiting = new Set(sent);
  const reported: Promise<void>[] = [];
  const onOutcome = (index: number, outcome: Outcome): void => {
    const entry = sent[index];
    if (entry === undefined || outcome.status === "pending") return;
    waiting.delete(entry);
    const { step, number, operation } = entry;
    if (outcome.status === "failed") {
      reported.push(report(step, number, "failed", operationFailed(outcome.message, operation)));
      return;
    }
    if (outcome.status === "lost") {
      reported.push(report(step, number, "unknown", operationLost(outcome.message, operation)));
      return;
    }
    const id = outcome.groupId ?? operation.groupId;
    if (step.kind === "create-group" && id !== undefined) created.set(step.name, id);
    reported.push(report(step, number, "done"));
  };
  const operations = sent.map(({ operation }) => operation);
  let brokenOff: SecurityGroupError | undefined;
  try {
    await waitForOperations(adapter, operations, { clock, random, deadlineMs, signal, onOutcome });
  } catch (error) {
    brokenOff = toSecurityGroupError(error);
  }
  for (const { step, number, operation } of waiting) {
    reported.push(report(step, number, "unknown", brokenOff ?? operationTimeout(operation)));
  }
  await Promise.all(reported);
}

function operationFailed(message: string, { cloud, handles }: Operation): SecurityGroupError {
  return new SecurityGroupError("operation-failed", `the cloud could not carry it out: ${message}`, {
    hint: "Make a new plan: it starts from what the cloud holds now.",
    vendor: { cloud, message, requestId: handles[0] },
  });
}

function operationLost(message: string, { cloud, handles }: Operation): SecurityGroupError {
  return new SecurityGroupError("unexpected-response", `how the write ended cannot be told: ${message}`, {
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
