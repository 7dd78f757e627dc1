import type { PlainRule } from "../../src/scenario/plain-rule.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";

const ssh = (remote: string): PlainRule => ({
  direction: "ingress",
  ipVersion: "IPv4",
  protocol: "tcp",
  ports: [22, 22],
  remote,
  description: "",
});

/** One rule of one group is to be another one, and a second group is nobody's business; nothing goes wrong. */
export const plainScenario: Scenario = {
  seed: 1,
  ionos: { queuedMs: 100, runningMs: 100 },
  gcore: {},
  rateLimits: {},
  roundTripMs: 10,
  deadlineMs: 600_000,
  targets: [
    {
      name: "fra",
      place: { cloud: "ionos", datacenterId: "5a88aa8b-8aa1-51f6-9cd1-0a1b2c3e9f31" },
      groups: [
        {
          name: "web",
          before: { description: "", tags: {}, rules: [ssh("10.0.0.0/8")] },
          wanted: { name: "web", rules: [ssh("10.0.0.0/9")], unlistedRules: "remove" },
        },
        { name: "other", before: { description: "", tags: {}, rules: [ssh("10.0.0.0/24")] } },
      ],
    },
  ],
  faults: [],
  laterFaults: [],
  afterCrash: "resume",
  pauseMs: 0,
  allowInterruption: false,
};
