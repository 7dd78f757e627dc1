import { expect, it } from "vitest";
import { readRetryAfter, readStatus } from "../../src/index.ts";

it.each([
  [400, "rejected", false],
  [401, "unauthorized", false],
  [402, "forbidden", false],
  [403, "forbidden", false],
  [404, "not-found", false],
  [405, "rejected", false],
  [408, "unavailable", true],
  [409, "conflict", true],
  [412, "conflict", true],
  [415, "rejected", false],
  [422, "rejected", false],
  [423, "conflict", true],
  [429, "rate-limited", true],
  [499, "rejected", false],
  [500, "unavailable", true],
  [503, "unavailable", true],
  [399, "unexpected-response", false],
  [302, "unexpected-response", false],
  [0, "unexpected-response", false],
])("status %i means %s, retryable: %s", (status, code, retryable) => {
  expect(readStatus(status)).toEqual({ code, retryable });
});

const now = Date.parse("2026-11-22T06:00:00Z");

it.each<[string, Record<string, string>, number | undefined]>([
  ["nothing", {}, undefined],
  ["seconds", { "Retry-After": " 7 " }, 7_000],
  ["a part of a second, rounded up to whole milliseconds", { "Retry-After": "0.0001" }, 1],
  [
    "a date by the answer's own clock",
    { "Retry-After": "Sun, 22 Nov 2026 06:00:30 GMT", Date: "Sun, 22 Nov 2026 06:00:10 GMT" },
    20_000,
  ],
  ["a date by the caller's clock", { "Retry-After": "Sun, 22 Nov 2026 06:00:30 GMT" }, 30_000],
  ["a date that is past", { "Retry-After": "Sun, 22 Nov 2026 05:00:00 GMT" }, 0],
  ["no number and no date", { "Retry-After": "soon" }, undefined],
])("Retry-After: %s", (_, headers, wanted) => {
  expect(readRetryAfter(new Headers(headers), now)).toBe(wanted);
});
