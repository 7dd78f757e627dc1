import { runAdapterTests } from "@secgroup/adapter-tests";
import type { IonosQuirks } from "@secgroup/simulator";
import { describe, it } from "vitest";
import { ionos } from "../src/index.ts";
import { ionosBackend } from "./support/ionos-backend.ts";

const token = "simulator-token";

// What the vendor's documents leave open, at its extremes. Without Location a failure comes without the cloud's words.
describe.each<Partial<IonosQuirks>>([
  {},
  {
    execution: "parallel",
    listRulesDepth: "never",
    rulePostStatus: 200,
    duplicateRules: "422",
    putWithRules: "replaces",
    hostBits: "rejected",
  },
])("the cloud with %j", (quirks) => {
  runAdapterTests(
    {
      backend: () => ionosBackend(quirks),
      adapter: ({ datacenter, fetch }, account) => ionos({ token, datacenter, fetch, account }),
    },
    { describe, it },
  );
});
