import type { ErrorCode } from "../error/security-group-error.ts";

/** What an HTTP status outside 2xx says of a call, the same for every cloud. */
export interface StatusMeaning {
  readonly code: ErrorCode;
  /** Whether the same call may succeed later. It says nothing of whether a write took effect. */
  readonly retryable: boolean;
}

/** Redirects, which adapters never follow, and statuses that no document names are `unexpected-response`. */
export function readStatus(status: number): StatusMeaning {
  switch (status) {
    case 401:
      return { code: "unauthorized", retryable: false };
    case 402:
    case 403:
      return { code: "forbidden", retryable: false };
    case 404:
      return { code: "not-found", retryable: false };
    case 408:
      return { code: "unavailable", retryable: true };
    case 409:
    case 412:
    case 423:
      return { code: "conflict", retryable: true };
    case 429:
      return { code: "rate-limited", retryable: true };
    default:
      if (status >= 500) return { code: "unavailable", retryable: true };
      return { code: status >= 400 ? "rejected" : "unexpected-response", retryable: false };
  }
}
