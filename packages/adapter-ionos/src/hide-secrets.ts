import { SecurityGroupError } from "@secgroup/core";

/** How deep the causes of a failure are told; they may lead in a circle. */
const causeDepth = 5;

/** Takes secrets out of text, whoever repeated them. */
export type HideSecrets = (text: string) => string;

/** Hides each of the secrets wherever it stands, as it is or escaped as in JSON; an empty one is none. */
export function hideSecrets(secrets: readonly string[]): HideSecrets {
  const known = secrets
    .flatMap((secret) => (secret === "" ? [] : [secret, JSON.stringify(secret).slice(1, -1)]))
    .toSorted((one, other) => other.length - one.length);
  return (text) => known.reduce((rest, secret) => rest.replaceAll(secret, "[hidden]"), text);
}

/** The same error with nothing secret in what it says, in what the vendor said, and in its causes. */
export function hideInError(error: SecurityGroupError, hide: HideSecrets): SecurityGroupError {
  const { message, hint, vendor, cause } = error;
  return error.with({
    message: hide(message),
    hint: hint && hide(hint),
    vendor: vendor && {
      ...vendor,
      request: vendor.request && hide(vendor.request),
      code: vendor.code && hide(vendor.code),
      message: vendor.message && hide(vendor.message),
    },
    cause: hideInCause(cause, hide),
  });
}

/**
 * What a failure says of itself and of its causes, in new objects: what a `fetch` throws may hold the request, and the request
 * holds the credentials. `undefined` stays.
 */
function hideInCause(cause: unknown, hide: HideSecrets, depth = causeDepth): Error | undefined {
  if (cause === undefined || depth === 0) return undefined;
  if (!(cause instanceof Error))
    return new Error(typeof cause === "string" ? hide(cause) : "a failure without a message");
  const parts = cause instanceof AggregateError ? cause.errors : [];
  const told = cause.message || parts.map((part) => (part instanceof Error ? part.message : "")).join("; ");
  const inner = hideInCause(cause.cause, hide, depth - 1);
  const copy = new Error(hide(told), inner && { cause: inner });
  copy.name = hide(cause.name);
  if (cause.stack !== undefined) copy.stack = hide(cause.stack);
  return "code" in cause && typeof cause.code === "string" ? Object.assign(copy, { code: hide(cause.code) }) : copy;
}
