import {
  hideInCause,
  readRetryAfter,
  readStatus,
  SecurityGroupError,
  type HideSecrets,
  type StatusMeaning,
  type VendorAnswer,
} from "@secgroup/core";
import { gcoreRights } from "./gcore-rights.ts";

/** Of what need not be words for people. */
const longestQuote = 200;
const longestMessage = 2_000;

/**
 * The error of an answer that is no success: code and retry by status, the vendor's own words kept.
 * `body` is a JSON value, or the text that is none; `hide` takes secrets out of what is quoted; `now` is for an answer that does
 * not tell its own time.
 */
export function errorOfAnswer(
  request: string,
  response: Response,
  body: unknown,
  hide: HideSecrets,
  now: number,
): SecurityGroupError {
  const { status } = response;
  const { code, retryable } = meaningOf(status, body);
  const vendor = readEnvelope(request, status, body, hide);
  const what = vendor.code === undefined ? `${status}` : `${status} ${vendor.code}`;
  const why = vendor.message === undefined || vendor.message === "" ? "" : `: ${vendor.message}`;
  return new SecurityGroupError(code, `Gcore answered ${what} to ${request}${why}`, {
    hint: hintFor(status, vendor.code),
    vendor,
    retryable,
    retryAfterMs: retryable ? readRetryAfter(response.headers, now) : undefined,
  });
}

/** How a request came to have no answer. */
interface Silence {
  readonly isRead: boolean;
  readonly signal: AbortSignal;
  readonly cause: unknown;
  readonly hide: HideSecrets;
}

/**
 * A request without an answer: `aborted` when the caller stopped it and it cannot have had an effect, else `unreachable`.
 *
 * A write is `aborted` only where it fails with the signal's own reason: the account lets a write wait with the signal, and sends it without.
 */
export function errorOfSilence(request: string, { isRead, signal, cause, hide }: Silence): SecurityGroupError {
  if (signal.aborted && (isRead || cause === signal.reason)) {
    return new SecurityGroupError("aborted", `Stopped before Gcore answered ${request}.`, { cause: signal.reason });
  }
  return new SecurityGroupError("unreachable", `Gcore did not answer ${request}.`, {
    hint: "Check the network, and the host in GCORE_BASE_URL if it is set.",
    vendor: { cloud: "gcore", request },
    retryable: true,
    cause: hideInCause(cause, hide),
  });
}

/** Throws `aborted` for a call that was stopped before it began. */
export function refuseAborted(signal: AbortSignal): void {
  if (!signal.aborted) return;
  throw new SecurityGroupError("aborted", "Stopped before anything was sent to Gcore.", { cause: signal.reason });
}

/** An answer that says success, but not what the documents promise. */
export function unexpectedResponse(
  problem: string,
  vendor: Omit<VendorAnswer, "cloud">,
  field?: string,
): SecurityGroupError {
  const to = vendor.request === undefined ? "" : ` to ${vendor.request}`;
  return new SecurityGroupError("unexpected-response", `Gcore's answer${to} cannot be used: ${problem}`, {
    hint: "If this persists, the API has changed, or something between here and Gcore answers in its place.",
    vendor: { cloud: "gcore", ...vendor },
    place: { field },
  });
}

/** The first part of a text, for a message. */
export function quote(text: string, longest: number = longestQuote): string {
  return text.length > longest ? text.slice(0, longest) : text;
}

function meaningOf(status: number, body: unknown): StatusMeaning {
  // A page of text is no evidence that a group is gone: it comes from a wrong host or something in between.
  if (status === 404 && typeof body === "string" && body !== "")
    return { code: "unexpected-response", retryable: false };
  return readStatus(status);
}

function hintFor(status: number, vendorCode: string | undefined): string {
  if (vendorCode === "QuotaLimitExceed")
    return "Ask for a higher quota in the Gcore Customer Portal, or delete what is not needed.";
  if (status === 401)
    return "Set GCORE_API_KEY to a valid permanent API token; in a shell put it into single quotes, because it may hold a $.";
  if (status === 402 || status === 403) {
    return `${gcoreRights} Gcore answers 403 also when a region has no capacity.`;
  }
  if (status === 404)
    return "Check project, region and id: Gcore answers 404 also for a project or region that the token cannot see.";
  if (status === 409 || status === 423) return "Wait until the change that is under way is done, then try again.";
  if (status === 429) return "Wait as long as the answer says, then go on with fewer calls at once.";
  if (status === 408 || status >= 500) return "Try again later; what was to be changed may or may not have been.";
  if (status >= 400) return "Correct what the message names; the same request will be refused again.";
  return "The API does not redirect; check the host in GCORE_BASE_URL. The key was not sent further.";
}

/** Reads the envelope of the vendor's error guide; anything else is quoted, because the identity layer may answer in its own shape. */
function readEnvelope(request: string, status: number, body: unknown, hide: HideSecrets): VendorAnswer {
  const asText = (value: unknown): string | undefined =>
    typeof value === "string" ? quote(hide(value), longestMessage) : undefined;
  const asQuote = (value: unknown): string => quote(hide(spell(value)));
  const answer = { cloud: "gcore", request, status };
  if (typeof body !== "object" || body === null) return { ...answer, message: quote(asText(body)?.trim() ?? "") };
  const fields: Readonly<Record<string, unknown>> = { ...body };
  const invalid = fields["invalid_fields"] ? ` ${asQuote(fields["invalid_fields"])}` : "";
  return {
    ...answer,
    code: asText(fields["exception_class"]),
    message: (asText(fields["message"]) ?? asQuote(body)) + invalid,
    requestId: asText(fields["request_id"]),
  };
}

/** The value as JSON; nothing for one that is nested too deep to be spelt. */
function spell(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return "";
  }
}
