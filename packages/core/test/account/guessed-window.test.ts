import { describe, expect, it } from "vitest";
import { createGuessedWindow } from "../../src/account/guessed-window.ts";
import type { Guess } from "../../src/account/guess.ts";
import { createSendingLog, type SendingLog } from "../../src/account/sending-log.ts";

const minute = 60_000;

interface Sending {
  readonly log: SendingLog;
  sent(): number;
  /** Sends one that is accepted a tenth of a second later. */
  accept(time: number): void;
}

function sending(): Sending {
  const log = createSendingLog();
  let sent = 0;
  return {
    log,
    sent: () => sent,
    accept(time) {
      log.sent(++sent, time);
      log.ended(sent, time + 100, false);
    },
  };
}

/** Requests accepted at these times, and one refused. */
function refused(times: readonly number[], time: number, retryAfterMs: number | undefined): Sending & { guess: Guess } {
  const requests = sending();
  for (const at of times) requests.accept(at);
  const guess = createGuessedWindow(requests.log, { sentAt: time - 100, time, retryAfterMs, lastSent: times.length });
  return { ...requests, guess };
}

const times = (count: number, from: number, step: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + index * step);

/** Sends whenever it may, and gives the times. */
function sendFrom(requests: Sending & { guess: Guess }, from: number, until: number): readonly number[] {
  const { guess } = requests;
  const sentAt: number[] = [];
  let time = from;
  while (time < until) {
    const wait = Math.ceil(guess.wait(time));
    if (wait > 0) time += wait;
    else {
      requests.accept(time);
      sentAt.push(time);
    }
  }
  return sentAt;
}

const inMinute = (sentAt: readonly number[], from: number): number =>
  sentAt.filter((time) => time >= from && time < from + minute).length;

describe("after the first refusal", () => {
  it("gives nothing until Retry-After is over, then in each minute what that window had taken", () => {
    const requests = refused(times(30, 0, 100), 5_000, 55_000);
    const sentAt = sendFrom(requests, 5_000, 4 * minute);
    expect(sentAt[0]).toBe(60_000);
    expect([60_000, 120_000, 180_000].map((from) => inMinute(sentAt, from))).toEqual([30, 30, 30]);
    expect(new Set(sentAt)).toEqual(new Set([60_000, 120_100, 180_200]));
  });

  it.each([
    ["counts what came since the window began, which ends with Retry-After", 20_000, 20_000, 10],
    ["takes in what was sent just before, as Retry-After is rounded up", 21_000, 40_500, 30],
    ["knows nothing of a window of more than a minute", 20_000, 90_000, 20],
  ])("%s", (_, time, retryAfterMs, limit) => {
    // Twenty at once at 1 s, and ten from there on to 10 s; a window that ends at 40 s, 61.5 s, or 110 s.
    const early = times(20, 1_000, 0).map((at) => at - (limit === 10 ? 60_000 : 0));
    const requests = refused([...early, ...times(10, 5_000, 500)], time, retryAfterMs);
    const from = time + retryAfterMs;
    expect(inMinute(sendFrom(requests, from, from + minute), from)).toBe(Math.max(20, limit));
  });

  it("takes in what was sent at its very beginning, when the refusal was long on its way", () => {
    const requests = sending();
    for (const at of times(30, 0, 0)) requests.accept(at);
    // The cloud refused it at 2.1 s, when 57.8 s of its window were left: the window had begun just before.
    const refusal = { sentAt: 2_000, time: 3_400, retryAfterMs: 58_000, lastSent: 30 };
    const guess = createGuessedWindow(requests.log, refusal);
    expect(inMinute(sendFrom({ ...requests, guess }, 61_400, 2 * minute), 61_400)).toBe(30);
  });

  it("without Retry-After waits for a minute, and leaves room for a bucket that filled up meanwhile", () => {
    const requests = refused(times(60, 0, 500), 30_000, undefined);
    const sentAt = sendFrom(requests, 30_000, 3 * minute);
    expect(sentAt[0]).toBe(90_000);
    // Sixty in a minute and half a minute's filling.
    expect(inMinute(sentAt, 90_000)).toBe(40);
  });

  it("is twenty at least", () => {
    const requests = refused(times(3, 0, 100), 5_000, 55_000);
    expect(inMinute(sendFrom(requests, 60_000, 2 * minute), 60_000)).toBe(20);
  });

  it("counts a request that was sent before it in the same window and answered after it", () => {
    const requests = refused(times(30, 0, 100), 5_000, 55_000);
    requests.guess.accept(30, 4_900, 5_100);
    requests.guess.accept(30, -100, 5_100);
    requests.guess.accept(31, 4_950, 5_200);
    expect(inMinute(sendFrom(requests, 60_000, 2 * minute), 60_000)).toBe(31);
  });

  it("asks others to keep apart while little is left", () => {
    const requests = refused(times(30, 0, 100), 5_000, 55_000);
    expect(requests.guess.spacing(60_000)).toBe(0);
    for (let index = 0; index < 15; index++) requests.accept(60_000);
    expect(requests.guess.spacing(60_000)).toBe(2_000);
    expect(requests.guess.spacing(120_101)).toBe(0);
  });

  it("waits for an answer that is still to come before it says when the next may go", () => {
    const requests = refused(times(20, 0, 100), 5_000, 55_000);
    for (let index = 0; index < 20; index++) requests.log.sent(100 + index, 60_000);
    expect(requests.guess.wait(70_000)).toBe(minute);
  });
});

it("takes off a fifth when as many as before were accepted, as others may use the account", () => {
  const requests = refused(times(60, 0, 100), 7_000, 53_000);
  const [first = 0, ...others] = sendFrom(requests, 60_000, 61_000);
  expect(others).toHaveLength(59);
  requests.guess.refuse({ sentAt: 70_000, time: 70_100, retryAfterMs: 50_000, lastSent: requests.sent() });
  requests.guess.accept(requests.sent(), first, 70_200);
  expect(inMinute(sendFrom(requests, 2 * minute, 3 * minute), 2 * minute)).toBe(48);
});

describe("after ten minutes at the limit", () => {
  it("tries a little more in each minute, and after a refusal keeps still for twice as long, a fifth below", () => {
    const requests = refused(times(30, 0, 100), 5_000, 55_000);
    const sentAt = sendFrom(requests, 60_000, 14 * minute);
    // Each minute begins when the answers to the one before have come.
    const starts = [600_900, 660_900, 721_000, 781_100];
    expect(starts.map((from) => inMinute(sentAt, from))).toEqual([30, 32, 36, 44]);

    const again = 14 * minute;
    requests.guess.refuse({ sentAt: again, time: again, retryAfterMs: 30_000, lastSent: requests.sent() });
    const later = sendFrom(requests, again, again + 23 * minute);
    const kept = inMinute(later, again + 10 * minute);
    expect(kept).toBeLessThanOrEqual(35);
    expect(inMinute(later, again + 19 * minute)).toBe(kept);
    expect(inMinute(later, again + 21.5 * minute)).toBeGreaterThan(kept);
  });

  it("tries nothing when nobody reaches the limit", () => {
    const requests = refused(times(30, 0, 100), 5_000, 55_000);
    for (const time of times(20, minute, minute)) expect(requests.guess.wait(time)).toBeLessThanOrEqual(0);
    expect(inMinute(sendFrom(requests, 30 * minute, 31 * minute), 30 * minute)).toBe(30);
  });
});
