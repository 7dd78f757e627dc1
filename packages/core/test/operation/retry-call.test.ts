import { describe, expect, it } from "vitest";
import { SecurityGroupError, type ErrorCode } from "../../src/index.ts";
import { retryRead, retryWrite } from "../../src/operation/retry-call.ts";
import { errorOf } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const { signal } = new AbortController();

/** A call that fails so many times with the code. */
function failing(times: number, code: ErrorCode, options: { retryable: boolean; retryAfterMs?: number }) {
  const calls = { count: 0 };
  const call = async (): Promise<string> => {
    if (++calls.count <= times) throw new SecurityGroupError(code, "no", options);
    return "answer";
  };
  return { call, calls };
}

describe("retryRead", () => {
  it("repeats a read that failed for a passing reason, four times at most", async () => {
    const clock = virtualClock();
    expect(await retryRead(failing(4, "unavailable", { retryable: true }).call, { clock, signal })).toBe("answer");
    expect(clock.slept).toEqual([500, 750, 1125, 1688]);
    const lasting = failing(5, "unavailable", { retryable: true });
    expect(await errorOf(retryRead(lasting.call, { clock, signal }))).toMatchObject({ code: "unavailable" });
    expect(lasting.calls.count).toBe(5);
  });

  it("does not repeat one that failed for a lasting reason", async () => {
    const { call, calls } = failing(1, "forbidden", { retryable: false });
    expect(await errorOf(retryRead(call, { clock: virtualClock(), signal }))).toMatchObject({ code: "forbidden" });
    expect(calls.count).toBe(1);
  });
});

describe("retryWrite", () => {
  it("repeats a write only when the cloud refused it for its rate, and waits as long as it said", async () => {
    const clock = virtualClock();
    expect(
      await retryWrite(failing(1, "rate-limited", { retryable: true, retryAfterMs: 90_000 }).call, { clock, signal }),
    ).toBe("answer");
    expect(clock.slept).toEqual([90_000]);
  });

  it.each<ErrorCode>(["unavailable", "unreachable", "conflict", "unexpected-response"])(
    "never repeats one that ended in %s",
    async (code) => {
      const { call, calls } = failing(1, code, { retryable: true });
      expect(await errorOf(retryWrite(call, { clock: virtualClock(), signal }))).toMatchObject({ code });
      expect(calls.count).toBe(1);
    },
  );

  it("stops waiting when aborted", async () => {
    const abort = new AbortController();
    const { call, calls } = failing(1, "rate-limited", { retryable: true });
    const clock = virtualClock(() => abort.abort());
    expect(await errorOf(retryWrite(call, { clock, signal: abort.signal }))).toMatchObject({ code: "aborted" });
    expect(calls.count).toBe(1);
  });
});
