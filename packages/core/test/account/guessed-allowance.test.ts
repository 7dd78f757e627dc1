import { expect, it } from "vitest";
import { createGuessedAllowance, type GuessedAllowance } from "../../src/account/guessed-allowance.ts";

const minute = 60_000;

/** Sends so many, one each tenth of a second from that time on, each answered at once, and gives the number of the last. */
function send(allowance: GuessedAllowance, count: number, from: number, first: number): number {
  for (let index = 0; index < count; index++) {
    const time = from + index * 100;
    allowance.spend(first + index, time);
    allowance.end(first + index, time, false);
  }
  return first + count - 1;
}

function refuse(allowance: GuessedAllowance, sequence: number, time: number, retryAfterMs: number): void {
  allowance.spend(sequence, time);
  allowance.end(sequence, time, true);
  allowance.refuse(sequence, time, retryAfterMs);
}

it("knows how long a load has lasted although an answer comes long after those to later requests", () => {
  const spacings = [0, 90_000].map((answerMs) => {
    const allowance = createGuessedAllowance();
    allowance.spend(1, 0);
    if (answerMs === 0) allowance.end(1, 0, false);
    send(allowance, 899, 100, 2);
    if (answerMs > 0) allowance.end(1, answerMs, false);
    const last = send(allowance, 1, 90_100, 901);
    refuse(allowance, last + 1, 90_200, 1_000);
    return allowance.spacing(90_200);
  });
  expect(spacings[1]).toBeCloseTo(spacings[0] ?? 0, 0);
  // Nine hundred in a minute and the ninety seconds that they took.
  expect(spacings[1]).toBeCloseTo((minute + 90_200) / 901, 0);
});

it("learns nothing from a first refusal after fewer than twenty requests, and from any later one", () => {
  const allowance = createGuessedAllowance();
  let last = send(allowance, 19, 0, 1);
  refuse(allowance, last + 1, 2_000, 1_000);
  expect([allowance.wait(2_000), allowance.spacing(2_000)]).toEqual([0, 0]);
  last = send(allowance, 60, 10_000, last + 2);
  refuse(allowance, last + 1, 16_100, 1_000);
  const before = allowance.spacing(16_100);
  last = send(allowance, 1, 3 * minute, last + 2);
  refuse(allowance, last + 1, 3 * minute + 100, 1_000);
  expect(before).toBeGreaterThan(0);
  expect(allowance.spacing(3 * minute + 100)).toBeGreaterThan(before);
});
