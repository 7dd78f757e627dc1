import { describe, expect, it, vi } from "vitest";
import type { Operation, OperationState } from "../../src/index.ts";
import { createMemoryCloud, memoryAdapter, memoryCapabilities } from "../../src/memory/index.ts";
import { createOpenWait } from "../../src/operation/open-wait.ts";
import type { Outcome } from "../../src/operation/outcome.ts";
import type { UsualDuration } from "../../src/operation/usual-duration.ts";

const startedAt = 10_000;
const running: OperationState = { status: "running" };
const succeeded: OperationState = { status: "succeeded" };
const unknown = { firstLook: () => undefined, end: () => undefined };

/** A wait for so many operations. */
function openWait(count: number, usually: Pick<UsualDuration, "firstLook" | "end"> = unknown) {
  const learn = vi.fn<UsualDuration["learn"]>();
  const resolve = vi.fn<(outcomes: readonly Outcome[]) => void>();
  const reject = vi.fn<(reason: unknown) => void>();
  const onOutcome = vi.fn<(index: number, outcome: Outcome) => void>();
  const operations = Array.from({ length: count }, (_, index): Operation => ({
    cloud: "memory",
    handles: [`${index}`],
  }));
  const adapter = memoryAdapter(createMemoryCloud(memoryCapabilities));
  const { signal } = new AbortController();
  const request = { adapter, operations, random: () => 0, deadlineMs: 60_000, signal, onOutcome };
  const wait = createOpenWait(request, startedAt, { ...usually, learn }, { resolve, reject });
  /** A look that finds so many of those asked for ended. */
  const see = (lookedAt: number, ended: number): void => {
    const asked = wait.pending();
    wait.see(
      asked,
      asked.map((_, index) => (index < ended ? succeeded : running)),
      lookedAt,
    );
  };
  return { wait, see, learn, resolve, reject, onOutcome };
}

describe("the next look", () => {
  it("is counted from the begin of the wait, like the deadline", () => {
    const { wait, see } = openWait(1);
    expect([wait.nextLookAt, wait.deadlineAt]).toEqual([10_100, 70_000]);
    see(30_000, 0);
    expect(wait.nextLookAt).toBe(32_000);
  });

  it("comes when operations usually begin to end, and after that when they usually have ended", () => {
    const { wait, see } = openWait(1, { firstLook: () => 900, end: () => 2_000 });
    expect(wait.nextLookAt).toBe(10_900);
    see(10_900, 0);
    expect(wait.nextLookAt).toBe(12_000);
  });

  it("comes at the end of the last when they end one after another", () => {
    const { wait, see } = openWait(100);
    see(11_000, 2);
    expect(wait.nextLookAt).toBe(11_100);
    see(59_000, 96);
    expect(wait.nextLookAt).toBe(60_000);
  });
});

describe("what is usual", () => {
  it("is told once, with the look that saw the first end and the one before", () => {
    const { see, learn } = openWait(3);
    see(10_500, 0);
    see(11_000, 1);
    see(12_000, 0);
    see(13_000, 1);
    expect(learn.mock.calls).toEqual([[500, 1_000]]);
  });

  it("is told without a look before when there was none", () => {
    const { see, learn } = openWait(1);
    see(10_500, 1);
    expect(learn.mock.calls).toEqual([[undefined, 500]]);
  });
});

describe("a wait", () => {
  it("ends once, with what is known by then", () => {
    const { wait, see, resolve, reject } = openWait(2);
    see(11_000, 1);
    expect(resolve).not.toHaveBeenCalled();
    wait.expire();
    wait.expire();
    wait.fail(new Error("too late"));
    expect(resolve.mock.calls).toEqual([[[succeeded, { status: "pending" }]]]);
    expect(reject).not.toHaveBeenCalled();
  });

  it("is told nothing more after its end", () => {
    const { wait, see, onOutcome } = openWait(2);
    see(11_000, 1);
    wait.expire();
    see(12_000, 1);
    expect(onOutcome.mock.calls).toEqual([[0, succeeded]]);
  });

  it("goes on where a look told less than it was asked for", () => {
    const { wait, reject } = openWait(2);
    wait.see(wait.pending(), [succeeded], 11_000);
    expect(wait.pending().map(({ index }) => index)).toEqual([1]);
    expect(reject).not.toHaveBeenCalled();
  });
});
