import { createAccount, SecurityGroupError, type Account, type GroupId } from "@secgroup/core";
import { describe, expect, test } from "vitest";
import { errorOf } from "./support/error-of.ts";
import {
  adapterOf,
  datacenter,
  fakeCloud,
  json,
  requestId,
  signal,
  statusUrl,
  type Reply,
} from "./support/fake-cloud.ts";

const request = `DELETE /cloudapi/v6/datacenters/${datacenter}/securitygroups/g1`;
const remove = (reply: Reply) =>
  errorOf(() =>
    adapterOf(fakeCloud(reply)).submit({ kind: "delete-group", group: { id: "g1" as GroupId, name: "web" } }, signal),
  );
const list = (reply: Reply) => errorOf(() => adapterOf(fakeCloud(reply)).listGroups(signal));

describe("a status becomes a code", () => {
  test.each<[status: number, code: string, retryable: boolean, hint: RegExp]>([
    [302, "unexpected-response", false, /IONOS_API_URL/],
    [400, "rejected", false, /Correct/],
    [401, "unauthorized", false, /IONOS_TOKEN.*IONOS_USERNAME.*IONOS_PASSWORD/],
    [402, "forbidden", false, /trial/],
    [403, "forbidden", false, /administrator.*createNetworkSecurityGroups/],
    [404, "not-found", false, /ids/],
    [405, "rejected", false, /Correct/],
    [408, "unavailable", true, /later/],
    [409, "conflict", true, /Wait/],
    [415, "rejected", false, /Correct/],
    [422, "rejected", false, /Correct/],
    [423, "conflict", true, /Wait/],
    [429, "rate-limited", true, /Wait/],
    [500, "unavailable", true, /later/],
    [502, "unavailable", true, /later/],
    [503, "unavailable", true, /later/],
  ])("%i is %s", async (status, code, retryable, hint) => {
    const error = await remove(
      json({ httpStatus: status, messages: [{ errorCode: "100", message: "because" }] }, status),
    );
    expect(error).toMatchObject({
      code,
      retryable,
      vendor: { cloud: "ionos", request, status, code: "100", message: "because" },
    });
    expect(error.message).toBe(`IONOS Cloud answered ${status} to ${request}: because`);
    expect(error.hint).toMatch(hint);
  });
});

describe("what the vendor says is kept", () => {
  const messages = [{ message: "[(root).properties.name] too long" }, { errorCode: "100", message: "and more" }];
  test.each<[given: string, body: string, wanted: object]>([
    [
      "all messages and the first code",
      JSON.stringify({ messages }),
      { code: "100", message: "[(root).properties.name] too long; and more" },
    ],
    [
      "nulls in the envelope",
      '{"messages":[{"errorCode":null,"message":null}]}',
      { code: undefined, message: undefined },
    ],
    ["an empty envelope", '{"httpStatus":422,"messages":[]}', { code: undefined, message: undefined }],
    ["another JSON", '{"error":"x"}', { message: '{"error":"x"}' }],
    ["a page of HTML", "<html>no</html>", { message: "<html>no</html>" }],
    ["nothing", "", { message: undefined }],
    ["the first 200 characters of anything long", "x".repeat(1000), { message: "x".repeat(200) }],
  ])("%s", async (_, body, wanted) => {
    const error = await remove(new Response(body, { status: 422 }));
    expect(error).toMatchObject({ code: "rejected" });
    expect(error.vendor).toMatchObject(wanted);
  });

  test("and the id of the request", async () => {
    expect((await remove(json({}, 422, { Location: statusUrl }))).vendor?.requestId).toBe(requestId);
    expect((await remove(json({}, 422))).vendor?.requestId).toBeUndefined();
  });
});

