import { describe, expect, it } from "vitest";
import { defaultQuirks, gcoreQuirks, type GcoreQuirks } from "../../../src/gcore/gcore-quirks.ts";
import { answerScenarios } from "./answer-scenarios.ts";
import { groupScenarios } from "./group-scenarios.ts";
import { ruleScenarios } from "./rule-scenarios.ts";
import { seeUnder, type Scenario, type Scenarios } from "./scenario.ts";
import { taskScenarios } from "./task-scenarios.ts";
import { updateScenarios } from "./update-scenarios.ts";

const scenarios: Scenarios<keyof GcoreQuirks> = {
  ...updateScenarios,
  ...ruleScenarios,
  ...groupScenarios,
  ...answerScenarios,
  ...taskScenarios,
};
const names = Object.keys(gcoreQuirks) as readonly (keyof GcoreQuirks)[];

it("has a scenario for each quirk of the table, with something wanted of each value", () => {
  const shown = Object.entries<Scenario<never>>(scenarios).map(([name, { wanted }]) => [
    name,
    new Set(Object.keys(wanted)),
  ]);
  const table = names.map((name) => [name, new Set<string>(gcoreQuirks[name].values)]);
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(table));
});

describe.each(names)("%s", (name) => {
  const { values } = gcoreQuirks[name];
  const scenario = scenarios[name] as Scenario<typeof name>;
  const wanted: Readonly<Record<string, unknown>> = scenario.wanted;

  it.each(values)("shows what it is when it is %s", async (value) => {
    expect(await seeUnder(name, value, scenario)).toEqual(wanted[value]);
  });

  it("shows something else for each value", async () => {
    const seen = await Promise.all(values.map(async (value) => JSON.stringify(await seeUnder(name, value, scenario))));
    expect(new Set(seen).size).toBe(values.length);
  });

  it("has one of its values as the default", () => {
    expect(values).toContain(defaultQuirks[name]);
  });
});
