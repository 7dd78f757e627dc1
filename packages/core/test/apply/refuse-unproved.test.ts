import { expect, it } from "vitest";
import type { UnprovedStep } from "../../src/index.ts";
import { refuseUnproved } from "../../src/apply/refuse-unproved.ts";
import { targetRun } from "../support/target-run.ts";

const { plan } = targetRun([]);
const exceeds: UnprovedStep = { reason: "exceeds-limit", group: "web", wave: 1, step: 2, rules: 4, limit: 3 };

it.each<[readonly UnprovedStep[], string]>([
  [[exceeds], ""],
  [[exceeds, { ...exceeds, group: "other" }], ", and 1 more"],
])("a plan that cannot be proved is refused with its first step, and the number of the others", (unproved, more) => {
  expect(() => refuseUnproved({ ...plan, unproved })).toThrow(
    expect.objectContaining({
      code: "unsafe-plan",
      message: `the plan cannot promise that nothing is interrupted: step 3 of wave 2 may bring the group to 4 rules, the most is 3${more}`,
      hint: expect.stringContaining("--allow-interruption"),
      place: { target: "here", group: "web" },
    }),
  );
});

it("a plan that is proved is not refused", () => {
  expect(() => refuseUnproved(plan)).not.toThrow();
});
