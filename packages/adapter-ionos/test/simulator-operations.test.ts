import { createAccount, type Adapter, type Clock, type GroupId, type Operation } from "@secgroup/core";
import { createSimulator, type IonosQuirks, type Simulator } from "@secgroup/simulator";
import { describe, expect, test } from "vitest";
import { ionos } from "../src/index.ts";
import { ruleOf } from "./support/arbitrary-rule.ts";
import { signal } from "./support/fake-cloud.ts";

interface Setup {
  readonly simulator: Simulator;
  /** Two datacenters of one account. */
  readonly adapters: readonly [Adapter, Adapter];
  readonly groups: readonly [GroupId, GroupId];
  readonly wait: (milliseconds: number) => void;
  /** Looks until all have ended; how they did, and how many looks and reads it took. */
  readonly follow: (operations: readonly Operation[]) => Promise<{ states: string[]; looks: number; reads: number }>;
}

function setUp(quirks: Partial<IonosQuirks> = {}, tellsTime = true): Setup {
  let now = Date.UTC(2026, 0, 1);
  const simulator = createSimulator({ now: () => now, ionos: { quirks } });
  const clock: Clock = { now: () => now, sleep: () => Promise.resolve() };
  const account = { ...createAccount(), clock, send: (request: Request, send: typeof fetch) => send(request) };
  const fetch = async (request: Request): Promise<Response> => {
    const answer = await simulator.fetch(request);
    if (tellsTime) answer.headers.set("Date", new Date(now).toUTCString());
    return answer;
  };
  const place = (name: string): readonly [Adapter, GroupId] => {
    const datacenter = simulator.ionos.addDatacenter({ name });
    const group = simulator.ionos.addGroup(datacenter, { name: "web", rules: [] });
    return [ionos({ token: "simulator-token", datacenter, fetch, account }), group as GroupId];
  };
  const [[first, one], [second, other]] = [place("first"), place("second")];
  const wait = (milliseconds: number): void => void (now += milliseconds);
  return {
    simulator,
    adapters: [first, second],
    groups: [one, other],
    wait,
    async follow(operations) {
      const before = simulator.requests.length;
      const states = new Map<Operation, string>();
      for (let looks = 1; looks < 500; looks++) {
        const left = operations.filter((operation) => !states.has(operation));
        for (const [index, { status }] of (await first.readOperations(left, signal)).entries())
          if (left[index] && ["succeeded", "failed", "lost"].includes(status)) states.set(left[index], status);
        if (states.size === operations.length)
          return { states: [...states.values()], looks, reads: simulator.requests.length - before };
        wait(1_000);
      }
      return expect.unreachable("the operations never ended");
    },
  };
}

const quiet = (adapter: Adapter): Promise<readonly Operation[]> => adapter.listOperations(signal);

describe.each<[string, Partial<IonosQuirks>, readsPerLook: number, readsAtEnd: number]>([
  ["with requests", {}, 1, 0],
  ["with requests, all at once", { execution: "parallel", parallelOrder: "shuffled" }, 1, 0],
  // What has ended in a datacenter is seen by two reads of the list and a second look.
  ["without requests", { locationHeader: "never" }, 2, 2 * 3],
])("many writes in two datacenters %s", (_, quirks, readsPerLook, readsAtEnd) => {
  test("are followed by the adapter of one, in as many reads for each look however many they are", async () => {
    const { adapters, groups, follow } = setUp(quirks);
    for (const count of [2, 30]) {
      const operations: Operation[] = [];
      for (const [index, adapter] of adapters.entries()) {
        const group = { id: groups[index] ?? groups[0], name: "web" };
        for (let port = 1; port <= count; port++) {
          const rule = ruleOf({
            direction: "ingress",
            protocol: "tcp",
            ports: { from: port * count, to: port * count },
          });
          operations.push(await adapter.submit({ kind: "create-rule", group, rule }, signal));
        }
      }
      const { states, looks, reads } = await follow(operations);
      expect(new Set(states)).toEqual(new Set(["succeeded"]));
      expect(reads).toBeLessThanOrEqual(looks * readsPerLook + readsAtEnd);
    }
  });
});

test("where the list is refused they are followed one by one, a few for each look", async () => {
  const { simulator, adapters, groups, follow } = setUp();
  const group = { id: groups[0], name: "web" };
  const operations: Operation[] = [];
  for (let port = 1; port <= 20; port++) {
    const rule = ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: port, to: port } });
    operations.push(await adapters[0].submit({ kind: "create-rule", group, rule }, signal));
  }
  simulator.ionos.refuseNextCall({ status: 403 });
  const { looks, reads } = await follow(operations);
  expect(reads).toBeLessThanOrEqual(looks * 8 + 1);
});

test.each([true, false])(
  "a creation that fails without a request is found out, when answers tell the time: %j",
  async (tells) => {
    const { simulator, adapters, follow } = setUp({ locationHeader: "never" }, tells);
    simulator.ionos.failNextRequest("no more room");
    const operation = await adapters[0].submit({ kind: "create-group", name: "new", rules: [] }, signal);
    const { states, looks } = await follow([operation]);
    expect(states).toEqual(["lost"]);
    expect(looks).toBeGreaterThan(60);
    expect(looks).toBeLessThan(70);
  },
);

test.each([true, false])("so is a deletion, when answers tell the time: %j", async (tells) => {
  const { simulator, adapters, groups, follow } = setUp({ locationHeader: "never" }, tells);
  simulator.ionos.failNextRequest("no way");
  const operation = await adapters[0].submit({ kind: "delete-group", group: { id: groups[0], name: "web" } }, signal);
  expect((await follow([operation])).states).toEqual(["lost"]);
});

describe("a datacenter is quiet", () => {
  const rename = (adapter: Adapter, id: GroupId): Promise<Operation> =>
    adapter.submit({ kind: "update-group", group: { id, name: "web" }, fields: { name: "front" } }, signal);

  test.each<[string, Partial<IonosQuirks>]>([
    ["with requests", {}],
    ["without requests", { locationHeader: "never" }],
  ])("when nothing is queued or running in it, %s", async (_, quirks) => {
    const { adapters, groups, wait } = setUp(quirks);
    const [first, second] = adapters;
    expect(await quiet(first)).toEqual([]);
    await rename(first, groups[0]);
    for (let ms = 0; ms < 2_000; ms += 500) {
      expect(await quiet(first)).toMatchObject([{ cloud: "ionos", groupId: groups[0] }]);
      expect(await quiet(second)).toEqual([]);
      wait(500);
    }
    expect(await quiet(first)).toEqual([]);
  });

  test("and what is not can be waited for, by either of its names", async () => {
    for (const isRefused of [false, true]) {
      const { simulator, adapters, groups, follow } = setUp();
      await rename(adapters[0], groups[0]);
      if (isRefused) simulator.ionos.refuseNextCall({ status: 403 });
      const operations = await quiet(adapters[0]);
      expect(operations.flatMap(({ handles }) => handles)).toEqual([
        expect.stringMatching(isRefused ? `^group:.+/${groups[0]}$` : /^request:/),
      ]);
      expect(await follow(operations)).toMatchObject({ states: ["succeeded"] });
      expect(await quiet(adapters[0])).toEqual([]);
    }
  });
});
