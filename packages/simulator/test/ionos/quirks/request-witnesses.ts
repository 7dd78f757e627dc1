import type { requestQuirks } from "../../../src/ionos/quirk/request-quirks.ts";
import { origin, startOfTime, tcp, type TestAnswer } from "../ionos-client.ts";
import { settledRules, type Witnesses, type World } from "./witness.ts";

const statusPath = (write: TestAnswer): string =>
  String(write.headers.get("Location")).replace(`${origin}/cloudapi/v6`, "");

const addRule = (world: World, port: number): Promise<TestAnswer> =>
  world.call("POST", world.rules, { properties: tcp(port) });

const basic = { Authorization: `Basic ${btoa("simulator:simulator")}` };

export const requestWitnesses: Witnesses<typeof requestQuirks> = {
  rulePostStatus: {
    observe: async (world) => (await addRule(world, 80)).status,
    wanted: { 200: 200, 202: 202 },
  },
  locationHeader: {
    async observe(world) {
      const writes = [
        await world.call("POST", world.groups, { properties: { name: "new" } }),
        await world.call("PUT", world.path, { properties: { name: "new" } }),
        await world.call("PATCH", world.path, { name: "new" }),
        await addRule(world, 80),
        await world.call("PUT", world.rule, { properties: tcp(22) }),
        await world.call("PATCH", world.rule, { name: "ssh" }),
        await world.call("DELETE", world.rule),
        await world.call("DELETE", world.path),
      ];
      return writes.map(({ headers }) => (headers.has("Location") ? "+" : "-")).join("");
    },
    wanted: { always: "++++++++", "as-documented": "-+++++-+", "as-relied-on": "++-+-+++", never: "--------" },
  },
  execution: {
    async observe(world) {
      await addRule(world, 1);
      await addRule(world, 2);
      const { body } = await world.call("POST", world.groups, { properties: { name: "new" } });
      world.settle();
      return [...world.simulator.history(world.group), ...world.simulator.history(body.id)].map(
        ({ at }) => at - startOfTime,
      );
    },
    wanted: {
      "serial-per-datacenter": [0, 2000, 3500, 5000],
      "serial-per-group": [0, 2000, 3500, 2000],
      parallel: [0, 2000, 2000, 2000],
    },
  },
  parallelOrder: {
    options: { quirks: { execution: "parallel" }, seed: 7 },
    async observe(world) {
      for (const port of [1, 2, 3, 4]) await addRule(world, port);
      return settledRules(world).map(({ portRangeStart }) => portRangeStart);
    },
    wanted: { "as-sent": [22, 1, 2, 3, 4], shuffled: [22, 1, 2, 4, 3] },
  },
  writesWhileBusy: {
    observe: async (world) => [
      (await addRule(world, 1)).status,
      (await addRule(world, 2)).status,
      (await world.call("PATCH", world.rule, { name: "ssh" })).status,
      (await world.call("POST", world.groups, { properties: { name: "new" } })).status,
      settledRules(world).length,
      (await addRule(world, 3)).status,
    ],
    wanted: {
      queued: [202, 202, 202, 202, 3, 202],
      "409": [202, 409, 409, 202, 2, 202],
      "422": [202, 422, 422, 202, 2, 202],
      "423": [202, 423, 423, 202, 2, 202],
    },
  },
  writesWhileLeaving: {
    async observe(world) {
      await world.call("DELETE", world.rule);
      const rule = (await world.call("PATCH", world.rule, { name: "ssh" })).status;
      await world.call("DELETE", world.path);
      return [rule, (await addRule(world, 80)).status];
    },
    wanted: { queued: [202, 202], "404": [404, 404], "422": [422, 422] },
  },
  failedRequest: {
    async observe(world) {
      world.simulator.ionos.failNextRequest("[VDC-5-0] An unexpected error occurred");
      world.simulator.ionos.failNextRequest("[VDC-5-0] An unexpected error occurred");
      const entities = { rules: { items: [{ properties: tcp(1) }] } };
      const created = await world.call("POST", world.groups, { properties: { name: "new" }, entities });
      await addRule(world, 80);
      const count = settledRules(world).length;
      const { status, body } = await world.call("GET", `${world.groups}/${created.body.id}?depth=3`);
      const state = (await world.call("GET", world.path)).body.metadata.state;
      return [
        (await world.call("GET", statusPath(created))).body.metadata.status,
        status === 200 ? [body.metadata.state, body.entities.rules.items.length] : status,
        [state, count],
      ];
    },
    wanted: {
      nothing: ["FAILED", 404, ["AVAILABLE", 1]],
      "as-wanted": ["FAILED", ["AVAILABLE", 1], ["AVAILABLE", 2]],
      "marked-failed": ["FAILED", ["FAILED", 0], ["FAILED", 1]],
    },
  },
  requestStatusId: {
    async observe(world) {
      const { body } = await world.call("GET", statusPath(await addRule(world, 80)));
      return body.id.replace(/^[0-9a-f-]{36}/, "ID");
    },
    wanted: { "with-suffix": "ID/status", bare: "ID" },
  },
  freshRequests: {
    async observe(world) {
      const path = statusPath(await addRule(world, 80));
      const read = async (): Promise<readonly number[]> => [
        (await world.call("GET", path)).status,
        (await world.call("GET", path.replace("/status", ""))).status,
      ];
      const fresh = await read();
      world.wait(3000);
      return [fresh, await read()];
    },
    wanted: {
      known: [
        [200, 200],
        [200, 200],
      ],
      "404": [
        [404, 404],
        [200, 200],
      ],
    },
  },
  requestList: {
    async observe(world) {
      await addRule(world, 80);
      await world.call("POST", world.rules, { properties: tcp(81) }, basic);
      const count = async (): Promise<unknown> => {
        const { status, body } = await world.call("GET", "/requests");
        return status === 200 ? body.items.length : status;
      };
      const fresh = await count();
      world.wait(3000);
      return [fresh, await count()];
    },
    wanted: { all: [2, 2], own: [1, 1], "403": [403, 403], lagging: [0, 2] },
  },
  requestListOrder: {
    async observe(world) {
      await world.call("PATCH", world.path, { name: "new" });
      await world.call("DELETE", world.path);
      const { body } = await world.call("GET", "/requests?depth=1");
      return body.items.map(({ properties }: { properties: { method: string } }) => properties.method);
    },
    wanted: { "newest-first": ["DELETE", "PATCH"], "oldest-first": ["PATCH", "DELETE"] },
  },
  requestListDepth: {
    async observe(world) {
      await addRule(world, 80);
      const tells = async (depth: number): Promise<boolean> => {
        const { body } = await world.call("GET", `/requests?depth=${depth}`);
        return body.items[0].metadata.requestStatus.metadata !== undefined;
      };
      return [await tells(1), await tells(2), await tells(3), await tells(10)];
    },
    wanted: {
      1: [true, true, true, true],
      2: [false, true, true, true],
      3: [false, false, true, true],
      never: [false, false, false, false],
    },
  },
  filterTimes: {
    async observe(world) {
      await addRule(world, 80);
      const found = async (filter: string): Promise<number> =>
        (await world.call("GET", `/requests?filter.${filter}`)).body.items.length;
      return [await found("createdAfter=2026-01-01 01:00:00"), await found("createdBefore=2026-01-01 01:00:00")];
    },
    wanted: { UTC: [0, 1], "UTC+2": [1, 0] },
  },
  retryAfter: {
    async observe(world) {
      const refused = async (status: 429 | 503): Promise<string | null> => {
        world.simulator.ionos.refuseNextCall({ status, retryAfter: "7" });
        return (await world.call("GET", world.path)).headers.get("Retry-After");
      };
      return [await refused(429), await refused(503)];
    },
    wanted: { "as-asked": ["7", "7"], absent: [null, "7"] },
  },
};
