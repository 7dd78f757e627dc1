import { inspect } from "node:util";
import { createVirtualClock } from "@secgroup/adapter-tests";
import { createAccount, SecurityGroupError, type GroupId, type ResolvedStep } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { gcore } from "../src/index.ts";
import { calm, json, rejection } from "./fake-gcore.ts";
import { groupId } from "./wire.ts";

// With characters that JSON and URLs spell in another way.
const canary = `canary$"7\\/é`.replace("é", "+");
const spellings = [canary, JSON.stringify(canary).slice(1, -1), encodeURIComponent(canary)];

/** Everything that an error holds, as a logger of the nosiest kind would write it. */
const everything = (error: unknown): string =>
  [
    String(error),
    inspect(error, { depth: Infinity, showHidden: true, maxStringLength: Infinity, getters: true }),
    JSON.stringify(error),
    SecurityGroupError.is(error) ? `${error.stack} ${error.hint} ${JSON.stringify(error.vendor)}` : "",
  ].join("\n");

/** An error as HTTP clients make them: with the request, the headers and the answer hung on it. */
function noisyError(request: Request): Error {
  const authorization = request.headers.get("authorization") ?? "";
  const inner = Object.assign(new Error(`connecting with ${authorization}`), { request, code: `E_${authorization}` });
  inner.name = `Error of ${authorization}`;
  const outer = new TypeError(`fetch failed: ${encodeURIComponent(canary)}`, { cause: inner });
  return Object.assign(outer, { request, config: { headers: { authorization } }, response: { request } });
}

/** Leads in a circle, as some clients' errors do. */
function circularError(request: Request): Error {
  const error = noisyError(request);
  const last = error.cause;
  if (last instanceof Error) last.cause = error;
  return error;
}

const echo = (body: unknown, status: number) => (): Response => json(body, status);
const broken = (request: Request): Response =>
  new Response(new ReadableStream({ pull: (stream) => stream.error(noisyError(request)) }));

const failures: readonly (readonly [string, (request: Request) => Response])[] = [
  ...[400, 401, 402, 403, 404, 405, 409, 422, 423, 429, 500, 502, 503].map(
    (status) =>
      [
        `status ${status} that repeats the key`,
        echo(
          {
            exception_class: canary,
            message: `no ${canary}`,
            request_id: canary,
            invalid_fields: { [canary]: [canary] },
          },
          status,
        ),
      ] as const,
  ),
  ["a refusal of another shape", echo({ [canary]: { header: `APIKey ${canary}` } }, 401)],
  ["a refusal in text", () => new Response(`no ${canary}`, { status: 502 })],
  ["a long refusal in text", () => new Response(`${"x".repeat(190)}${canary}`, { status: 502 })],
  ["a refusal in a URL", () => new Response(`no ${encodeURIComponent(canary)}`, { status: 502 })],
  ["a success in text", () => new Response(`<p>${canary}</p>`)],
  ["a success of another shape", echo({ [canary]: canary, tasks: [canary], count: canary }, 200)],
  ["a redirect", () => new Response(null, { status: 302, headers: { location: `https://x.example/?${canary}` } })],
  [
    "an error with the request",
    (request) => {
      throw noisyError(request);
    },
  ],
  [
    "an error in a circle",
    (request) => {
      throw circularError(request);
    },
  ],
  [
    "a request thrown",
    (request) => {
      const thrown: unknown = request;
      throw thrown;
    },
  ],
  [
    "a text thrown",
    () => {
      const thrown: unknown = canary;
      throw thrown;
    },
  ],
  ["an answer that breaks off", broken],
];

const group = { id: groupId as GroupId, name: "web" };
const create: ResolvedStep = { kind: "create-group", name: "web", rules: [] };

describe.each(failures)("after %s", (_, answer) => {
  const options = { apiKey: canary, project: 1, region: 2, account: createAccount({ clock: createVirtualClock() }) };
  const adapter = gcore({ ...options, fetch: async (request) => answer(request) });

  it.each([
    ["listGroups", () => adapter.listGroups(calm)],
    ["readGroup", () => adapter.readGroup(group.id, calm)],
    ["readAttachments", () => adapter.readAttachments(group.id, calm)],
    ["listOperations", () => adapter.listOperations(calm)],
    ["submit", () => adapter.submit(create, calm)],
    ["readOperations", () => adapter.readOperations([{ cloud: "gcore", handles: ["a"] }], calm)],
  ])("%s shows no key", async (name, call) => {
    // A task that is not known is no error at first.
    const error = await call().then(
      (value) => (name === "readOperations" ? value : undefined),
      (thrown) => thrown,
    );
    expect(error).toBeDefined();
    for (const spelling of spellings) expect(everything(error)).not.toContain(spelling);
  });
});

describe("the search for the key", () => {
  it("would find it", () => {
    const request = new Request("https://x.example", { headers: { authorization: canary } });
    expect(everything(new Error("x", { cause: Object.assign(new Error("y"), { request }) }))).toContain("canary$");
    expect(everything(new SecurityGroupError("usage", "x", { hint: canary }))).toContain(canary);
  });

  it("finds none in the adapter itself", () => {
    const adapter = gcore({ apiKey: canary, project: 1, region: 2 });
    expect(everything(adapter)).not.toContain("canary");
  });
});

describe("a base URL that is not https", () => {
  const options = { apiKey: "canary", project: 1, region: 2 };

  it.each([
    "http://localhost:1",
    "http://127.0.0.1",
    "http://127.1.2.3:8080/x",
    "http://[::1]:80",
    "http://LOCALHOST",
    "http://127.1",
  ])("is taken on this machine: %s", (baseUrl) => {
    expect(gcore({ ...options, baseUrl }).cloud).toBe("gcore");
  });

  it.each([
    "http://api.gcore.com",
    "http://localhost.example",
    "http://127.0.0.1.example",
    "http://128.0.0.1",
    "http://[::2]",
    "http://[::ffff:7f00:1]",
    "http://0.0.0.0",
    "http://10.0.0.1",
  ])("is refused elsewhere: %s", async (baseUrl) => {
    const error = await rejection((async () => gcore({ ...options, baseUrl }))());
    expect(error).toMatchObject({ code: "usage", hint: expect.stringContaining("https") });
    expect(everything(error)).not.toContain("canary");
  });
});
