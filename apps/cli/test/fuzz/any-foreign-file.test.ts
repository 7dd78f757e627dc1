import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { mutationsOf } from "../../../../packages/config/test/fuzz/mutations.ts";
import { simulated } from "../../src/simulate/simulated-account.ts";
import {
  gcoreCloudResources,
  gcoreResources,
  ionosResources,
  shownOf,
  stateOf,
} from "../from-elsewhere/provider-state.ts";
import { createHarness } from "../support/harness.ts";
import { isDoneOrWellRefused } from "./well-ended.ts";

vi.setConfig({ testTimeout: 120_000 });

const clouds = createHarness({ seed: true });

const states = [
  await ionosResources(clouds, simulated.datacenter),
  await gcoreCloudResources(clouds),
  await gcoreResources(clouds),
];
const rule = {
  id: "r1",
  direction: "ingress",
  ethertype: "IPv4",
  protocol: "tcp",
  port_range_min: 22,
  port_range_max: 22,
  remote_ip_prefix: null,
  remote_group_id: null,
};
const groups = [{ id: "g1", name: "web", description: "", tags: [], security_group_rules: [rule] }];

const files: readonly (readonly [format: string, value: unknown])[] = [
  ...states
    .flatMap((resources) => [stateOf(resources), shownOf(resources)])
    .map((text) => ["terraform-state", JSON.parse(text)] as const),
  ["openstack-json --to gcore:1/1", { security_groups: groups }],
];

it("every change of one field of another tool's file is taken over, or refused with a code and its place", async () => {
  const mutated = files.flatMap(([format, value]) => mutationsOf(value).map(([, change]) => [format, change] as const));
  const count = { done: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...mutated), async ([format, value]) => {
      const harness = createHarness();
      harness.write("file.json", JSON.stringify(value) ?? "null");
      const ran = await harness.run(`import --from ${format} file.json`);
      const isDone = isDoneOrWellRefused(ran, false);
      count[isDone ? "done" : "refused"]++;
    }),
    { numRuns: 400 },
  );
  expect(count.done).toBeGreaterThan(50);
  expect(count.refused).toBeGreaterThan(50);
});
