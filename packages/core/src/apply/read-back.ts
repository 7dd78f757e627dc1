import { SecurityGroupError, toSecurityGroupError } from "../error/security-group-error.ts";
import { abortedError } from "../error/throw-if-aborted.ts";
import type { ObservedTarget } from "../plan/read-target.ts";
import { lookUntil } from "./look-until.ts";
import type { TargetRun } from "./target-run.ts";
import { verifyTarget } from "./verify-target.ts";

/** Why the target is not as planned; nothing when it is. */
export async function readBack(run: TargetRun, seen: ObservedTarget): Promise<SecurityGroupError | undefined> {
  let differences = verifyTarget(run.plan, seen, run.created);
  if (differences.length === 0) return undefined;
  try {
    await lookUntil(run, (observed) => {
      differences = verifyTarget(run.plan, observed, run.created);
      return differences.length === 0;
    });
  } catch (error) {
    return whyNot(error, run);
  }
  if (differences.length === 0) return undefined;
  return new SecurityGroupError(
    "not-converged",
    `every step was done, yet the cloud differs: ${differences.join("; ")}`,
    {
      hint: "Make a new plan. If it shows the same again, the cloud changes what it is sent, or somebody else does.",
    },
  );
}

/** What a read was broken off by. */
export function whyNot(error: unknown, { options }: TargetRun): SecurityGroupError {
  return options.signal.aborted ? abortedError(error) : toSecurityGroupError(error);
}
