import { runAdapterTests } from "@secgroup/adapter-tests";
import type { GcoreQuirks } from "@secgroup/simulator";
import { describe, it } from "vitest";
import { gcore } from "../src/index.ts";
import { gcoreBackend } from "./gcore-backend.ts";

// What the vendor's documents leave open, at its extremes.
describe.each<Partial<GcoreQuirks>>([
  {},
  { patchOrder: "delete-first", tasksPerPatch: "one-per-field", ruleComparison: "literal", hostBits: "masked" },
])("the cloud with %j", (quirks) => {
  runAdapterTests(
    {
      backend: () => gcoreBackend(quirks),
      adapter: ({ apiKey, project, region, fetch }, account) => gcore({ apiKey, project, region, fetch, account }),
    },
    { describe, it },
  );
});
