import type { RecordedRequest } from "@secgroup/simulator";
import { describe, expect, it } from "vitest";
import { changes, type Change } from "../src/comparison/change.ts";
import { describeWay } from "../src/comparison/comparison-page.ts";
import { executions } from "../src/comparison/executions.ts";
import { measure } from "../src/comparison/measure.ts";
import type { Way } from "../src/comparison/way.ts";
import { allWays } from "../src/comparison/ways/all-ways.ts";
import { terraformIonos } from "../src/comparison/ways/terraform-ionos.ts";
import { updateAndPoll } from "../src/comparison/ways/update-and-poll.ts";
import { createWorld } from "../src/comparison/world.ts";

// What docs/comparison.md says and its tables have no figure for.

const [narrower] = changes.filter(({ name }) => name === "narrower-network") as [Change];

/** What one way sends. */
async function record(way: Way, change: Change, count: number): Promise<readonly RecordedRequest[]> {
  const world = createWorld(way.cloud, change.old(count), {});
  await world.time.run(() => way.lead(world, change.next(count)));
  return world.requests;
}

describe("the comparison's sentences without a figure", () => {
  it.each(allWays.filter(({ title }) => title === "`secgroup apply`").map((way) => [way.cloud, way] as const))(
    "secgroup looks every tenth of a second at first, and on IONOS Cloud between writes that narrow: %s",
    async (cloud, way) => {
      for (const change of changes.filter(({ name }) => name !== "nothing")) {
        const requests = await record(way, change, 1);
        const written = requests.findIndex(({ method }) => method !== "GET");
        const looks = requests.slice(written + 1).map(({ at }) => at);
        // Of the first second; the answer to the write is the first thing to wait for.
        const gaps = looks.slice(1, 10).map((at, index) => Math.round(at - (looks[index] ?? 0)));
        expect(gaps).toEqual(Array.from({ length: 9 }, () => 100));
      }
      if (cloud === "gcore") return;
      const methods = (await record(way, narrower, 10)).map(({ method }) => method);
      expect(methods.filter((method) => method !== "GET")).toHaveLength(11);
      for (const [index, method] of methods.entries())
        if (method !== "GET") expect([index, methods[index - 1]]).toEqual([index, "GET"]);
    },
  );

  it("Terraform on IONOS Cloud and UpdateAndPoll interrupt by what the cloud does alone", async () => {
    for (const count of [1, 10]) {
      for (const quirks of executions.ionos) {
        const { interruptedMs } = await measure(terraformIonos, narrower, count, quirks);
        expect([quirks, interruptedMs === undefined]).toEqual([quirks, quirks.ionos?.ruleUpdate === "atomic"]);
      }
      for (const quirks of executions.gcore.filter(({ gcore }) => gcore?.patchOrder === "add-first"))
        expect((await measure(updateAndPoll, narrower, count, quirks)).interruptedMs).toBeUndefined();
    }
  });

  it("every change is tried under every execution", async () => {
    const { old, next } = narrower;
    // Interrupts only where the cloud removes first, which is none of the simulator's defaults.
    await expect(describeWay(updateAndPoll, { name: "more-rules", old, next })).rejects.toThrow(
      "interrupts something in more-rules: its table needs a column for that",
    );
  });
});
