import { SecurityGroupError, type GroupId } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { gcore, gcoreCapabilities } from "../src/index.ts";
import { calm, fakeGcore, json, rejection } from "./fake-gcore.ts";
import { groupId, wireGroup } from "./wire.ts";

const id = groupId as GroupId;

describe("a request", () => {
  it("goes to Gcore's host with the key in the vendor's scheme, and follows no redirect", async () => {
    const { adapter, requests } = fakeGcore(() => json(wireGroup()));
    await adapter.readGroup(id, calm);
    const request = requests[0]?.request;
    expect(request?.url).toBe(`https://api.gcore.com/cloud/v1/securitygroups/1234/76/${id}`);
    expect(request?.headers.get("authorization")).toBe("APIKey 29841_c767abcdef");
    expect(request?.redirect).toBe("manual");
  });

  it.each([
    ["https://gcore.example", "https://gcore.example/cloud"],
    ["https://gcore.example/", "https://gcore.example/cloud"],
    ["http://127.0.0.1:8080/proxy//", "http://127.0.0.1:8080/proxy/cloud"],
  ])("takes the base URL %s", async (baseUrl, start) => {
    const { adapter, requests } = fakeGcore(() => json(wireGroup()), { baseUrl });
    await adapter.readGroup(id, calm);
    expect(requests[0]?.request.url).toBe(`${start}/v1/securitygroups/1234/76/${id}`);
  });

  const ofGroups: readonly (readonly [
    string,
    (adapter: ReturnType<typeof gcore>, bad: GroupId) => Promise<unknown>,
    string,
  ])[] = [
    ["readGroup", (adapter, bad) => adapter.readGroup(bad, calm), "/cloud/v1/securitygroups/1234/76/ID"],
    [
      "readAttachments",
      (adapter, bad) => adapter.readAttachments(bad, calm),
      "/cloud/v1/securitygroups/1234/76/ID/instances",
    ],
    [
      "deletion",
      (adapter, bad) => adapter.submit({ kind: "delete-group", group: { id: bad, name: "web" } }, calm),
      "/cloud/v1/securitygroups/1234/76/ID",
    ],
    [
      "update",
      (adapter, bad) =>
        adapter.submit({ kind: "update-group", group: { id: bad, name: "web" }, fields: { name: "new" } }, calm),
      "/cloud/v2/security_groups/1234/76/ID",
    ],
  ];

  describe.each(ofGroups)("of %s", (_, call, path) => {
    it.each([
      ["../x", "..%2Fx"],
      ["a/b", "a%2Fb"],
      ["a?b", "a%3Fb"],
      ["a#b", "a%23b"],
      ["a\\b", "a%5Cb"],
      ["%2e%2e", "%252e%252e"],
      ["..;/x", "..%3B%2Fx"],
      [" ", "%20"],
    ])("encodes the id %j, so that it leads to no other path", async (bad, encoded) => {
      const { adapter, requests } = fakeGcore(() => json({}, 404));
      expect(await rejection(call(adapter, bad as GroupId))).toMatchObject({ code: "not-found" });
      expect(requests.map((seen) => seen.path)).toEqual([path.replace("ID", encoded)]);
    });

    it.each(["", ".", ".."])("is not made for the id %j, which no escaping keeps in its place", async (bad) => {
      const { adapter, requests } = fakeGcore(() => json({ tasks: [] }));
      expect(await rejection(call(adapter, bad as GroupId))).toMatchObject({ code: "not-found" });
      expect(requests).toEqual([]);
    });
  });
});

describe("an abort", () => {
  const stopped = AbortSignal.abort("enough");
  const group = { id, name: "web" };
  const calls: readonly [string, (adapter: ReturnType<typeof gcore>, signal: AbortSignal) => Promise<unknown>][] = [
    ["listGroups", (adapter, signal) => adapter.listGroups(signal)],
    ["readGroup", (adapter, signal) => adapter.readGroup(id, signal)],
    ["readAttachments", (adapter, signal) => adapter.readAttachments(id, signal)],
    ["readLimits", (adapter, signal) => adapter.readLimits(signal)],
    ["listOperations", (adapter, signal) => adapter.listOperations(signal)],
    ["submit", (adapter, signal) => adapter.submit({ kind: "delete-group", group }, signal)],
    ["readOperations", (adapter, signal) => adapter.readOperations([{ cloud: "gcore", handles: ["t"] }], signal)],
    ["readOperations of nothing", (adapter, signal) => adapter.readOperations([], signal)],
  ];

  it.each(calls)("before %s sends nothing", async (_, call) => {
    const { adapter, requests } = fakeGcore(() => json({}));
    expect(await rejection(call(adapter, stopped))).toMatchObject({
      code: "aborted",
      cause: "enough",
      retryable: false,
    });
    expect(requests).toEqual([]);
  });

  it("under way reaches the request and rejects with `aborted`", async () => {
    const controller = new AbortController();
    const { adapter } = fakeGcore(({ request }) => {
      controller.abort("enough");
      expect(request.signal.aborted).toBe(true);
      throw new DOMException("This operation was aborted", "AbortError");
    });
    expect(await rejection(adapter.listGroups(controller.signal))).toMatchObject({ code: "aborted", cause: "enough" });
  });

  it("while the answer is being read rejects with `aborted`", async () => {
    const controller = new AbortController();
    const { adapter } = fakeGcore(() => {
      const body = new ReadableStream({
        pull: (stream) => {
          controller.abort("enough");
          stream.error(new DOMException("This operation was aborted", "AbortError"));
        },
      });
      return new Response(body, { status: 200 });
    });
    expect(await rejection(adapter.listGroups(controller.signal))).toMatchObject({ code: "aborted" });
  });
});

describe("options", () => {
  const good = { apiKey: "a$b", project: 1, region: 2 };

  it.each([
    ["an empty key", { apiKey: "" }],
    ["a key with a line break", { apiKey: "topsecret\n" }],
    ["a key that is no header text", { apiKey: "topsecret\u2713" }],
    ["a project that is no whole number", { project: 1.5 }],
    ["a region of 0", { region: 0 }],
    ["a base URL without a scheme", { baseUrl: "api.gcore.com" }],
    ["a base URL of another scheme", { baseUrl: "ftp://api.gcore.com" }],
    ["a base URL with a password", { baseUrl: "https://me:topsecret@api.gcore.com" }],
    ["a base URL with a password alone", { baseUrl: "https://:topsecret@api.gcore.com" }],
    ["a base URL with a user alone", { baseUrl: "https://topsecret@api.gcore.com" }],
    ["a base URL with a fragment", { baseUrl: "https://api.gcore.com/#topsecret" }],
    ["a base URL with a query", { baseUrl: "https://api.gcore.com?token=topsecret" }],
  ])("with %s are refused, and nothing secret is shown", (_, bad) => {
    let error: unknown;
    try {
      gcore({ ...good, ...bad });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(SecurityGroupError);
    expect(error).toMatchObject({ code: "usage" });
    expect(String(error)).not.toContain("topsecret");
  });
});

it("knows the documented limits without a request", async () => {
  const { adapter, requests } = fakeGcore(() => json({}));
  expect(await adapter.readLimits(calm)).toEqual({ rulesPerGroup: 250 });
  expect(adapter.capabilities).toBe(gcoreCapabilities);
  expect(adapter.cloud).toBe("gcore");
  expect(requests).toEqual([]);
});
