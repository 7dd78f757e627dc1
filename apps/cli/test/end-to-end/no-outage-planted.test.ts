import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { travel, type Arrival } from "./support/group-world.ts";
import { journeys, type DrawnJourney } from "./support/journeys.ts";
import { judgeStates, type Breach } from "./support/judge-states.ts";
import { plantedOrders } from "./support/planted-orders.ts";
import { rulePairs } from "./support/rule-pairs.ts";

const planted = (["ionos", "gcore"] as const).flatMap((cloud) =>
  Object.entries(plantedOrders[cloud]).map(([name, orderSteps]) => ({ cloud, name, orderSteps })),
);

describe.each(planted)("on $cloud, an order that $name", ({ cloud, orderSteps }) => {
  const plantedJourneys = journeys(
    cloud,
    rulePairs(cloud, 9).map((pair) => [pair]),
  ).map((journey): DrawnJourney => ({
    ...journey,
    orderSteps,
    relabel: false,
    // With room enough, so that it is the order that is to blame.
    simulator: { ...journey.simulator, ionos: { ...journey.simulator.ionos, limits: {} } },
  }));
  const judge = async (journey: DrawnJourney): Promise<Arrival & { readonly breaches: readonly Breach[] }> => {
    const arrival = await travel(journey);
    return { ...arrival, breaches: arrival.passages.flatMap((passage) => judgeStates(passage, journey.seed)) };
  };

  it.each(["traffic", "packet"] as const)("interrupts, as is seen by %s", async (by) => {
    const isKept = async (journey: DrawnJourney): Promise<boolean> => {
      const { breaches } = await judge(journey);
      return breaches.every((breach) => breach.by !== by);
    };
    const details = await fc.check(fc.asyncProperty(plantedJourneys, isKept), { numRuns: 100, endOnFailure: true });
    expect(String(details.errorInstance)).toContain("returning false");
  });

  it("is named as unproved wherever it interrupts", async () => {
    let interrupted = 0;
    await fc.assert(
      fc.asyncProperty(plantedJourneys, async (journey) => {
        const { plan, breaches, refusal } = await judge(journey);
        if (breaches.length === 0) return;
        interrupted++;
        expect(refusal).toContain("may interrupt");
        for (const { group, reason, step, wave } of plan.unproved) {
          expect({ group, reason }).toEqual({ group: "group 1", reason: "interrupts" });
          expect(plan.waves[wave]?.[step]?.kind).toMatch(/^(delete-rule|update-rule|update-group)$/);
        }
      }),
      { numRuns: 60 },
    );
    expect(interrupted).toBeGreaterThan(5);
  });
});
