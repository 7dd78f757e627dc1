import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { systemClock } from "../../src/index.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("sleeps as long as it is told", async () => {
  const { signal } = new AbortController();
  let awake = false;
  const slept = systemClock.sleep(1_000, signal).then(() => (awake = true));
  await vi.advanceTimersByTimeAsync(999);
  expect(awake).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(awake).toBe(true);
  await slept;
});

it("wakes with the reason of an abort and leaves no timer", async () => {
  const abort = new AbortController();
  const slept = systemClock.sleep(1_000, abort.signal);
  abort.abort(new Error("enough"));
  await expect(slept).rejects.toThrow("enough");
  await expect(systemClock.sleep(1, abort.signal)).rejects.toThrow("enough");
  expect(vi.getTimerCount()).toBe(0);
});

it("sleeps for months, although a timer takes 24 days at most", async () => {
  const { signal } = new AbortController();
  const sixtyDays = 60 * 24 * 3_600_000;
  let awake = false;
  const slept = systemClock.sleep(sixtyDays, signal).then(() => (awake = true));
  await vi.advanceTimersByTimeAsync(sixtyDays - 1);
  expect(awake).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await slept;
});

it("leaves no listener behind when it wakes by itself", async () => {
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, "addEventListener");
  const removed = vi.spyOn(signal, "removeEventListener");
  const slept = systemClock.sleep(10, signal);
  await vi.advanceTimersByTimeAsync(10);
  await slept;
  expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(added.mock.calls.map(([, listener]) => listener));
});
