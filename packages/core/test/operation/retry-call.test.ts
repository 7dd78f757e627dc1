import { describe, expect, it } from "vitest";
import { createAccount, SecurityGroupError, type ErrorCode } from "../../src/index.ts";
import { retryRead, retryWrite } from "../../src/operation/retry-call.ts";
import { eventClock } from "../support/event-clock.ts";
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

  it("repeats one whose answer cannot be read, which may have been cut off on its way", async () => {
    const { call, calls } = failing(2, "unexpected-response", { retryable: false });
    expect(await retryRead(call, { clock: virtualClock(), signal })).toBe("answer");
    expect(calls.count).toBe(3);
  });

  it("does not repeat one that failed for a lasting reason", async () => {
    const { call, calls } = failing(1, "forbidden", { retryable: false });
    expect(await errorOf(retryRead(call, { clock: virtualClock(), signal }))).toMatchObject({ code: "forbidden" });
    expect(calls.count).toBe(1);
  });
});

describe("a refusal for the rate", () => {
  it.each([
    ["read", retryRead],
    ["write", retryWrite],
  ])("is repeated more often than a failure, a %s until an hour has gone by with waiting", async (_, retry) => {
    const clock = virtualClock();
    const refusal = { retryable: true, retryAfterMs: 60_000 };
    expect(await retry(failing(50, "rate-limited", refusal).call, { clock, signal })).toBe("answer");
    expect(clock.slept).toEqual(Array.from({ length: 50 }, () => 60_000));
    const lasting = failing(1_000, "rate-limited", refusal);
    expect(await errorOf(retry(lasting.call, { clock, signal }))).toMatchObject({ code: "rate-limited" });
    expect(lasting.calls.count).toBe(61);
  });

  it("does not count among the failures of a read", async () => {
    const codes: ErrorCode[] = [
      "unavailable",
      "rate-limited",
      "unavailable",
      "rate-limited",
      "unavailable",
      "unavailable",
    ];
    const call = async (): Promise<string> => {
      const code = codes.shift();
      if (code !== undefined) throw new SecurityGroupError(code, "no", { retryable: true });
      return "answer";
    };
    expect(await retryRead(call, { clock: virtualClock(), signal })).toBe("answer");
  });

  it("without a word of how long is waited for longer each time", async () => {
    const clock = virtualClock();
    expect(await retryWrite(failing(3, "rate-limited", { retryable: true }).call, { clock, signal })).toBe("answer");
    expect(clock.slept).toEqual([500, 750, 1125]);
  });

  it("is waited for when the cloud asks for an hour", async () => {
    const clock = virtualClock();
    const hour = { retryable: true, retryAfterMs: 3_600_000 };
    expect(await retryWrite(failing(1, "rate-limited", hour).call, { clock, signal })).toBe("answer");
    expect(clock.slept).toEqual([3_600_000]);
  });

  it("is what the hour is for: failures of a read have their own number", async () => {
    const clock = virtualClock();
    const hour = { retryable: true, retryAfterMs: 3_600_000 };
    expect(await retryRead(failing(4, "unavailable", hour).call, { clock, signal })).toBe("answer");
  });

  it("is not waited for when the cloud asks for more than an hour", async () => {
    const clock = virtualClock();
    const { call, calls } = failing(1, "rate-limited", { retryable: true, retryAfterMs: 3_600_001 });
    expect(await errorOf(retryWrite(call, { clock, signal }))).toMatchObject({ code: "rate-limited" });
    expect([calls.count, clock.slept]).toEqual([1, []]);
  });

  it("is waited for once, not by the account's budget again", async () => {
    const clock = eventClock();
    const account = createAccount({ clock });
    let sent = 0;
    const fetch = async (): Promise<Response> =>
      sent++ === 0 ? new Response(null, { status: 429, headers: { "Retry-After": "30" } }) : new Response("done");
    const call = async (): Promise<string> => {
      const answer = await account.send(new Request("https://cloud.example/", { method: "POST" }), fetch);
      if (answer.status !== 429) return answer.text();
      throw new SecurityGroupError("rate-limited", "no", { retryable: true, retryAfterMs: 30_000 });
    };
    expect(await clock.run(() => retryWrite(call, { clock, signal }))).toBe("done");
    expect(clock.passed()).toBe(30_000);
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
