import { expect, it } from "vitest";
import { createSendingLog } from "../../src/account/sending-log.ts";

const minute = 60_000;

it("counts what was accepted, by when it was sent", () => {
  const log = createSendingLog();
  log.sent(1, 1_000);
  log.sent(2, 2_000);
  log.sent(3, 3_000);
  log.sent(4, 4_000);
  expect(log.ended(3, 5_000, false)).toBe(3_000);
  expect(log.ended(2, 6_000, false)).toBe(2_000);
  expect(log.ended(4, 7_000, true)).toBe(4_000);
  expect([1_999, 2_000, 2_001, 3_000, 3_001].map((since) => log.accepted(since))).toEqual([2, 2, 1, 1, 0]);
  expect([0, 2_000, 2_001, 3_001].map((since) => log.firstAccepted(since))).toEqual([2_000, 2_000, 3_000, undefined]);
});

it("tells when requests ended, in the order of sending, and never of those that are on their way", () => {
  const log = createSendingLog();
  for (const sequence of [1, 2, 3, 4]) log.sent(sequence, sequence);
  log.ended(3, 100, false);
  log.ended(1, 200, false);
  log.ended(4, 300, true);
  expect(log.endings(0)).toEqual([200, Infinity, 100]);
  expect(log.endings(100)).toEqual([200, Infinity]);
  expect(log.endings(200)).toEqual([Infinity]);
});

it("forgets what ended more than two minutes ago, and an answer to it does no harm", () => {
  const log = createSendingLog();
  log.sent(1, 0);
  log.ended(1, 1_000, false);
  log.sent(2, 1_000);
  log.ended(2, 2_000, false);
  log.sent(3, 1_000 + 2 * minute);
  expect(log.accepted(0)).toBe(2);
  log.sent(4, 1_001 + 2 * minute);
  expect(log.firstAccepted(0)).toBe(1_000);
  expect(log.ended(1, 9 * minute, false)).toBe(9 * minute);
});
