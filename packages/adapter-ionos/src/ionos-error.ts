import { readRetryAfter, readStatus, SecurityGroupError, type ErrorOptions } from "@secgroup/core";
import * as z from "zod";
import { hintFor } from "./status-hint.ts";

const envelope = z.object({
  messages: z.nullish(z.array(z.object({ errorCode: z.nullish(z.string()), message: z.nullish(z.string()) }))),
});

/** An answer with the texts in it that a person may see. */
export interface ShownAnswer {
  /** Method and path, without query. */
  readonly request: string;
  readonly response: Response;
  /** The body, secrets hidden. */
  readonly text: string;
  readonly requestId: string | undefined;
}

/** An answer outside 2xx as an error; `now` counts where a Retry-After has nothing else to count from. */
export function answerError(answer: ShownAnswer, now: number): SecurityGroupError {
  const { request, response, text, requestId } = answer;
  const { status } = response;
  const { code, retryable } = readStatus(status);
  const { message, errorCode } = readEnvelope(text);
  return new SecurityGroupError(code, `IONOS Cloud answered ${status} to ${request}${message ? `: ${message}` : "."}`, {
    hint: hintFor(status, code),
    retryable,
    retryAfterMs: retryable ? readRetryAfter(response.headers, now) : undefined,
    vendor: { cloud: "ionos", request, status, code: errorCode, message, requestId },
  });
}

function readEnvelope(text: string): {
  readonly message?: string | undefined;
  readonly errorCode?: string | undefined;
} {
  const { messages } = envelope.safeParse(parseJson(text)).data ?? {};
  if (!messages) return { message: excerpt(text) };
  return {
    message: messages.flatMap(({ message }) => message ?? []).join("; ") || undefined,
    errorCode: messages.find(({ errorCode }) => errorCode)?.errorCode ?? undefined,
  };
}

/** The value behind JSON text; `undefined` for any other text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first part of a text that nobody expected. */
export function excerpt(text: string): string | undefined {
  return text.trim().slice(0, 200) || undefined;
}

/** A 2xx answer that does not say what it must; `problem` completes "IONOS Cloud's answer to GET … ". */
export function unexpectedAnswer(
  problem: string,
  { request, response, requestId }: Omit<ShownAnswer, "text">,
  message?: string,
): SecurityGroupError {
  return unexpected(`IONOS Cloud's answer to ${request} ${problem}.${openEnd(request)}`, {
    vendor: { cloud: "ionos", request, status: response.status, message, requestId },
  });
}

/** An answer that contradicts the API's documents in a way that no single field shows. */
export function unexpected(message: string, options: ErrorOptions = {}): SecurityGroupError {
  return new SecurityGroupError("unexpected-response", message, {
    hint: "Check that IONOS_API_URL leads to CloudAPI v6; if it does, the API has changed and this adapter must follow.",
    ...options,
  });
}

/** What became of a request that got no answer, or none that could be read; without a request line it was never sent. */
export function noAnswer(cause: unknown, signal: AbortSignal, request: string | undefined): SecurityGroupError {
  const vendor = { cloud: "ionos", request };
  // A write that is on its way is not stopped any more: only one that still waited for its turn ends with the signal's own reason.
  if (signal.aborted && (isRead(request) || cause === signal.reason)) {
    const message = isRead(request) ? `${request} was aborted.` : "Aborted before the request was sent.";
    return new SecurityGroupError("aborted", message, { vendor, cause });
  }
  if (SecurityGroupError.is(cause)) {
    // The account says this of a request that it did not send.
    const end = cause.code === "rate-limited" ? "" : openEnd(request);
    const message = end ? `${cause.message.replace(/\.$/, "")}.${end}` : cause.message;
    return cause.with({ message, vendor: { ...vendor, ...cause.vendor } });
  }
  if (!request)
    return new SecurityGroupError("rejected", "The request to IONOS Cloud could not be made from these values.", {
      vendor,
      cause,
    });
  return new SecurityGroupError("unreachable", `IONOS Cloud gave no answer to ${request}.${openEnd(request)}`, {
    hint: "Check the network and IONOS_API_URL, then try again.",
    retryable: true,
    vendor,
    cause,
  });
}

function isRead(request: string | undefined): boolean {
  return request?.startsWith("GET ") ?? false;
}

/** What has to be said where the answer to a write says nothing. */
function openEnd(request: string | undefined): string {
  return request && !isRead(request) ? " Whether the change was made is not known." : "";
}
