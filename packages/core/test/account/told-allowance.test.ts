import { describe, expect, it } from "vitest";
import { createToldAllowance } from "../../src/account/told-allowance.ts";

const minute = 60_000;

/** An allowance, with the requests of its account. */
function heardOf() {
  const traffic = { sent: 0, open: new Set<number>() };
  const allowance = createToldAllowance(traffic);
  const send = (time: number): number => {
    traffic.open.add(++traffic.sent);
    allowance.spend(traffic.sent, time);
    return traffic.sent;
  };
  const hear = (
    sequence: number,
    time: number,
    remaining: number,
    told: { readonly limit?: number } = { limit: 60 },
  ): void => {
    traffic.open.delete(sequence);
    allowance.hear(sequence, time, { refused: false, ...told, remaining });
  };
  return { allowance, send, hear, tell: (time: number, remaining: number) => hear(send(time), time, remaining) };
}

describe("what remains", () => {
  it.each([
    [60, 0],
    [5, 0],
    [4, 1_000],
    [1, 1_000],
    [0, minute],
  ])("is spent at once but for the last four, which go at the average rate: %i", (remaining, wait) => {
    const { allowance, tell } = heardOf();
    tell(0, 60);
    tell(0, remaining);
    expect(allowance.wait(0)).toBe(wait);
  });

  it("keeps back a twentieth where that is more than four, and half at most", () => {
    const rich = heardOf();
    rich.tell(0, 200);
    rich.tell(0, 11);
    expect(rich.allowance.wait(0)).toBe(0);
    rich.tell(0, 10);
    expect(rich.allowance.wait(0)).toBe(1_000);
    const poor = heardOf();
    poor.tell(0, 4);
    poor.tell(0, 3);
    expect(poor.allowance.wait(0)).toBe(0);
    poor.tell(0, 2);
    expect(poor.allowance.wait(0)).toBe(1_000);
  });

  it("is less by what was sent since, and by what may not have been counted yet", () => {
    const { allowance, send, hear } = heardOf();
    const [first, second, third] = [send(0), send(0), send(0)];
    hear(second, 0, 8);
    // Of eight, one was sent after that answer's request and one before it is still on its way.
    expect([first, third, allowance.wait(0)]).toEqual([1, 3, 0]);
    send(0);
    expect(allowance.wait(0)).toBe(0);
    send(0);
    expect(allowance.wait(0)).toBe(1_000);
  });

  it("is the smaller number where an answer was overtaken", () => {
    const { allowance, send, hear } = heardOf();
    const [first, second] = [send(0), send(0)];
    hear(second, 0, 50);
    hear(first, 10, 51);
    expect(allowance.wait(10)).toBe(0);
    hear(send(10), 10, 3);
    const [fifth, sixth] = [send(10), send(10)];
    hear(sixth, 10, 3);
    hear(fifth, 10, 50);
    expect(allowance.wait(10)).toBe(1_000);
    const [third, fourth] = [send(20), send(20)];
    hear(fourth, 30, 50);
    hear(third, 40, 3);
    expect(allowance.wait(40)).toBe(980);
  });

  it("goes at the rate of the most that ever remained where no limit is told", () => {
    const { allowance, send, hear } = heardOf();
    hear(send(0), 0, 120, {});
    hear(send(0), 0, 1, {});
    expect(allowance.wait(0)).toBe(500);
  });
});

