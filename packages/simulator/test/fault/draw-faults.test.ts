import { describe, expect, it } from "vitest";
import { drawFaults, faultNames, type PlannedFault } from "../../src/index.ts";
import { faultStatuses } from "../../src/fault/fault.ts";

const plans = Array.from({ length: 2000 }, (_, seed) => drawFaults(seed));

describe("a drawn plan", () => {
  it("is the same for the same seed, and plain data", () => {
    for (const [seed, plan] of plans.entries()) {
      expect(drawFaults(seed)).toEqual(plan);
      expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    }
  });

  it("is mostly another for another seed", () => {
    expect(new Set(plans.map((plan) => JSON.stringify(plan))).size).toBeGreaterThan(1800);
  });

  it("has one to four faults, unless told otherwise", () => {
    expect(new Set(plans.map(({ length }) => length))).toEqual(new Set([1, 2, 3, 4]));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => drawFaults(seed, { most: 1 }).length))).toEqual(new Set([1]));
  });

  it("draws every fault there is, or only those that are asked for", () => {
    const names = new Set(plans.flat().map(({ fault }) => fault));
    expect(names).toEqual(new Set(faultNames));
    expect(faultNames.filter((name) => name.startsWith("status-"))).toHaveLength(faultStatuses.length);
    const few = plans.flatMap((_, seed) => drawFaults(seed, { faults: ["slow", "abort"] }));
    expect(new Set(few.map(({ fault }) => fault))).toEqual(new Set(["slow", "abort"]));
  });

  it("lies within the requests that are expected, of every kind", () => {
    const kinds = new Set<string>();
    for (const { at } of plans.flatMap((_, seed): readonly PlannedFault[] => drawFaults(seed, { requests: 10 }))) {
      const [kind, nth] = typeof at === "number" ? ["request", at] : (Object.entries(at)[0] ?? ["none", 0]);
      kinds.add(kind);
      expect(nth).toBeGreaterThanOrEqual(1);
      expect(nth).toBeLessThanOrEqual(kind === "request" ? 10 : 5);
    }
    expect(kinds).toEqual(new Set(["request", "read", "write", "poll"]));
  });

  it("draws each moment, failure and Retry-After", () => {
    const values = (name: string): Set<unknown> =>
      new Set(
        plans.flat().flatMap((fault) => Object.entries(fault).flatMap(([key, value]) => (key === name ? [value] : []))),
      );
    expect(values("when")).toEqual(new Set(["before", "after"]));
    expect(values("times")).toEqual(new Set([2, 8]));
    expect(values("how")).toEqual(new Set(["at-once", "at-end", "partly"]));
    expect(values("retryAfter")).toEqual(new Set(["seconds", "date", "ten-years", "negative", "text"]));
  });
});
