import { longestWait } from "../account/longest-wait.ts";
import type { SecurityGroupError } from "../error/security-group-error.ts";

/** Whether a read may succeed before long: an answer that cannot be read may have been cut off or come from something on the way. */
export function isPassingRead(error: SecurityGroupError): boolean {
  return isPassing(error) || error.code === "unexpected-response";
}

/** Whether the same call may succeed before long; not when the cloud asks to wait for more than an hour. */
export function isPassing({ retryable, retryAfterMs = 0 }: SecurityGroupError): boolean {
  return retryable && retryAfterMs <= longestWait;
}
