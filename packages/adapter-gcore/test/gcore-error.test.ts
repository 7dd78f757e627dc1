import type { GroupId } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { calm, fakeGcore, json, rejection, type Answer } from "./fake-gcore.ts";
import { groupId, wireGroup } from "./wire.ts";

const path = `/cloud/v1/securitygroups/1234/76/${groupId}`;
const read = (answer: Answer): Promise<unknown> =>
  rejection(fakeGcore(answer).adapter.readGroup(groupId as GroupId, calm));
const envelope = { exception_class: "SomeError", message: "The vendor's words.", request_id: "req-1" };

describe("an answer that is no success", () => {
  it("of status 403 says which role is needed", async () => {
    expect(await read(() => json(envelope, 403))).toMatchObject({
      hint: expect.stringMatching(/Project User or Project Administrator.*Client Administrator.*403 also when/),
    });
  });

  it.each([
    [400, "rejected", false],
    [401, "unauthorized", false],
    [402, "forbidden", false],
    [403, "forbidden", false],
    [404, "not-found", false],
    [405, "rejected", false],
    [408, "unavailable", true],
    [409, "conflict", true],
    [410, "rejected", false],
    [415, "rejected", false],
    [422, "rejected", false],
    [423, "conflict", true],
    [429, "rate-limited", true],
    [500, "unavailable", true],
    [502, "unavailable", true],
    [503, "unavailable", true],
    [504, "unavailable", true],
  ])("of status %d is %s", async (status, code, retryable) => {
    expect(await read(() => json(envelope, status))).toMatchObject({
      code,
      retryable,
      message: `Gcore answered ${status} SomeError to GET ${path}: The vendor's words.`,
      vendor: {
        cloud: "gcore",
        request: `GET ${path}`,
        status,
        code: "SomeError",
        message: "The vendor's words.",
        requestId: "req-1",
      },
    });
  });

  it("names the fields that a validation found", async () => {
    const body = {
      ...envelope,
      exception_class: "ValidationError",
      invalid_fields: { name: ["String should match pattern"] },
    };
    expect(await read(() => json(body, 400))).toMatchObject({
      vendor: { message: `The vendor's words. {"name":["String should match pattern"]}` },
    });
  });

  it.each([
    [401, /GCORE_API_KEY/],
    [403, /Project Administrator/],
    [404, /project, region and id/],
  ])("of status %d says what to do next", async (status, hint) => {
    expect(await read(() => json(envelope, status))).toMatchObject({ hint: expect.stringMatching(hint) });
  });

  it("for a quota says that it is the quota", async () => {
    expect(await read(() => json({ ...envelope, exception_class: "QuotaLimitExceed" }, 403))).toMatchObject({
      hint: expect.stringMatching(/higher quota/),
    });
  });

  it.each([
    ["a body of another shape", () => json({ detail: "Bad permanent token" }, 401), `{"detail":"Bad permanent token"}`],
    ["a page of text", () => new Response(`<html>${"x".repeat(500)}`, { status: 502 }), `<html>${"x".repeat(194)}`],
    ["nothing", () => new Response(null, { status: 500 }), ""],
    ["null", () => json(null, 500), ""],
  ])("with %s is quoted, 200 characters at most", async (_, answer, message) => {
    expect(await read(answer)).toMatchObject({ vendor: { message } });
  });

  it("is not told at any length", async () => {
    expect(await read(() => json({ ...envelope, message: "x".repeat(100_000) }, 500))).toMatchObject({
      vendor: { message: "x".repeat(2_000) },
    });
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(await read(() => new Response(deep, { status: 403 }))).toMatchObject({ code: "forbidden" });
  });

  it("of status 404 with a page of text is no evidence that the group is gone", async () => {
    expect(await read(() => new Response("<h1>nginx</h1>", { status: 404 }))).toMatchObject({
      code: "unexpected-response",
    });
    expect(await read(() => new Response(null, { status: 404 }))).toMatchObject({ code: "not-found" });
  });

  it("that redirects is not followed", async () => {
    const headers = { location: "https://elsewhere.example/" };
    expect(await read(() => new Response(null, { status: 302, headers }))).toMatchObject({
      code: "unexpected-response",
      vendor: { status: 302 },
      hint: expect.stringMatching(/redirect/),
    });
  });

  it("never shows the key, though the vendor may", async () => {
    const echo = "Bad permanent token 29841_c767abcdef";
    for (const answer of [
      () => json({ ...envelope, message: echo }, 401),
      () => json({ detail: echo }, 401),
      () => json({ ...envelope, invalid_fields: { token: [echo] } }, 400),
      () => new Response(echo, { status: 502 }),
      () => new Response(echo, { status: 200 }),
    ]) {
      const error = await read(answer);
      expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain("29841_c767abcdef");
      expect(String(error)).toContain("Bad permanent token ***");
    }
  });
});

