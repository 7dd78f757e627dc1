import type { Adapter } from "../adapter/adapter.ts";
import { SecurityGroupError } from "../error/security-group-error.ts";
import { listUnderWay, type ListOptions } from "./list-under-way.ts";
import type { Operation } from "./operation.ts";
import { waitForOperations, type WaitOptions } from "./wait-for-operations.ts";

/** Which operations `waitUntilQuiet` waits for, and for how long. */
export interface QuietOptions extends Omit<WaitOptions, "onOutcome">, ListOptions {
  /** Which operations matter. Default: all of the target. */
  readonly concerns?: ((operation: Operation) => boolean) | undefined;
  /** Called with the number of operations that are waited for. */
  readonly onWaiting?: ((operations: number) => void) | undefined;
}

/** Whoever keeps a cloud at work for ever is not waited for for ever. */
const mostRounds = 100;

/**
 * Waits until the cloud is at work on nothing that matters in a target, whoever began it. Answers whether there was anything to wait for. Throws
 * `operation-timeout` when that takes longer than the deadline, and what a read throws.
 */
export async function waitUntilQuiet(adapter: Adapter, options: QuietOptions): Promise<boolean> {
  const { concerns = () => true, onWaiting } = options;
  for (let round = 1; ; round++) {
    const operations = (await listUnderWay(adapter, options)).filter(concerns);
    const [first] = operations;
    if (first === undefined) return round > 1;
    if (round > mostRounds) throw stillBusy(first);
    onWaiting?.(operations.length);
    const outcomes = await waitForOperations(adapter, operations, { ...options, onOutcome: undefined });
    const stuck = operations.find((_, index) => outcomes[index]?.status === "pending");
    if (stuck !== undefined) throw stillBusy(stuck);
  }
}

function stillBusy({ cloud, handles }: Operation): SecurityGroupError {
  return new SecurityGroupError(
    "operation-timeout",
    "the cloud is at work on something that concerns these groups, and had not finished when the deadline came",
    {
      hint: "Look at it there. Once it has ended, make a new plan.",
      vendor: { cloud, requestId: handles[0] },
    },
  );
}
