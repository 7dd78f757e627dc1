import type { paths } from "@secgroup/api-types/ionos";
import { SecurityGroupError } from "@secgroup/core";
import createClient, { defaultPathSerializer, type Client } from "openapi-fetch";
import type { Schema } from "./answer-schema.ts";
import { apiUrl } from "./api-url.ts";
import { authorization } from "./authorization.ts";
import { answerError, excerpt, noAnswer, parseJson, unexpectedAnswer, type ShownAnswer } from "./ionos-error.ts";
import type { IonosOptions } from "./ionos-options.ts";

/** What every call hands on to openapi-fetch. */
export interface CallOptions {
  readonly parseAs: "text";
  readonly signal: AbortSignal;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** Makes one call with the typed client; the options go into the call's own. */
export type Call = (
  api: Client<paths>,
  options: CallOptions,
) => Promise<{ readonly data?: unknown; readonly error?: unknown; readonly response: Response }>;

/** A 2xx answer: its body, and the request that it put into the cloud's queue, when it names one. */
export interface Answer<T> {
  readonly body: T;
  readonly requestId: string | undefined;
}

/** CloudAPI v6 for one datacenter. */
export interface IonosClient {
  readonly datacenter: string;
  /** Sends one request, once, and reads its answer. Throws `SecurityGroupError` only. */
  readonly send: <T>(schema: Schema<T>, signal: AbortSignal, call: Call) => Promise<Answer<T>>;
}

/** Throws `missing-credentials` or `usage` when the options cannot be used; sends nothing. */
export function createIonosClient(options: IonosOptions): IonosClient {
  const { datacenter, contractNumber, fetch = globalThis.fetch } = options;
  const url = apiUrl(options.baseUrl);
  const authorizationHeader = authorization(options);
  const secret = authorizationHeader.slice(authorizationHeader.indexOf(" ") + 1);
  const hide = (text: string): string => text.replaceAll(secret, "[hidden]");
  if (contractNumber !== undefined && !/^\d+$/.test(contractNumber)) {
    throw new SecurityGroupError("usage", "The IONOS contract number is not a number.", {
      hint: "Correct IONOS_CONTRACT_NUMBER, or leave it out.",
    });
  }
  const api = createClient<paths>({
    baseUrl: url.href,
    // Followed redirects could carry the credentials to another host.
    redirect: "manual",
    headers: { Authorization: authorizationHeader, "X-Contract-Number": contractNumber },
    pathSerializer: writePath,
  });

  async function send<T>(schema: Schema<T>, signal: AbortSignal, call: Call): Promise<Answer<T>> {
    const sent: { request?: Request } = {};
    const requestLine = (): string | undefined =>
      sent.request && `${sent.request.method} ${new URL(sent.request.url).pathname}`;
    const callOptions: CallOptions = {
      parseAs: "text",
      signal,
      fetch: (request) => {
        signal.throwIfAborted();
        sent.request = request;
        return fetch(request);
      },
    };
    try {
      const { data, error, response } = await call(api, callOptions);
      const answer: ShownAnswer = {
        request: requestLine() ?? "",
        response,
        requestId: requestIdOf(response, url),
        text: hide(typeof error === "string" ? error : error === undefined ? "" : JSON.stringify(error)),
      };
      if (!response.ok) throw answerError(answer);
      return {
        body: readBody(schema, typeof data === "string" ? data : "", answer, hide),
        requestId: answer.requestId,
      };
    } catch (cause) {
      if (SecurityGroupError.is(cause)) throw cause;
      throw noAnswer(cause, signal.aborted, requestLine());
    }
  }

  return { datacenter, send };
}

function readBody<T>(schema: Schema<T>, text: string, answer: ShownAnswer, hide: (text: string) => string): T {
  const value = parseJson(text);
  if (value === undefined && text.trim() !== "") {
    const start = excerpt(hide(text));
    throw unexpectedAnswer(`has status ${answer.response.status} but is not JSON: ${start}`, answer, start);
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const field =
    issue?.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("") || ".body";
  const wanted = issue?.code === "invalid_type" ? `: it should hold ${issue.expected}` : "";
  throw unexpectedAnswer(`lacks what is needed in ${field.slice(1)}${wanted}`, answer);
}

/** A path parameter that is empty or made of dots would turn the path into that of another resource. */
function writePath(path: string, parameters: Record<string, unknown>): string {
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value === "string" && !/^\.{0,2}$/.test(value)) continue;
    throw new SecurityGroupError("rejected", `"${String(value)}" cannot be an id on IONOS Cloud.`, {
      place: { field: name },
      hint: "Give the id as the cloud shows it, such as b3f55c2d-a89e-4008-8213-92e0428e2555.",
    });
  }
  return defaultPathSerializer(path, parameters);
}

const statusPath = /^\/requests\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/status\/?$/i;

/**
 * The id of the queued request behind `Location`, the "Status URL" of CloudAPI v6.
 *
 * Only a URL below the configured one counts, and only the id is taken: a URL out of an answer is never called.
 */
function requestIdOf(response: Response, url: URL): string | undefined {
  const location = response.headers.get("Location");
  if (!location || !URL.canParse(location, url.href)) return undefined;
  const { origin, pathname } = new URL(location, url);
  if (origin !== url.origin || !pathname.startsWith(url.pathname)) return undefined;
  return statusPath.exec(pathname.slice(url.pathname.length))?.[1];
}