describe("Retry-After", () => {
  const sent = { date: "Sun, 22 Nov 2026 06:00:00 GMT" };

  it.each([
    ["seconds", { "retry-after": "7" }, 7000],
    ["a part of a second", { "retry-after": "0.5" }, 500],
    ["a date, by the answer's own clock", { ...sent, "retry-after": "Sun, 22 Nov 2026 06:00:30 GMT" }, 30_000],
    ["a date that is past", { ...sent, "retry-after": "Sun, 22 Nov 2026 05:00:00 GMT" }, 0],
    ["neither", { "retry-after": "soon" }, undefined],
    ["absent", {}, undefined],
  ])("as %s", async (_, headers, retryAfterMs) => {
    expect(await read(() => json(envelope, 429, headers))).toMatchObject({ retryAfterMs });
  });

  it("as a date, by the clock of this machine when the answer tells no time", async () => {
    const error = await read(() => json(envelope, 503, { "retry-after": "Fri, 22 Nov 2126 06:00:00 GMT" }));
    expect(error).toMatchObject({ retryAfterMs: expect.any(Number) });
  });

  it("means nothing where a repetition is of no use", async () => {
    expect(await read(() => json(envelope, 400, { "retry-after": "7" }))).toMatchObject({ retryAfterMs: undefined });
  });
});

describe("no answer", () => {
  it("is `unreachable` with its cause", async () => {
    const refused = Object.assign(new Error(""), { code: "ECONNREFUSED" });
    const error = await read(() => {
      throw new TypeError("fetch failed", { cause: refused });
    });
    expect(error).toMatchObject({ code: "unreachable", retryable: true, vendor: { request: `GET ${path}` } });
    expect(error).toHaveProperty("cause.name", "TypeError");
    expect(error).toHaveProperty("cause.message", "fetch failed");
    expect(error).toHaveProperty("cause.cause.code", "ECONNREFUSED");
  });

  it("from any of several addresses tells why of each", async () => {
    const error = await read(() => {
      throw new AggregateError([new Error("refused by ::1"), new Error("refused by 127.0.0.1")]);
    });
    expect(error).toHaveProperty("cause.message", "refused by ::1; refused by 127.0.0.1");
  });

  it("to the end is `unreachable` too", async () => {
    const cut = new ReadableStream({ pull: (stream) => stream.error(new TypeError("terminated")) });
    expect(await read(() => new Response(cut))).toMatchObject({ code: "unreachable", retryable: true });
  });
});

describe("a success that is not as documented", () => {
  it.each([
    ["text", () => new Response(`<html>${"x".repeat(500)}`), `<html>${"x".repeat(194)}`],
    ["nothing", () => new Response(null, { status: 204 }), ""],
  ])("because it holds %s is `unexpected-response`", async (_, answer, message) => {
    expect(await read(answer)).toMatchObject({
      code: "unexpected-response",
      retryable: false,
      vendor: { request: `GET ${path}`, message },
    });
  });

  it.each([
    ["id", wireGroup({ id: undefined })],
    ["name", wireGroup({ name: null })],
    ["tags_v2", wireGroup({ tags_v2: undefined })],
    ["tags_v2[0].read_only", wireGroup({ tags_v2: [{ key: "a", value: "b" }] })],
    [
      "security_group_rules[0].remote_ip_prefix",
      wireGroup({
        security_group_rules: [
          {
            id: "r",
            direction: "ingress",
            protocol: null,
            port_range_min: null,
            port_range_max: null,
            remote_group_id: null,
          },
        ],
      }),
    ],
    ["the whole", []],
  ])("names the field that is amiss: %s", async (field, body) => {
    expect(await read(() => json(body))).toMatchObject({
      code: "unexpected-response",
      place: { field },
      message: expect.stringContaining(field),
    });
  });
});