describe("how long the cloud asks to wait", () => {
  const date = "Wed, 21 Oct 2026 07:28:00 GMT";
  test.each<[given: string, headers: Record<string, string>, wanted: number | undefined]>([
    ["seconds", { "Retry-After": "7" }, 7000],
    ["no wait", { "Retry-After": "0" }, 0],
    ["a date, counted from the answer's own", { "Retry-After": "Wed, 21 Oct 2026 07:28:09 GMT", Date: date }, 9000],
    ["a date that is past", { "Retry-After": "Wed, 21 Oct 2026 07:27:00 GMT", Date: date }, 0],
    ["a date long past, without the answer's own", { "Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT" }, 0],
    ["something else", { "Retry-After": "soon" }, undefined],
    ["nothing", {}, undefined],
  ])("%s", async (_, headers, wanted) => {
    expect((await remove(json({}, 429, headers))).retryAfterMs).toBe(wanted);
    expect((await remove(json({}, 503, headers))).retryAfterMs).toBe(wanted);
  });

  test("means nothing when trying again does not help", async () => {
    expect((await remove(json({}, 422, { "Retry-After": "7" }))).retryAfterMs).toBeUndefined();
  });
});

describe("a 2xx answer that is not JSON is unexpected", () => {
  test("with its status and start", async () => {
    const error = await list(new Response(`<html>${"x".repeat(500)}`, { status: 200 }));
    expect(error).toMatchObject({ code: "unexpected-response", retryable: false, vendor: { status: 200 } });
    expect(error.message).toContain("status 200");
    expect(error.vendor?.message).toBe(`<html>${"x".repeat(194)}`);
  });

  test("also for a write, of whose answer nothing is needed: what it did is open", async () => {
    const error = await remove(new Response("<html>", { status: 200 }));
    expect(error).toMatchObject({ code: "unexpected-response" });
    expect(error.message).toContain("Whether the change was made is not known.");
  });

  test("and so is an empty one where something is needed", async () => {
    for (const body of [null, "", " \n"]) {
      const error = await list(new Response(body, { status: 200 }));
      expect(error).toMatchObject({ code: "unexpected-response" });
      expect(error.message).toContain(" body:");
    }
  });
});

describe("no answer", () => {
  const cause = new TypeError("fetch failed");

  test("is unreachable, with the cause", async () => {
    const error = await list(() => Promise.reject(cause));
    expect(error).toMatchObject({ code: "unreachable", retryable: true });
    expect(error.cause).toMatchObject({ name: "TypeError", message: "fetch failed" });
    expect(error.message).not.toContain("not known");
  });

  test("to a write leaves open whether it was done, and says so", async () => {
    expect((await remove(() => Promise.reject(cause))).message).toContain("Whether the change was made is not known");
  });

  test("of which the system tells a code keeps it, however deep", async () => {
    const refused = Object.assign(new AggregateError([new Error("connect ECONNREFUSED ::1:443")]), {
      code: "ECONNREFUSED",
    });
    const error = await list(() => Promise.reject(new TypeError("fetch failed", { cause: refused })));
    expect(error.cause).toMatchObject({ cause: { code: "ECONNREFUSED", message: "connect ECONNREFUSED ::1:443" } });
  });

  test("that the account cuts off keeps its code, and a write says that its effect is open", async () => {
    const tooLong = new SecurityGroupError("unexpected-response", "The answer is longer than 64 MiB.");
    const body = () => new ReadableStream({ start: (controller) => controller.error(tooLong) });
    expect(await list(new Response(body()))).toMatchObject({ code: "unexpected-response", message: tooLong.message });
    expect(await remove(new Response(body()))).toMatchObject({
      code: "unexpected-response",
      message: `${tooLong.message} Whether the change was made is not known.`,
      vendor: { request },
    });
  });

  test("because the account did not send the write leaves nothing open", async () => {
    const full = new SecurityGroupError("rate-limited", "The cloud asks for a wait of a day.");
    const account: Account = { ...createAccount(), send: () => Promise.reject(full) };
    const step = { kind: "delete-group", group: { id: "g1" as GroupId, name: "web" } } as const;
    expect(await errorOf(() => adapterOf(fakeCloud(), { account }).submit(step, signal))).toMatchObject({
      code: "rate-limited",
      message: full.message,
      retryable: false,
    });
  });

  test("covers an answer that breaks off", async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(cause) });
    expect(await list(new Response(body, { status: 200 }))).toMatchObject({ code: "unreachable", retryable: true });
  });
});

