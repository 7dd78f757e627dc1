import type { GroupId } from "@secgroup/core";
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

const token = "secret-token-0123456789";
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

  test("also for a write, of whose answer nothing is needed", async () => {
    expect(await remove(new Response("<html>", { status: 200 }))).toMatchObject({ code: "unexpected-response" });
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
    expect(error).toMatchObject({ code: "unreachable", retryable: true, cause });
    expect(error.message).not.toContain("not known");
  });

  test("to a write leaves open whether it was done, and says so", async () => {
    expect((await remove(() => Promise.reject(cause))).message).toContain("Whether the change was made is not known");
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
      () => adapter.readOperations([{ cloud: "ionos", handles: ["group:g1"] }], aborted),
    ];
    for (const call of calls) {
      const error = await errorOf(call);
      expect(error).toMatchObject({ code: "aborted", retryable: false });
      expect(error.message).toContain("before");
    }
    expect(cloud.sent).toEqual([]);
  });

  test("during a call reaches fetch, and ends as aborted", async () => {
    const controller = new AbortController();
    let noteSent: (request: Request) => void = () => undefined;
    const sent = new Promise<Request>((resolve) => {
      noteSent = resolve;
    });
    const fetch = (request: Request): Promise<Response> => {
      noteSent(request);
      return new Promise((_, reject) => {
        request.signal.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
      });
    };
    const failed = errorOf(() =>
      adapterOf({ fetch }).submit(
        { kind: "delete-group", group: { id: "g1" as GroupId, name: "web" } },
        controller.signal,
      ),
    );
    expect((await sent).method).toBe("DELETE");
    controller.abort();
    expect(await failed).toMatchObject({
      code: "aborted",
      message: `${request} was aborted. Whether the change was made is not known.`,
    });
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

test("no error repeats the credentials, even where the cloud does", async () => {
  const echo = `Bearer ${token}`;
  for (const reply of [
    new Response(echo, { status: 200 }),
    new Response(echo, { status: 502 }),
    json({ messages: [{ errorCode: "1", message: echo }] }, 400),
  ]) {
    const error = await list(reply);
    expect(error.message).toContain("[hidden]");
    expect(JSON.stringify([error, error.message, error.stack, String(error.cause)])).not.toContain(token);
  }
});
