import type { groupQuirks } from "../../../src/ionos/quirk/group-quirks.ts";
import { origin, tcp } from "../ionos-client.ts";
import { settledRules, type Witnesses, type World } from "./witness.ts";

const portsOf = (rules: readonly Readonly<Record<string, unknown>>[]): readonly unknown[] =>
  rules.map(({ portRangeStart }) => portRangeStart);

const nameOf = (world: World): string | undefined => {
  world.settle();
  return world.simulator.ionos.groups(world.datacenterId).find(({ id }) => id === world.group)?.name;
};

export const groupWitnesses: Witnesses<typeof groupQuirks> = {
  postWithRules: {
    async observe(world) {
      const rules = { items: [{ properties: tcp(1) }, { properties: tcp(2) }] };
      const { status } = await world.call("POST", world.groups, { properties: { name: "new" }, entities: { rules } });
      world.settle();
      const groups = world.simulator.ionos.groups(world.datacenterId);
      return [status, groups.find(({ name }) => name === "new")?.rules.length];
    },
    wanted: { created: [202, 2], ignored: [202, 0], refused: [422, undefined] },
  },
  putWithRules: {
    async observe(world) {
      const entities = { rules: { items: [{ properties: tcp(80) }] } };
      const { status } = await world.call("PUT", world.path, { properties: { name: "web" }, entities });
      return [status, portsOf(settledRules(world))];
    },
    wanted: { ignored: [202, [22]], replaces: [202, [80]], adds: [202, [22, 80]], refused: [422, [22]] },
  },
  patchWithoutName: {
    observe: async (world) => (await world.call("PATCH", world.path, { description: "sites" })).status,
    wanted: { accepted: 202, refused: 422 },
  },
  wrappedPatch: {
    async observe(world) {
      const group = await world.call("PATCH", world.path, { properties: { name: "sites" } });
      const rule = await world.call("PATCH", world.rule, { properties: { name: "ssh" } });
      return [group.status, rule.status, nameOf(world), settledRules(world)[0]?.["name"]];
    },
    wanted: {
      refused: [422, 422, "web", undefined],
      accepted: [202, 202, "sites", "ssh"],
      ignored: [202, 202, "web", undefined],
    },
  },
  deleteInUse: {
    async observe(world) {
      const { ionos } = world.simulator;
      ionos.attachServer(world.group, ionos.addServer(world.datacenterId, { name: "vm" }));
      return [(await world.call("DELETE", world.path)).status, nameOf(world)];
    },
    wanted: { refused: [422, "web"], detaches: [202, undefined], fails: [202, "web"] },
  },
  limitExceeded: {
    options: { limits: { rulesPerSecurityGroup: 1, securityGroupsPerVdc: 1, securityGroupsPerResource: 0 } },
    async observe(world) {
      const { ionos } = world.simulator;
      const server = ionos.addServer(world.datacenterId, { name: "vm" });
      const rule = await world.call("POST", world.rules, { properties: tcp(80) });
      const group = await world.call("POST", world.groups, { properties: { name: "second" } });
      const members = `/datacenters/${world.datacenterId}/servers/${server}/securitygroups`;
      const attachment = await world.call("PUT", members, { ids: [world.group] });
      const count = settledRules(world).length;
      const { body } = await world.call("GET", `${world.path}?depth=3`);
      return [
        [rule.status, group.status, attachment.status],
        [count, ionos.groups(world.datacenterId).length, body.entities.servers.items.length],
      ];
    },
    wanted: {
      "422": [
        [422, 422, 422],
        [1, 1, 0],
      ],
      "403": [
        [403, 403, 403],
        [1, 1, 0],
      ],
      "409": [
        [409, 409, 409],
        [1, 1, 0],
      ],
      fails: [
        [202, 202, 200],
        [1, 1, 0],
      ],
    },
  },
  defaultGroupRules: {
    async observe(world) {
      await world.call("PATCH", `/datacenters/${world.datacenterId}`, { createDefaultSecurityGroup: true });
      world.settle();
      const rules = world.simulator.ionos.groups(world.datacenterId).at(-1)?.rules ?? [];
      return rules.slice(0, 2).map(({ name, targetIp }) => [name, targetIp]);
    },
    wanted: {
      named: [
        ["All outgoing IPv4", null],
        ["All outgoing IPv6", null],
      ],
      unnamed: [
        [undefined, null],
        [undefined, null],
      ],
      "with-blocks": [
        ["All outgoing IPv4", "0.0.0.0/0"],
        ["All outgoing IPv6", "::/0"],
      ],
    },
  },
  oldDefaultMembers: {
    async observe(world) {
      const { ionos } = world.simulator;
      const next = ionos.addGroup(world.datacenterId, { name: "next", rules: [] });
      const setDefault = async (id: string): Promise<void> => {
        await world.call("PATCH", `/datacenters/${world.datacenterId}`, { defaultSecurityGroupId: id });
        world.settle();
      };
      await setDefault(world.group);
      ionos.addServer(world.datacenterId, { name: "vm" });
      await setDefault(next);
      const membersOf = async (id: string): Promise<number> =>
        (await world.call("GET", `${world.groups}/${id}?depth=3`)).body.entities.servers.items.length;
      return [await membersOf(world.group), await membersOf(next)];
    },
    wanted: { stay: [1, 0], move: [0, 1] },
  },
  ifMatch: {
    async observe(world) {
      const { etag } = (await world.call("GET", world.rule)).body.metadata;
      const patch = async (path: string, ifMatch: string): Promise<number> =>
        (await world.call("PATCH", path, { name: "other" }, { "If-Match": ifMatch })).status;
      return [await patch(world.rule, "stale"), await patch(world.path, "stale"), await patch(world.rule, etag)];
    },
    wanted: { ignored: [202, 202, 202], honoured: [412, 412, 202] },
  },
  attachmentReads: {
    async observe(world) {
      const { ionos } = world.simulator;
      const server = ionos.addServer(world.datacenterId, { name: "vm" });
      const nic = ionos.addNic(server, { name: "lan" });
      const ofServer = `/datacenters/${world.datacenterId}/servers/${server}`;
      await world.call("PUT", `${ofServer}/nics/${nic}/securitygroups`, { ids: [world.group] });
      ionos.attachServer(world.group, server);
      world.settle();
      // Past the check of answers: no document has these.
      const read = async (path: string): Promise<unknown> => {
        const headers = { Authorization: "Bearer simulator-token" };
        const answer = await world.simulator.fetch(new Request(`${origin}/cloudapi/v6${path}`, { headers }));
        const { items } = JSON.parse(await answer.text());
        return items === undefined ? answer.status : items.map(({ type }: { type: string }) => type);
      };
      const seen = [
        await read(`${world.path}/servers`),
        await read(`${world.path}/nics`),
        await read(`${ofServer}/securitygroups`),
        await read(`${ofServer}/nics/${nic}/securitygroups`),
        await read(`${ofServer}/nics/none/securitygroups`),
      ];
      ionos.removeGroup(world.group);
      return [...seen, await read(`${ofServer}/securitygroups`)];
    },
    wanted: {
      absent: [404, 404, 405, 405, 405, 405],
      answered: [["server"], ["nic"], ["security-group"], ["security-group"], 404, []],
    },
  },
};
