import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { createAccount, type Adapter, type OperationState } from "@secgroup/core";
import { afterEach, describe, expect, test } from "vitest";
import { ionos, type IonosCredentials } from "../src/index.ts";
import { errorOf } from "./support/error-of.ts";
import { datacenter, groupAnswer, json, requestId, ruleAnswer, signal } from "./support/fake-cloud.ts";
import { otherRequestId, portCalls, readsOf, writesOf, type PortCall } from "./support/port-calls.ts";

const home = "https://api.ionos.com";
const elsewhere = "https://elsewhere.example";
const calls = Object.entries(portCalls);

/** What was asked of each origin. */
interface Asked {
  readonly adapter: Adapter;
  readonly at: (origin: string) => readonly Request[];
}

/** The cloud at home answers like this; whoever is asked elsewhere says yes to everything. */
function askedBy(answer: (request: Request) => Response, credentials: IonosCredentials = { token: "secret" }): Asked {
  const requests: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    requests.push(request);
    return new URL(request.url).origin === home ? answer(request) : json({ items: [], metadata: { status: "DONE" } });
  };
  return {
    adapter: ionos({ ...credentials, datacenter, fetch }),
    at: (origin) => requests.filter(({ url }) => new URL(url).origin === origin),
  };
}

describe.each(calls)("%s", (_, call) => {
  test.each([301, 302, 303, 307, 308])("follows no redirect, wherever it leads: %i", async (status) => {
    for (const target of [elsewhere, home, ""]) {
      const location = `${target}/cloudapi/v6/requests/${requestId}/status`;
      const asked = askedBy(() => new Response(null, { status, headers: { Location: location } }));
      const error = await errorOf(() => call(asked.adapter, signal));
      expect(error).toMatchObject({ code: "unexpected-response", retryable: false });
      expect(asked.at(elsewhere)).toEqual([]);
      for (const { redirect } of asked.at(home)) expect(redirect).toBe("manual");
    }
  });
});

test("a Location elsewhere is not followed, now or later", async () => {
  for (const [, call] of Object.entries(writesOf("g1", "r1"))) {
    const location = `${elsewhere}/cloudapi/v6/requests/${requestId}/status`;
    const { adapter, at } = askedBy(() => json({ id: "g1", metadata: { state: "BUSY" } }, 202, { Location: location }));
    const operation = (await call(adapter, signal)) as Parameters<Adapter["readOperations"]>[0][number];
    await adapter.readOperations([operation, operation], signal);
    expect(at(home)).toHaveLength(2);
    expect(at(elsewhere)).toEqual([]);
  }
});

test("a next page elsewhere is asked for at home", async () => {
  const item = { ...(groupAnswer("g1", "web") as object), ...(ruleAnswer("r1", {}) as object) };
  const properties = { name: "web", protocol: "TCP" };
  const reads = readsOf("g1", "r1");
  for (const name of ["listGroups", "readGroup", "listOperations", "readOperations of several requests"]) {
    const { adapter, at } = askedBy(({ url }) => {
      const { pathname } = new URL(url);
      if (pathname.endsWith("/status")) return json({ metadata: { status: "DONE" } });
      if (pathname.endsWith("/g1")) return json(groupAnswer("g1", "web"));
      const isFirst = new URL(url).searchParams.get("offset") === "0";
      const next = isFirst ? { next: `${elsewhere}/cloudapi/v6/requests?offset=1` } : {};
      return json({ items: [{ ...item, id: isFirst ? "a" : "b", properties }], _links: next });
    });
    await reads[name]?.(adapter, signal);
    expect(at(home).length).toBeGreaterThan(1);
    expect(at(elsewhere)).toEqual([]);
  }
});

describe("on the wire", () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  const serve = async (answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> => {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  test.each([301, 302, 307, 308])("a second server is never asked, after %i, Location or next", async (status) => {
    const seen: IncomingMessage[] = [];
    const stranger = await serve((request, response) => {
      seen.push(request);
      response.end("{}");
    });
    let asked = 0;
    const cloud = await serve((_, response) => {
      asked++;
      response.writeHead(status, { Location: `${stranger}/cloudapi/v6/requests/${requestId}/status` }).end();
    });
    const truthful = await serve((request, response) => {
      response.writeHead(request.method === "GET" ? 200 : 202, {
        Location: `${stranger}/cloudapi/v6/requests/${requestId}/status`,
      });
      response.end(JSON.stringify({ id: "g1", items: [], _links: { next: `${stranger}/next` } }));
    });
    for (const [, call] of calls) {
      for (const baseUrl of [cloud, truthful]) {
        const adapter = ionos({ token: "secret", datacenter, baseUrl, account: createAccount() });
        await call(adapter, signal).catch(() => undefined);
      }
    }
    expect(asked).toBeGreaterThanOrEqual(calls.length);
    expect(seen).toEqual([]);
  });

  test("what is asked for at home comes with the credentials", async () => {
    const seen: (string | undefined)[] = [];
    const baseUrl = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end(JSON.stringify({ items: [] }));
    });
    await ionos({ token: "secret", datacenter, baseUrl }).listGroups(signal);
    expect(seen).toEqual(["Bearer secret"]);
  });
});

