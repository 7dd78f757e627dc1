/**
 * Everything that can go wrong, as a closed list.
 *
 * About what people wrote: `invalid-document`, `unsupported` (this cloud cannot express it), `limit-exceeded`,
 * `invalid-name`, `ambiguous-group` (two of one name), `group-in-use`, `unlisted-rules`, `provider-owned`,
 * `unreadable-rule`, `unsafe-plan`, `guardrail-broken`, `stale-plan`, `invalid-plan`, `missing-credentials`, `usage`,
 * `journal-unusable` (it cannot be written, or not be read).
 * About what a cloud answered: `unauthorized` (401), `forbidden` (402, 403), `not-found` (404), `rejected` (400, 405, 415, 422),
 * `conflict` (409, 423), `rate-limited` (429), `unavailable` (5xx, 408), `unreachable` (no answer), `unexpected-response`.
 * About work in flight: `operation-failed`, `operation-timeout`, `aborted`, `not-converged`.
 */
export type ErrorCode =
  | "invalid-document"
  | "unsupported"
  | "limit-exceeded"
  | "invalid-name"
  | "ambiguous-group"
  | "group-in-use"
  | "unlisted-rules"
  | "provider-owned"
  | "unreadable-rule"
  | "unsafe-plan"
  | "guardrail-broken"
  | "stale-plan"
  | "invalid-plan"
  | "missing-credentials"
  | "usage"
  | "journal-unusable"
  | "unauthorized"
  | "forbidden"
  | "not-found"
  | "rejected"
  | "conflict"
  | "rate-limited"
  | "unavailable"
  | "unreachable"
  | "unexpected-response"
  | "operation-failed"
  | "operation-timeout"
  | "aborted"
  | "not-converged";

/** Where it happened; each part only when known. */
export interface ErrorPlace {
  /** The document or plan file, as the user named it. */
  readonly file?: string | undefined;
  /** From 1. */
  readonly line?: number | undefined;
  /** From 1. */
  readonly column?: number | undefined;
  /** The way to the field, such as `groups.web.ingress[0].from`. */
  readonly path?: string | undefined;
  readonly target?: string | undefined;
  readonly group?: string | undefined;
  /** The rule in one line. */
  readonly rule?: string | undefined;
  readonly field?: string | undefined;
}

/** What the vendor said of it. */
export interface VendorAnswer {
  readonly cloud: string;
  /** Method and path without query, such as `PATCH /cloud/v2/security_groups/1/2/x`. */
  readonly request?: string | undefined;
  readonly status?: number | undefined;
  /** The vendor's own code: IONOS `errorCode`, Gcore `exception_class`. */
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly requestId?: string | undefined;
}

/** What an error tells beside its code and message. */
export interface ErrorOptions {
  /** What to do next, as a full sentence. */
  readonly hint?: string | undefined;
  readonly place?: ErrorPlace | undefined;
  readonly vendor?: VendorAnswer | undefined;
  /** Whether the same call may succeed later without any change. Default false. */
  readonly retryable?: boolean | undefined;
  /** How long the cloud asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** All errors that were found at once, this one included; none when it stands alone. */
  readonly related?: readonly SecurityGroupError[] | undefined;
  readonly cause?: unknown;
}

/** The only error that the packages throw on purpose; `code` says which kind, `message` what and why. */
export class SecurityGroupError extends Error {
  override readonly name = "SecurityGroupError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly place: ErrorPlace;
  readonly vendor: VendorAnswer | undefined;
  readonly retryable: boolean;
  /** Milliseconds. */
  readonly retryAfterMs: number | undefined;
  readonly related: readonly SecurityGroupError[];
  /** Tells errors of any copy of this package from others. */
  readonly isSecurityGroupError: true = true;

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.place = options.place ?? {};
    this.vendor = options.vendor;
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
    this.related = options.related ?? [];
  }

  static is(value: unknown): value is SecurityGroupError {
    return value instanceof Error && "isSecurityGroupError" in value;
  }

  /** The same error with more of its place known, also in `related`; what is known already stays. */
  at(place: ErrorPlace): SecurityGroupError {
    return this.with({ place: { ...place, ...this.place }, related: this.related.map((other) => other.at(place)) });
  }

  /** The same error with some of its parts replaced. */
  with(parts: ErrorOptions & { readonly message?: string }): SecurityGroupError {
    const { hint, place, vendor, retryable, retryAfterMs, related, cause } = this;
    const own: ErrorOptions = { hint, place, vendor, retryable, retryAfterMs, related, cause };
    return new SecurityGroupError(this.code, parts.message ?? this.message, { ...own, ...parts });
  }
}

/** The error itself, or for anything else, which only a defect throws, one with code `unexpected-response` and the other as cause. */
export function toSecurityGroupError(error: unknown): SecurityGroupError {
  if (SecurityGroupError.is(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new SecurityGroupError("unexpected-response", `an unexpected failure: ${message}`, { cause: error });
}
