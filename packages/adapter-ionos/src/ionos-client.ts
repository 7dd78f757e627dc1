import type { paths } from "@secgroup/api-types/ionos";
import { createAccount, hideSecrets, SecurityGroupError, type Account } from "@secgroup/core";
import createClient, { type Client } from "openapi-fetch";
import type { Schema } from "./answer-schema.ts";
import { apiUrl } from "./api-url.ts";
import { authorization } from "./authorization.ts";
import { answerTime } from "./cloud-time.ts";
import { hideInError } from "./hide-in-error.ts";
import { answerError, noAnswer, type ShownAnswer } from "./ionos-error.ts";
import type { IonosOptions } from "./ionos-options.ts";
import { readBody } from "./read-body.ts";
import { readRequestId } from "./read-request-id.ts";
import { writePath } from "./write-path.ts";

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
  /** By the cloud's own clock; absent where it does not tell. */
  readonly answeredAt: number | undefined;
}

/** CloudAPI v6 for one datacenter. */
export interface IonosClient {
  readonly datacenter: string;
  readonly account: Account;
  /** Sends one request, once, and reads its answer. Throws `SecurityGroupError` only. */
  readonly send: <T>(schema: Schema<T>, signal: AbortSignal, call: Call) => Promise<Answer<T>>;
  /** The same for a read of what may not be there, which then has no body. */
  readonly find: <T>(schema: Schema<T>, signal: AbortSignal, call: Call) => Promise<Answer<T | undefined>>;
}

/** Throws `missing-credentials` or `usage` when the options cannot be used; sends nothing. */
export function createIonosClient(options: IonosOptions): IonosClient {
  const { datacenter, contractNumber, account = createAccount(), fetch = globalThis.fetch } = options;
  const url = apiUrl(options.baseUrl);
  const { header, secrets } = authorization(options);
  const hide = hideSecrets(secrets);
  if (contractNumber !== undefined && !/^\d+$/.test(contractNumber)) {
    throw new SecurityGroupError("usage", "The IONOS contract number is not a number.", {
      hint: "Correct IONOS_CONTRACT_NUMBER, or leave it out.",
    });
  }
  const api = createClient<paths>({
    baseUrl: url.href,
    // Followed redirects could carry the credentials to another host.
    redirect: "manual",
    headers: { Authorization: header, "X-Contract-Number": contractNumber },
    pathSerializer: writePath,
  });

  async function exchange(signal: AbortSignal, call: Call): Promise<ShownAnswer> {
    let sent: Request | undefined;
    const callOptions: CallOptions = {
      parseAs: "text",
      signal,
      fetch: (request) => {
        signal.throwIfAborted();
        sent = request;
        return account.send(request, fetch);
      },
    };
    try {
      const { data, error = data, response } = await call(api, callOptions);
      const text = typeof error === "string" ? error : error === undefined ? "" : JSON.stringify(error);
      return { request: requestLine(sent) ?? "", response, requestId: readRequestId(response, url), text: hide(text) };
    } catch (cause) {
      throw noAnswer(cause, signal, requestLine(sent));
    }
  }

  async function read<T>(signal: AbortSignal, call: Call, take: (answer: ShownAnswer) => T): Promise<Answer<T>> {
    try {
      const answer = await exchange(signal, call);
      const { response, requestId } = answer;
      return { body: take(answer), requestId, answeredAt: answerTime(response.headers) };
    } catch (error) {
      throw SecurityGroupError.is(error) ? hideInError(error, hide) : error;
    }
  }

  function takeBody<T>(schema: Schema<T>, answer: ShownAnswer): T {
    if (!answer.response.ok) throw answerError(answer, account.clock.now());
    return readBody(schema, answer);
  }

  return {
    datacenter,
    account,
    send: (schema, signal, call) => read(signal, call, (answer) => takeBody(schema, answer)),
    find: (schema, signal, call) =>
      read(signal, call, (answer) => (answer.response.status === 404 ? undefined : takeBody(schema, answer))),
  };
}

/** Method and path, without query. */
function requestLine(request: Request | undefined): string | undefined {
  return request && `${request.method} ${new URL(request.url).pathname}`;
}