describe.each(["../x", "a/b", "a?b", "a#b", "%2e%2e", "%2F", "a\\b", "a;b", "a b", "\n", "ä", "@evil.example/"])(
  "the id %j stays one part of the path",
  (id) => {
    const encoded = encodeURIComponent(id);
    const allowed = new Set([
      "/cloudapi/v6/requests",
      ...[requestId, otherRequestId].map((each) => `/cloudapi/v6/requests/${each}/status`),
      "/cloudapi/v6/contracts",
      `/cloudapi/v6/datacenters/${datacenter}`,
      ...["", `/${encoded}`, `/${encoded}/rules`, `/${encoded}/rules/${encoded}`].map(
        (rest) => `/cloudapi/v6/datacenters/${datacenter}/securitygroups${rest}`,
      ),
    ]);
    test.each(Object.entries({ ...readsOf(id, id), ...writesOf(id, id) }))("of %s", async (_, call) => {
      const { adapter, at } = askedBy(() => json({ id: "new", items: [] }));
      await call(adapter, signal).catch(() => undefined);
      expect(at(home).length).toBeGreaterThan(0);
      for (const { url } of at(home)) expect(allowed).toContain(new URL(url).pathname);
    });

    test("of the datacenter", async () => {
      const urls: string[] = [];
      const fetch = async ({ url }: Request): Promise<Response> => json({ items: [], path: urls.push(url) });
      await ionos({ token: "secret", datacenter: id, fetch }).listGroups(signal);
      expect(urls.map((url) => new URL(url).pathname)).toEqual([`/cloudapi/v6/datacenters/${encoded}/securitygroups`]);
    });
  },
);

const token = "canary-5a88aa8b8aa151f6";
const password = 'canary-pass"word\\5a88';
const basic = Buffer.from(`someone:${password}`).toString("base64");

describe.each<[string, IonosCredentials, readonly string[]]>([
  ["a token", { token }, [token]],
  ["a password", { username: "someone", password }, [password, basic, JSON.stringify(password).slice(1, -1)]],
])("no error tells %s", (_, credentials, secrets) => {
  const [secret = ""] = secrets;
  const echo = `you sent ${secrets.join(" and ")}`;
  const escaped = JSON.stringify({ messages: [{ errorCode: secret, message: echo }] }).replaceAll(
    "canary",
    "\\u0063anary",
  );
  const holder = (request: Request, parts: object = {}): Error =>
    Object.assign(new TypeError(echo, { cause: Object.assign(new Error(echo), { request }) }), {
      request,
      code: secret,
      headers: request.headers,
      options: { authorization: secret },
      ...parts,
    });
  const throwing = (error: unknown): never => {
    throw error;
  };
  const kinds: Readonly<Record<string, (request: Request) => Response>> = {
    "a failure that holds the request": (request) => throwing(holder(request)),
    "a failure that is the request": (request) => throwing(request),
    "a failure that is a text": () => throwing(echo),
    "a failure of several parts": (request) => throwing(new AggregateError([holder(request)], "")),
    "a failure with a name": (request) => throwing(holder(request, { name: echo })),
    "a failure that causes itself": (request) => {
      const error = holder(request);
      error.cause = error;
      return throwing(error);
    },
    "an answer that breaks off": (request) =>
      new Response(new ReadableStream({ start: (controller) => controller.error(holder(request)) })),
    "a body that is no JSON": () => new Response(echo),
    "a body cut inside": () => new Response(`{"id":"${echo}`),
    ...Object.fromEntries(
      [302, 400, 401, 402, 403, 404, 405, 408, 409, 415, 422, 423, 429, 500, 502, 503].flatMap((status) => [
        [`${status} as text`, () => new Response(echo, { status })],
        [`${status} as JSON`, () => json({ messages: [{ errorCode: secret, message: echo }] }, status)],
        [`${status} as escaped JSON`, () => new Response(escaped, { status })],
        [`${status} with other JSON`, () => json({ [echo]: echo }, status)],
      ]),
    ),
    "a failed request": () => json({ metadata: { status: "FAILED", message: echo, state: `FAILED ${secret}` } }),
    "an id": () => json({ id: `${secret}\ud800`, items: [{ id: secret }], metadata: { state: secret } }),
  };

  test.each(calls)("in %s", async (name, call: PortCall) => {
    let failures = 0;
    for (const [kind, answer] of Object.entries(kinds)) {
      const fetch = async (request: Request): Promise<Response> => answer(request);
      const adapter = ionos({ ...credentials, datacenter, fetch });
      let outcome: unknown;
      try {
        const value = await call(adapter, signal);
        const states = Array.isArray(value) && name.startsWith("readOperations") ? (value as OperationState[]) : [];
        outcome = states.filter(({ status }) => status === "failed");
      } catch (error) {
        failures++;
        outcome = error;
      }
      const shown = inspect(outcome, { depth: Infinity, showHidden: true, maxStringLength: null });
      for (const each of secrets) expect(shown, kind).not.toContain(each);
      expect(shown, kind).not.toContain("Request {");
    }
    expect(failures).toBeGreaterThan(40);
  });

  test.each(calls)("when %s is aborted", async (_name, call) => {
    const controller = new AbortController();
    const account = {
      ...createAccount(),
      send: async (request: Request) => {
        controller.abort(holder(request));
        throw controller.signal.reason;
      },
    };
    const error = await errorOf(() => call(ionos({ ...credentials, datacenter, account }), controller.signal));
    expect(error.code).toBe("aborted");
    const shown = inspect(error, { depth: Infinity, showHidden: true, maxStringLength: null });
    for (const each of secrets) expect(shown).not.toContain(each);
  });
});
