import type { readQuirks } from "../../../src/ionos/quirk/read-quirks.ts";
import type { Witnesses, World } from "./witness.ts";

const hasProperties = (rule: object | undefined): boolean => rule !== undefined && "properties" in rule;

const stateOf = async (world: World, path: string): Promise<string> =>
  (await world.call("GET", path)).body.metadata.state;

/** The names of all groups as their list tells them. */
async function listed(world: World, query = ""): Promise<readonly string[]> {
  const { body } = await world.call("GET", `${world.groups}?depth=1${query}`);
  return body.items?.map(({ properties }: { properties: { name: string } }) => properties.name);
}

export const readWitnesses: Witnesses<typeof readQuirks> = {
  readAfterWrite: {
    async observe(world) {
      const { body } = await world.call("POST", world.groups, { properties: { name: "new" } });
      const look = async (wait: number): Promise<string> => {
        world.wait(wait);
        const { status } = await world.call("GET", `${world.groups}/${body.id}`);
        return `${status} ${(await listed(world)).join(" ")}`;
      };
      return [await look(1999), await look(1), await look(2999), await look(1)];
    },
    wanted: {
      requested: ["200 web new", "200 web new", "200 web new", "200 web new"],
      "in-force": ["404 web", "200 web new", "200 web new", "200 web new"],
      "lists-lag": ["404 web", "200 web", "200 web", "200 web new"],
      "all-lag": ["404 web", "404 web", "404 web", "200 web new"],
    },
  },
  leavingObjects: {
    async observe(world) {
      const before = await world.call("GET", world.rules);
      const write = await world.call("DELETE", world.rule);
      const { status } = await world.call("GET", world.rule);
      const { body } = await world.call("GET", world.rules);
      const again = await world.call("PATCH", world.rule, { name: "still there" });
      return [before.body.items.length, write.status, status, body.items.length, again.status];
    },
    wanted: { told: [1, 202, 200, 1, 202], hidden: [1, 202, 404, 0, 202] },
  },
  pendingState: {
    async observe(world) {
      await world.call("PATCH", world.path, { name: "new" });
      const pending = await stateOf(world, world.path);
      world.settle();
      return [pending, await stateOf(world, world.path)];
    },
    wanted: {
      BUSY: ["BUSY", "AVAILABLE"],
      AVAILABLE: ["AVAILABLE", "AVAILABLE"],
      UPDATING: ["UPDATING", "AVAILABLE"],
    },
  },
  busyScope: {
    async observe(world) {
      const other = world.simulator.ionos.addGroup(world.datacenterId, { name: "other", rules: [] });
      const server = world.simulator.ionos.addServer(world.datacenterId, { name: "vm" });
      world.simulator.ionos.attachServer(world.group, server);
      const { body } = await world.call("POST", world.rules, { properties: { protocol: "GRE" } });
      const group = await world.call("GET", `${world.path}?depth=3`);
      return [
        await stateOf(world, `${world.rules}/${body.id}`),
        await stateOf(world, world.rule),
        await stateOf(world, world.path),
        await stateOf(world, `${world.groups}/${other}`),
        group.body.entities.servers.items[0].metadata.state,
      ];
    },
    wanted: {
      group: ["BUSY", "BUSY", "BUSY", "AVAILABLE", "AVAILABLE"],
      object: ["BUSY", "AVAILABLE", "AVAILABLE", "AVAILABLE", "AVAILABLE"],
      datacenter: ["BUSY", "BUSY", "BUSY", "BUSY", "BUSY"],
    },
  },
  groupRulesDepth: {
    async observe(world) {
      const tells = async (depth: number): Promise<boolean> =>
        hasProperties((await world.call("GET", `${world.path}?depth=${depth}`)).body.entities.rules.items?.[0]);
      return [await tells(1), await tells(2), await tells(3)];
    },
    wanted: { 3: [false, false, true], 2: [false, true, true] },
  },
  listRulesDepth: {
    async observe(world) {
      const tells = async (depth: number): Promise<boolean> =>
        hasProperties(
          (await world.call("GET", `${world.groups}?depth=${depth}`)).body.items[0].entities.rules.items[0],
        );
      return [await tells(3), await tells(4), await tells(10)];
    },
    wanted: { 3: [true, true, true], 4: [false, true, true], never: [false, false, false] },
  },
  rulesListDepth: {
    async observe(world) {
      const tells = async (depth: number): Promise<boolean> =>
        hasProperties((await world.call("GET", `${world.rules}?depth=${depth}`)).body.items[0]);
      return [await tells(0), await tells(1), await tells(2), await tells(3)];
    },
    wanted: {
      0: [true, true, true, true],
      1: [false, true, true, true],
      2: [false, false, true, true],
      3: [false, false, false, true],
    },
  },
  listFilters: {
    async observe(world) {
      for (const name of ["mail", "Webmail"]) world.simulator.ionos.addGroup(world.datacenterId, { name, rules: [] });
      const rules = await world.call("GET", `${world.rules}?depth=1&filter.protocol=udp`);
      return [
        await listed(world, "&filter.name=WEB"),
        await listed(world, "&orderBy=name"),
        await listed(world, "&maxResults=1"),
        rules.status === 200 ? rules.body.items.length : rules.status,
      ];
    },
    wanted: {
      refused: [undefined, undefined, undefined, 422],
      ignored: [["web", "mail", "Webmail"], ["web", "mail", "Webmail"], ["web", "mail", "Webmail"], 1],
      honoured: [["web", "Webmail"], ["mail", "web", "Webmail"], ["web"], 0],
    },
  },
  listOrder: {
    async observe(world) {
      const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
      for (const name of names) world.simulator.ionos.addGroup(world.datacenterId, { name, rules: [] });
      const { body } = await world.call("GET", `${world.groups}?depth=1`);
      const ids: readonly string[] = body.items.map(({ id }: { id: string }) => id);
      const told = (await listed(world)).join("");
      const created = ["web", ...names];
      return {
        isOldestFirst: told === created.join(""),
        isNewestFirst: told === created.toReversed().join(""),
        isById: ids.join("") === ids.toSorted().join(""),
      };
    },
    wanted: {
      "oldest-first": { isOldestFirst: true, isNewestFirst: false, isById: false },
      "newest-first": { isOldestFirst: false, isNewestFirst: true, isById: false },
      "by-id": { isOldestFirst: false, isNewestFirst: false, isById: true },
    },
  },
};
