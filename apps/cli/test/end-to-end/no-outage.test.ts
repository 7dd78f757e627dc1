import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ruleKey, type TargetPlan } from "@secgroup/core";
import { travel } from "./support/group-world.ts";
import { executions, journeys } from "./support/journeys.ts";
import { judgeStates } from "./support/judge-states.ts";
import { matchOf, type PlainRule } from "./support/plain-rule.ts";
import { rulePairs } from "./support/rule-pairs.ts";

const updatesInPlace = ({ waves }: TargetPlan): boolean =>
  waves.flat().some((step) => step.kind === "update-rule" && ruleKey(step.from) !== ruleKey(step.to));

/** What the rules match, whatever their order. */
const matchesOf = (rules: readonly PlainRule[] = []): ReadonlySet<string> => new Set(rules.map(matchOf));

describe.each(["ionos", "gcore"] as const)("on %s, however the cloud carries it out", (cloud) => {
  const groups = fc.oneof(rulePairs(cloud, 2), rulePairs(cloud, 9)).map((pair) => [pair]);

  it("an apply interrupts nothing that stays and opens nothing else, or is refused before it writes", async () => {
    const applied = executions[cloud].map(() => 0);
    const counts = { oneWave: 0, moreWaves: 0, updatesInPlace: 0, refused: 0, interrupted: 0 };
    await fc.assert(
      fc.asyncProperty(journeys(cloud, groups), async (journey) => {
        const { plan, refusal, error, isQuiet, passages } = await travel(journey);
        expect({ error, isQuiet }).toEqual({ error: undefined, isQuiet: true });
        for (const { old, next, states } of passages) {
          expect([states.at(0), states.at(-1)].map(matchesOf)).toEqual([old, next].map(matchesOf));
        }
        const breaches = passages.flatMap((passage) => judgeStates(passage, journey.seed));
        if (refusal !== undefined) {
          counts.refused++;
          if (breaches.length > 0) counts.interrupted++;
          // When it is allowed all the same it may interrupt, but not open.
          expect(breaches.filter(({ kind }) => kind === "opened")).toEqual([]);
          return;
        }
        expect(breaches).toEqual([]);
        if (plan.waves.length === 0) return;
        applied[journey.execution] = (applied[journey.execution] ?? 0) + 1;
        counts[plan.waves.length === 1 ? "oneWave" : "moreWaves"]++;
        if (updatesInPlace(plan)) counts.updatesInPlace++;
      }),
      { numRuns: 300 },
    );
    // A property that is never put to the test holds, too.
    expect(counts.oneWave + counts.moreWaves).toBeGreaterThan(150);
    expect(Math.min(...applied)).toBeGreaterThan(10);
    expect(Math.min(counts.oneWave, counts.moreWaves)).toBeGreaterThan(30);
    if (cloud === "ionos") expect(counts.updatesInPlace).toBeGreaterThan(15);
    expect(counts.refused).toBeGreaterThan(3);
    expect(counts.interrupted).toBeGreaterThan(0);
  });
});
