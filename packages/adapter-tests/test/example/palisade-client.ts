import { abortedError, readRetryAfter, readStatus, SecurityGroupError, type Account, type Fetch } from "@secgroup/core";

/** Where Palisade is, and the way there. */
export interface PalisadeOptions {
  readonly url: string;
  readonly fetch: Fetch;
  readonly account: Account;
}

/** One request, of which `version` is what the text must still have for the write to be done. */
export interface PalisadeRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly body?: string;
  readonly version?: string;
}

/** A text, line by line, and its version. */
export interface PalisadeAnswer {
  readonly lines: readonly string[];
  readonly version: string;
}

/** Sends one request, once. Throws `SecurityGroupError` only. */
export async function send(
  { url, fetch, account }: PalisadeOptions,
  { method, path, body, version }: PalisadeRequest,
  signal: AbortSignal,
): Promise<PalisadeAnswer> {
  if (signal.aborted) throw abortedError(signal.reason);
  const headers = new Headers(version === undefined ? {} : { "If-Match": version });
  const init: RequestInit = { method, headers, signal, redirect: "manual", ...(body !== undefined && { body }) };
  let response: Response;
  let text: string;
  try {
    response = await account.send(new Request(new URL(path, url), init), fetch);
    text = await response.text();
  } catch (cause) {
    // A write that was sent is no longer tied to the signal: only one that was not fails with the signal's own reason.
    if (signal.aborted && (method === "GET" || cause === signal.reason)) throw abortedError(cause);
    throw new SecurityGroupError("unreachable", `no answer to ${method} ${path}`, { retryable: true, cause });
  }
  if (!response.ok) {
    const { code, retryable } = readStatus(response.status);
    const retryAfterMs = readRetryAfter(response.headers, account.clock.now());
    throw new SecurityGroupError(code, `Palisade refused ${method} ${path}: ${text}`, { retryable, retryAfterMs });
  }
  if (!response.headers.get("Content-Type")?.startsWith("text/plain")) {
    throw new SecurityGroupError("unexpected-response", `the answer to ${method} ${path} is not plain text`);
  }
  return { lines: text.split("\n").filter((line) => line !== ""), version: response.headers.get("ETag") ?? "" };
}
