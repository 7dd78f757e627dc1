import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { GroupId, Operation, ResolvedStep } from "@secgroup/core";
import { afterEach, describe, expect, it } from "vitest";
import { gcore } from "../src/index.ts";
import { calm, fakeGcore, json, rejection } from "./fake-gcore.ts";
import { groupId } from "./wire.ts";

const group = { id: groupId as GroupId, name: "web" };
const create: ResolvedStep = { kind: "create-group", name: "web", rules: [] };
const operation: Operation = { cloud: "gcore", handles: ["t"] };
type Adapter = ReturnType<typeof gcore>;

const calls: readonly (readonly [string, (adapter: Adapter) => Promise<unknown>])[] = [
  ["listGroups", (adapter) => adapter.listGroups(calm)],
  ["readGroup", (adapter) => adapter.readGroup(group.id, calm)],
  ["readAttachments", (adapter) => adapter.readAttachments(group.id, calm)],
  ["listOperations", (adapter) => adapter.listOperations(calm)],
  ["readOperations", (adapter) => adapter.readOperations([operation], calm)],
  ["submit", (adapter) => adapter.submit(create, calm)],
];
const codes = [301, 302, 303, 307, 308];
const places = [
  "https://elsewhere.example/",
  "https://api.gcore.com/other",
  "//elsewhere.example/x",
  "/cloud/v1/tasks",
];

describe.each(calls)("a redirect of %s", (_, call) => {
  it.each(codes.flatMap((code) => places.map((place) => [code, place] as const)))(
    "with %d to %s is not followed",
    async (status, location) => {
      const { adapter, requests } = fakeGcore(() => new Response(null, { status, headers: { location } }));
      expect(await rejection(call(adapter))).toMatchObject({ code: "unexpected-response", vendor: { status } });
      expect(requests.map(({ request }) => new URL(request.url).origin)).toEqual(["https://api.gcore.com"]);
      expect(requests[0]?.request.redirect).toBe("manual");
    },
  );
});

describe("on real servers, with the platform's fetch", () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** Serves on a free port of this machine. */
  async function serve(answer: RequestListener): Promise<string> {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it.each(calls)("%s tells the key to the configured one only", async (_, call) => {
    const strangers: unknown[] = [];
    const stranger = await serve((request, response) => {
      strangers.push(request.headers);
      response.end("{}");
    });
    const keys: unknown[] = [];
    const cloud = await serve((request, response) => {
      keys.push(request.headers.authorization);
      const status = codes[keys.length - 1] ?? 500;
      response.writeHead(status, { location: status % 2 === 0 ? `${stranger}/x` : "/y" }).end();
    });
    const adapter = gcore({ apiKey: "canary", project: 1, region: 2, baseUrl: cloud });
    for (const status of codes) expect(await rejection(call(adapter))).toMatchObject({ vendor: { status } });
    expect(keys).toEqual(codes.map(() => "APIKey canary"));
    expect(strangers).toEqual([]);
  });
});

it("answers that name other hosts lead nowhere", async () => {
  const { adapter, requests } = fakeGcore(() =>
    json({ count: 0, results: [], next: "https://elsewhere.example/", tasks: [] }, 200, {
      location: "https://elsewhere.example/",
      link: `<https://elsewhere.example/>; rel="next"`,
    }),
  );
  await adapter.listGroups(calm);
  await adapter.submit(create, calm);
  expect(new Set(requests.map(({ request }) => new URL(request.url).origin))).toEqual(
    new Set(["https://api.gcore.com"]),
  );
});
