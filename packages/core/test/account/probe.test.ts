import { expect, it } from "vitest";
import { createProbe } from "../../src/account/probe.ts";

it("raises a limit that is reached, from its start on, once a minute and each time by twice as much", () => {
  const probe = createProbe(100_000);
  const growths = [99_999, 100_000, 100_001, 159_999, 160_000, 220_000].map((time) => {
    probe.reached();
    return probe.growth(time);
  });
  expect(growths).toEqual([1, 1.05, 1, 1, 1.1, 1.2]);
});

it("leaves a limit that nobody reaches, also when it was reached before the last time", () => {
  const probe = createProbe(0);
  expect(probe.growth(0)).toBe(1);
  probe.reached();
  expect([probe.growth(0), probe.growth(60_000), probe.growth(600_000)]).toEqual([1.05, 1, 1]);
  probe.reached();
  expect(probe.growth(600_000)).toBe(1.1);
});
