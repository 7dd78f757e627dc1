import type { ErrorCode, SecurityGroupError } from "./security-group-error.ts";

const cloudCodes: ReadonlySet<ErrorCode> = new Set([
  "unauthorized",
  "forbidden",
  "not-found",
  "rejected",
  "conflict",
  "rate-limited",
  "unavailable",
  "unreachable",
  "unexpected-response",
  "operation-failed",
  "operation-timeout",
]);

/** Whether a cloud, or the way to it, is why something could not be done; nothing that people wrote would have to change. */
export function isCloudError(error: SecurityGroupError): boolean {
  const errors = error.related.length > 0 ? error.related : [error];
  return errors.every(({ code, vendor }) => vendor !== undefined && cloudCodes.has(code));
}
