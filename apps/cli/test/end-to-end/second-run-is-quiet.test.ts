import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ruleKey, type Capabilities, type Rule } from "@secgroup/core";
import { gcoreCapabilities } from "@secgroup/adapter-gcore";
import { ionosCapabilities } from "@secgroup/adapter-ionos";
import { arbitraryRule } from "../support/arbitrary-rule.ts";
import { datacenter, present, project, region, twoClouds, writesOf, type CloudName } from "./two-clouds.ts";

const sets = (capabilities: Capabilities): fc.Arbitrary<Rule[]> =>
  fc.uniqueArray(arbitraryRule(capabilities), { selector: ruleKey, maxLength: 10 });

const clouds: readonly [CloudName, Capabilities][] = [
  ["ionos", ionosCapabilities],
  ["gcore", gcoreCapabilities],
];

describe.each(clouds)("on %s", (cloud, capabilities) => {
  it("every apply is followed by an empty plan, and the cloud holds as many rules as the document", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sets(capabilities), { minLength: 1, maxLength: 3 }), async (states) => {
        const world = twoClouds();
        for (const rules of states) {
          const desired = [present("web", { description: "Web servers", rules })];
          const report = await world.apply(cloud, desired);
          expect(report.targets[0]?.error).toBeUndefined();
          expect(writesOf(await world.plan(cloud, desired))).toBe(0);
          const [group] =
            cloud === "ionos"
              ? world.simulator.ionos.groups(datacenter)
              : world.simulator.gcore.groups(project, region);
          expect(group?.rules).toHaveLength(rules.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
