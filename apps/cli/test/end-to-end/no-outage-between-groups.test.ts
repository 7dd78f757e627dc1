import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { travel } from "./support/group-world.ts";
import { joinPassages } from "./support/join-passages.ts";
import { journeys } from "./support/journeys.ts";
import { judgeStates } from "./support/judge-states.ts";
import { rulePairs, withRules, type RulePair } from "./support/rule-pairs.ts";

describe.each(["ionos", "gcore"] as const)("on %s, however the cloud carries it out", (cloud) => {
  /** Two groups that hand over rules to each other, in one direction or in both. */
  const groups = fc
    .tuple(rulePairs(cloud, 3), rulePairs(cloud, 3), rulePairs(cloud, 3))
    .map(([one, other, { old: there, next: back }]): readonly RulePair[] => [
      withRules(one, { old: there, next: back }),
      withRules(other, { old: back, next: there }),
    ]);

  it("a server that is in two groups loses nothing that both of their old and new rules allow together", async () => {
    const counts = { applied: 0, severalWaves: 0 };
    await fc.assert(
      fc.asyncProperty(journeys(cloud, groups), async (journey) => {
        const { plan, refusal, error, isQuiet, passages } = await travel(journey);
        expect({ error, isQuiet }).toEqual({ error: undefined, isQuiet: true });
        const [one, other] = passages;
        if (one === undefined || other === undefined) throw new Error("there are two groups");
        const breaches = [one, other, joinPassages(one, other)].flatMap((passage) =>
          judgeStates(passage, journey.seed),
        );
        if (refusal !== undefined) {
          expect(breaches.filter(({ kind }) => kind === "opened")).toEqual([]);
          return;
        }
        expect(breaches).toEqual([]);
        counts.applied++;
        if (plan.waves.length > 1) counts.severalWaves++;
      }),
      { numRuns: 120 },
    );
    expect(counts.applied).toBeGreaterThan(40);
    expect(counts.severalWaves).toBeGreaterThan(20);
  });
});
