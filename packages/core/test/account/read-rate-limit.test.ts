import { describe, expect, it } from "vitest";
import { readRateLimit } from "../../src/account/read-rate-limit.ts";

const now = Date.UTC(2026, 0, 1);
const read = (headers: Record<string, string>, status = 200) =>
  readRateLimit({ status, headers: new Headers(headers) }, now);

describe("what an answer says of the rate", () => {
  it.each<[string, Record<string, string>, object]>([
    ["nothing", {}, {}],
    [
      "all three",
      { "X-RateLimit-Limit": "60", "X-RateLimit-Burst": "10", "X-RateLimit-Remaining": "0" },
      { limit: 60, burst: 10, remaining: 0 },
    ],
    ["blanks around", { "X-RateLimit-Limit": " 60 " }, { limit: 60 }],
    ["no limit of 0", { "X-RateLimit-Limit": "0", "X-RateLimit-Burst": "0" }, {}],
    ["nine digits", { "X-RateLimit-Remaining": "999999999" }, { remaining: 999_999_999 }],
    ["ten digits are too many", { "X-RateLimit-Remaining": "1000000000" }, {}],
    ["not a number", { "X-RateLimit-Limit": "60/min", "X-RateLimit-Burst": "x10", "X-RateLimit-Remaining": "-1" }, {}],
    ["a pause only when it refuses", { "Retry-After": "30" }, {}],
  ])("%s", (_, headers, wanted) => {
    expect(read(headers)).toEqual({ refused: false, ...wanted });
  });

  it.each<[string, number | undefined]>([
    ["30", 30_000],
    ["0", undefined],
    ["soon", undefined],
    [new Date(now + 90_000).toUTCString(), 90_000],
    [new Date(now - 90_000).toUTCString(), undefined],
    ["9".repeat(15), 3.2e14],
  ])("a refusal that asks to wait for %j", (text, retryAfterMs) => {
    expect(read({ "Retry-After": text }, 429)).toEqual({ refused: true, retryAfterMs });
  });

  it("a refusal that asks for nothing", () => {
    expect(read({}, 429)).toEqual({ refused: true });
  });
});