describe("an abort", () => {
  test("before the call sends nothing", async () => {
    const cloud = fakeCloud(json({ items: [] }));
    const aborted = AbortSignal.abort(new Error("stop"));
    const adapter = adapterOf(cloud);
    const calls = [
      () => adapter.listGroups(aborted),
      () => adapter.readGroup("g1" as GroupId, aborted),
      () => adapter.readAttachments("g1" as GroupId, aborted),
      () => adapter.readLimits(aborted),
      () => adapter.submit({ kind: "delete-group", group: { id: "g1" as GroupId, name: "web" } }, aborted),
      () => adapter.listOperations(aborted),
      () => adapter.readOperations([{ cloud: "ionos", handles: [`group:${datacenter}/g1`] }], aborted),
    ];
    for (const call of calls) {
      const error = await errorOf(call);
      expect(error).toMatchObject({ code: "aborted", retryable: false });
      expect(error.message).toContain("before");
    }
    expect(cloud.sent).toEqual([]);
  });

  test("during a read reaches fetch, and ends as aborted", async () => {
    const controller = new AbortController();
    const fetch = (read: Request): Promise<Response> =>
      new Promise((_, reject) => {
        read.signal.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
        controller.abort();
      });
    expect(await errorOf(() => adapterOf({ fetch }).listGroups(controller.signal))).toMatchObject({
      code: "aborted",
      message: `GET /cloudapi/v6/datacenters/${datacenter}/securitygroups was aborted.`,
    });
  });

  const group = { id: "g1" as GroupId, name: "web" };

  test("while a write waits for its turn sends nothing, and ends as aborted", async () => {
    const controller = new AbortController();
    const cloud = fakeCloud();
    const account: Account = {
      ...createAccount(),
      send: async (waiting) => {
        controller.abort(new Error("Ctrl-C"));
        throw waiting.signal.reason;
      },
    };
    const failed = errorOf(() =>
      adapterOf(cloud, { account }).submit({ kind: "delete-group", group }, controller.signal),
    );
    expect(await failed).toMatchObject({ code: "aborted", message: "Aborted before the request was sent." });
    expect(cloud.sent).toEqual([]);
  });

  test("does not make a lost answer to a write one that was never sent", async () => {
    const controller = new AbortController();
    const account: Account = {
      ...createAccount(),
      send: async () => {
        controller.abort();
        throw new TypeError("connection reset");
      },
    };
    const failed = errorOf(() =>
      adapterOf(fakeCloud(), { account }).submit({ kind: "delete-group", group }, controller.signal),
    );
    expect(await failed).toMatchObject({
      code: "unreachable",
      message: `IONOS Cloud gave no answer to ${request}. Whether the change was made is not known.`,
    });
  });

  test("does not hide the answer to a write", async () => {
    const controller = new AbortController();
    const cloud = fakeCloud(() => {
      controller.abort();
      return json({}, 202, { Location: statusUrl });
    });
    const operation = await adapterOf(cloud).submit({ kind: "delete-group", group }, controller.signal);
    expect(operation.handles).toEqual([`request:${requestId}`]);
  });

  test("between two pages ends as aborted, not as a short list", async () => {
    const controller = new AbortController();
    const cloud = fakeCloud(() => {
      controller.abort();
      return json({ items: [{ id: "g1", properties: { name: "web" } }], _links: { next: "x" } });
    });
    expect(await errorOf(() => adapterOf(cloud).listGroups(controller.signal))).toMatchObject({ code: "aborted" });
    expect(cloud.sent).toHaveLength(1);
  });
});
