import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SecurityGroupError, type Adapter, type Operation, type OperationState } from "../../src/index.ts";
import { createMemoryCloud, memoryAdapter, memoryCapabilities } from "../../src/memory/index.ts";
import { pollDelay } from "../../src/operation/poll-schedule.ts";
import { waitForOperations, type Outcome } from "../../src/operation/wait-for-operations.ts";
import { errorOf } from "../support/memory-target.ts";
import { virtualClock, type VirtualClock } from "../support/virtual-clock.ts";

const operation = (handle: string): Operation => ({ cloud: "memory", handles: [handle] });
const { signal } = new AbortController();

/** An adapter whose operations are, look by look, in the given states; the last one stays. Errors are thrown. */
function scripted(
  script: Readonly<Record<string, readonly (Exclude<OperationState["status"], "lost"> | SecurityGroupError)[]>>,
) {
  const looks: string[][] = [];
  const adapter: Adapter = {
    ...memoryAdapter(createMemoryCloud(memoryCapabilities)),
    readOperations: async (operations) => {
      const handles = operations.map(({ handles: [handle = ""] }) => handle);
      looks.push(handles);
      return handles.map((handle) => {
        const states = script[handle] ?? [];
        const state = states[Math.min(looks.length, states.length) - 1];
        if (SecurityGroupError.is(state)) throw state;
        return state === "failed" ? { status: "failed", message: "broken" } : { status: state ?? "running" };
      });
    },
  };
  return { adapter, looks };
}

describe("pollDelay", () => {
  it("grows from half a second to five seconds", () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 100].map((attempt) => pollDelay(attempt, 0))).toEqual([
      500, 750, 1125, 1688, 2531, 3797, 5000, 5000, 5000,
    ]);
  });

  it("takes off a quarter at most, and keeps Retry-After in full", () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(100_000),
        (attempt, random, retryAfterMs) => {
          const delay = pollDelay(attempt, random, retryAfterMs);
          expect(delay).toBeGreaterThanOrEqual(Math.max(retryAfterMs, 0.75 * pollDelay(attempt, 0) - 1));
          expect(delay).toBeLessThanOrEqual(Math.max(retryAfterMs, pollDelay(attempt, 0)));
        },
      ),
    );
  });
});

describe("waitForOperations", () => {
  it("asks for all at once, and then only for those that have not ended", async () => {
    const { adapter, looks } = scripted({
      a: ["queued", "succeeded"],
      b: ["running", "running", "failed"],
      c: ["succeeded"],
    });
    const outcomes = await waitForOperations(adapter, ["a", "b", "c"].map(operation), {
      clock: virtualClock(),
      signal,
    });
    expect(outcomes).toEqual([
      { status: "succeeded" },
      { status: "failed", message: "broken" },
      { status: "succeeded" },
    ]);
    expect(looks).toEqual([["a", "b", "c"], ["a", "b"], ["b"]]);
  });

  it("tells each outcome once, as it comes", async () => {
    const told: [number, Outcome["status"]][] = [];
    const { adapter } = scripted({ a: ["running", "succeeded"], b: ["failed"] });
    const onOutcome = (index: number, outcome: Outcome): void => void told.push([index, outcome.status]);
    await waitForOperations(adapter, ["a", "b"].map(operation), { clock: virtualClock(), signal, onOutcome });
    expect(told).toEqual([
      [1, "failed"],
      [0, "succeeded"],
    ]);
  });

  it("looks at nothing when there is nothing to wait for", async () => {
    const { adapter, looks } = scripted({});
    expect(await waitForOperations(adapter, [], { clock: virtualClock(), signal })).toEqual([]);
    expect(looks).toEqual([]);
  });

  it("ends at the deadline with what has not ended pending", async () => {
    const clock = virtualClock();
    const start = clock.now();
    const { adapter } = scripted({ a: ["running"], b: ["succeeded"] });
    const outcomes = await waitForOperations(adapter, ["a", "b"].map(operation), { clock, signal, deadlineMs: 60_000 });
    expect(outcomes).toEqual([{ status: "pending" }, { status: "succeeded" }]);
    expect(clock.now() - start).toBeLessThanOrEqual(60_000);
    expect(clock.now() - start).toBeGreaterThan(54_000);
  });

  it("goes on after a look that failed for a passing reason, and honours Retry-After", async () => {
    const clock = virtualClock();
    const passing = new SecurityGroupError("rate-limited", "slow down", { retryable: true, retryAfterMs: 30_000 });
    const { adapter } = scripted({ a: [passing, "succeeded"] });
    expect(await waitForOperations(adapter, [operation("a")], { clock, signal })).toEqual([{ status: "succeeded" }]);
    expect(clock.slept).toEqual([100, 30_000]);
  });

  it("throws what a look failed with for a lasting reason", async () => {
    const { adapter } = scripted({ a: [new SecurityGroupError("unauthorized", "who are you")] });
    expect(
      await errorOf(waitForOperations(adapter, [operation("a")], { clock: virtualClock(), signal })),
    ).toMatchObject({ code: "unauthorized" });
  });

  it("stops when aborted while sleeping", async () => {
    const abort = new AbortController();
    const { adapter, looks } = scripted({ a: ["running"] });
    const clock: VirtualClock = virtualClock(() => clock.slept.length === 2 && abort.abort());
    expect(await errorOf(waitForOperations(adapter, [operation("a")], { clock, signal: abort.signal }))).toMatchObject({
      code: "aborted",
    });
    expect(looks).toHaveLength(1);
  });
});