describe("when nothing remains", () => {
  it("a minute passes since the cloud last gave more, then all is there again", () => {
    const { allowance, tell } = heardOf();
    tell(0, 60);
    tell(10_000, 0);
    expect(allowance.wait(30_000)).toBe(30_000);
    expect([allowance.wait(59_999), allowance.spacing(59_999)]).toEqual([1, 1_000]);
    expect([allowance.wait(minute), allowance.spacing(minute)]).toEqual([0, 0]);
  });

  it("a minute passes since more was told than could be left", () => {
    const { allowance, tell } = heardOf();
    tell(0, 20);
    tell(20_000, 60);
    tell(30_000, 0);
    expect(allowance.wait(30_000)).toBe(50_000);
  });

  it("it goes on at the average rate when the last few were filled up meanwhile", () => {
    const { allowance, tell, send } = heardOf();
    tell(0, 60);
    for (let second = 1; second <= 4; second++) tell(second * 1_000, 4);
    for (let count = 0; count < 4; count++) send(5_000);
    expect(allowance.wait(5_000)).toBe(2_000);
    expect(allowance.wait(6_500)).toBe(500);
  });

  it.each<[string, readonly number[]]>([
    ["after too few answers to tell", [4, 4, 4]],
    ["after half of what was sent was lost from it", [4, 4, 3, 3, 2]],
    ["when that was so for long, and is not any more", [...Array.from({ length: 17 }, () => 4), 3, 2, 1]],
  ])("it does not %s", (_, told) => {
    const { allowance, tell, send } = heardOf();
    tell(0, 60);
    for (const remaining of told) tell(1_000, remaining);
    for (let count = 0; count < 4; count++) send(1_000);
    expect(allowance.wait(1_000)).toBe(60_000);
  });

  it("an answer from before the new minute tells nothing of it", () => {
    const { allowance, tell, send, hear } = heardOf();
    tell(0, 60);
    tell(10_000, 0);
    const late = send(20_000);
    expect(allowance.wait(minute)).toBe(0);
    hear(late, 61_000, 0);
    expect(allowance.wait(61_000)).toBe(0);
  });

  it("the new minute begins with its first answer", () => {
    const { allowance, tell } = heardOf();
    tell(0, 60);
    expect(allowance.wait(minute)).toBe(0);
    tell(70_000, 59);
    tell(80_000, 0);
    expect(allowance.wait(80_000)).toBe(50_000);
  });

  it("it does not when they were not", () => {
    const { allowance, tell } = heardOf();
    tell(0, 60);
    for (let left = 4; left >= 0; left--) tell(5_000 - left * 1_000, left);
    expect(allowance.wait(5_000)).toBe(55_000);
  });
});

describe("after a refusal", () => {
  it.each<[string, number | undefined, number]>([
    ["that asks for a turn or two it goes on at the average rate", 3_000, 2_000],
    ["that asks for more it waits for the end of the minute", 3_001, 3_001],
    ["that asks for a whole minute", minute, minute],
    ["that asks for nothing, since when the minute began", undefined, 50_000],
  ])("%s", (_, retryAfterMs, wait) => {
    const { allowance, tell } = heardOf();
    tell(0, 60);
    allowance.refuse(10_000, retryAfterMs);
    expect(allowance.wait(10_000)).toBe(wait);
  });

  it("that asks for nothing a minute later, from then on", () => {
    const { allowance, tell, send } = heardOf();
    tell(0, 60);
    send(minute);
    allowance.refuse(minute, undefined);
    expect(allowance.wait(minute)).toBe(minute);
  });
});

it("after a minute without requests all is there again", () => {
  const { allowance, tell, send } = heardOf();
  tell(0, 60);
  tell(30_000, 3);
  expect(allowance.wait(90_000 - 1)).toBe(30_000 + 1_000 - (90_000 - 1));
  expect(allowance.spacing(90_000 - 1)).toBe(1_000);
  expect(allowance.wait(90_000)).toBe(0);
  expect(allowance.spacing(90_000)).toBe(0);
  for (let count = 0; count < 55; count++) send(90_000);
  expect(allowance.wait(90_000)).toBe(0);
  send(90_000);
  expect(allowance.wait(90_000)).toBe(1_000);
});

it.each([
  [31, 0],
  [30, 1_000],
])("requests are spread out once half of it is gone: %i of 60", (remaining, spacing) => {
  const { allowance, tell } = heardOf();
  tell(0, 60);
  tell(0, remaining);
  expect(allowance.spacing(0)).toBe(spacing);
});

it("as long as an answer is awaited a minute is not over", () => {
  const { allowance, tell, send } = heardOf();
  tell(0, 60);
  tell(0, 4);
  send(0);
  expect(allowance.spacing(2 * minute)).toBe(1_000);
});

it("after a minute without requests there is no need to spread them out either", () => {
  const { allowance, tell } = heardOf();
  tell(0, 60);
  tell(30_000, 3);
  expect([89_999, 90_000].map((time) => allowance.spacing(time))).toEqual([1_000, 0]);
});
