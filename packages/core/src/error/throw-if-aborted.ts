import { SecurityGroupError } from "./security-group-error.ts";

/** The promise's value; when it is rejected because of the signal, `aborted` in place of whatever the reason was. */
export async function throwIfAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  try {
    return await promise;
  } catch (error) {
    if (signal.aborted) throw abortedError(error);
    throw error;
  }
}

/** What every call of the core ends with after an abort. */
export function abortedError(cause?: unknown): SecurityGroupError {
  return new SecurityGroupError("aborted", "stopped on request", { cause });
}
