import { expect, it } from "vitest";
import { judgeSeed } from "../src/judge-seed.ts";
import { runScenario } from "../src/run/run-scenario.ts";
import { tellStory } from "../src/run/tell-story.ts";
import { drawScenario } from "../src/scenario/draw-scenario.ts";

it("no law is broken under sixty seeds", async () => {
  const broken = [];
  for (let seed = 1; seed <= 60; seed++) {
    const verdict = await judgeSeed(seed);
    if (verdict.breaches.length > 0) broken.push(verdict);
  }
  expect(broken).toEqual([]);
});

it("a seed tells the same story each time", async () => {
  for (const seed of [5, 12, 23]) {
    const story = async (): Promise<string> => tellStory(await runScenario(drawScenario(seed)));
    const first = await story();
    expect(first.length).toBeGreaterThan(1000);
    expect(await story()).toBe(first);
  }
});

it("other seeds are other scenarios, and scenarios survive JSON", () => {
  const scenarios = [1, 2, 3, 4, 5].map((seed) => drawScenario(seed));
  expect(new Set(scenarios.map((scenario) => JSON.stringify({ ...scenario, seed: 0 }))).size).toBe(5);
  for (const scenario of scenarios) expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario);
});

it("a hundred scenarios have everything in them that may go wrong", () => {
  const scenarios = Array.from({ length: 100 }, (_, index) => drawScenario(index + 1));
  const groups = scenarios.flatMap(({ targets }) => targets.flatMap((target) => target.groups));
  const count = (items: readonly unknown[]): number => items.length;
  const counts = {
    calm: count(scenarios.filter(({ faults }) => faults.length === 0)),
    faulty: count(scenarios.filter(({ faults }) => faults.length > 0)),
    crashes: count(scenarios.filter(({ crash }) => crash)),
    rivals: count(scenarios.filter(({ rivalAfterMs }) => rivalAfterMs !== undefined)),
    limited: count(scenarios.filter(({ rateLimits }) => Object.keys(rateLimits).length > 0)),
    severalTargets: count(scenarios.filter(({ targets }) => targets.length > 1)),
    created: count(groups.filter(({ before, wanted }) => before === undefined && typeof wanted === "object")),
    deleted: count(groups.filter(({ before, wanted }) => before !== undefined && wanted === "absent")),
    renamed: count(groups.filter(({ name, wanted }) => typeof wanted === "object" && wanted.name !== name)),
    unmentioned: count(groups.filter(({ wanted }) => wanted === undefined)),
    referring: count(groups.filter(({ before }) => before?.rules.some(({ remoteGroup }) => remoteGroup))),
    tagged: count(groups.filter(({ before }) => Object.keys(before?.tags ?? {}).length > 0)),
  };
  expect(Object.entries(counts).filter(([, number]) => number < 3)).toEqual([]);
});
