import { createVirtualClock } from "@secgroup/adapter-tests";
import { createAccount, type Adapter } from "@secgroup/core";
import { gcore, type GcoreOptions } from "../src/index.ts";

/** One request as the fake received it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly request: Request;
}

export type Answer = (seen: SeenRequest) => Response | Promise<Response>;

/** A JSON answer. */
export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  Response.json(body, { status, headers });

/** An adapter for project 1234 in region 76 whose requests are answered by hand. */
export function fakeGcore(
  answer: Answer,
  options: Partial<GcoreOptions> = {},
): { readonly adapter: Adapter; readonly requests: readonly SeenRequest[] } {
  const requests: SeenRequest[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const text = await request.clone().text();
    const seen = {
      method: request.method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: text === "" ? undefined : JSON.parse(text),
      request,
    };
    requests.push(seen);
    return answer(seen);
  };
  const account = createAccount({ clock: createVirtualClock() });
  return {
    adapter: gcore({ apiKey: "29841_c767abcdef", project: 1234, region: 76, fetch, account, ...options }),
    requests,
  };
}

/** Answers the requests one after the other; one more is a defect of the test. */
export function inOrder(...answers: readonly (() => Response)[]): Answer {
  const left = [...answers];
  return () => {
    const next = left.shift();
    if (next === undefined) throw new Error("one request too many");
    return next();
  };
}

/** A signal that nobody aborts. */
export const calm: AbortSignal = new AbortController().signal;

/** What a promise was rejected with; fails when it was not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("expected a rejection");
}
