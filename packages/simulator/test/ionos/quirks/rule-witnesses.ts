import type { ruleQuirks } from "../../../src/ionos/quirk/rule-quirks.ts";
import { tcp } from "../ionos-client.ts";
import { kept, settledRules, statusesOf, type Witnesses, type World } from "./witness.ts";

/** Patches the rule to what it is and to another value, and tells the statuses and what is in force then. */
const updated =
  (field: string, ...values: readonly string[]) =>
  async (world: World): Promise<unknown> => [
    ...(await statusesOf(...values.map((value) => () => world.call("PATCH", world.rule, { [field]: value })))),
    settledRules(world)[0]?.[field],
  ];

export const ruleWitnesses: Witnesses<typeof ruleQuirks> = {
  duplicateRules: {
    async observe(world) {
      const { status } = await world.call("POST", world.rules, { properties: { ...tcp(22), name: "again" } });
      return [status, settledRules(world).length];
    },
    wanted: { accepted: [202, 2], "409": [409, 1], "422": [422, 1], fails: [202, 1] },
  },
  hostBits: {
    observe: (world) => kept(world, { protocol: "TCP", sourceIp: "10.0.0.1/8" }, "sourceIp"),
    wanted: { kept: ["10.0.0.1/8"], masked: ["10.0.0.0/8"], rejected: 422 },
  },
  anyBlock: {
    observe: async (world) => [
      await kept(world, { protocol: "TCP", sourceIp: "0.0.0.0/0" }, "sourceIp", "ipVersion"),
      await kept(world, { protocol: "TCP", targetIp: "::/0" }, "targetIp", "ipVersion"),
      await kept(world, { protocol: "TCP", sourceIp: "10.0.0.7" }, "sourceIp", "ipVersion"),
    ],
    wanted: {
      kept: [
        ["0.0.0.0/0", "IPv4"],
        ["::/0", "IPv6"],
        ["10.0.0.7", "IPv4"],
      ],
      null: [
        [null, "IPv4"],
        [null, "IPv6"],
        ["10.0.0.7", "IPv4"],
      ],
    },
  },
  singleAddress: {
    observe: (world) =>
      kept(world, { protocol: "TCP", sourceIp: "10.0.0.7", targetIp: "10.0.0.8/32" }, "sourceIp", "targetIp"),
    wanted: {
      kept: ["10.0.0.7", "10.0.0.8/32"],
      "with-prefix": ["10.0.0.7/32", "10.0.0.8/32"],
      "without-prefix": ["10.0.0.7", "10.0.0.8"],
    },
  },
  ipv6Spelling: {
    observe: (world) => kept(world, { protocol: "TCP", sourceIp: "2001:Db8:0::1/126" }, "sourceIp"),
    wanted: {
      kept: ["2001:Db8:0::1/126"],
      compressed: ["2001:db8::1/126"],
      expanded: ["2001:0db8:0000:0000:0000:0000:0000:0001/126"],
      "upper-case": ["2001:DB8:0::1/126"],
    },
  },
  macCase: {
    observe: (world) => kept(world, { protocol: "TCP", sourceMac: "Aa:bb:cc:00:11:22" }, "sourceMac"),
    wanted: { kept: ["Aa:bb:cc:00:11:22"], lower: ["aa:bb:cc:00:11:22"], upper: ["AA:BB:CC:00:11:22"] },
  },
  halfPortRange: {
    observe: async (world) => [
      await kept(world, { protocol: "TCP", portRangeStart: 80 }, "portRangeStart", "portRangeEnd"),
      await kept(world, { protocol: "TCP", portRangeEnd: 81 }, "portRangeStart", "portRangeEnd"),
    ],
    wanted: {
      rejected: [422, 422],
      kept: [
        [80, null],
        [null, 81],
      ],
      completed: [
        [80, 80],
        [81, 81],
      ],
    },
  },
  reversedPortRange: {
    observe: (world) =>
      kept(world, { protocol: "TCP", portRangeStart: 90, portRangeEnd: 80 }, "portRangeStart", "portRangeEnd"),
    wanted: { rejected: 422, kept: [90, 80], swapped: [80, 90] },
  },
  unsetPortsByPatch: {
    async observe(world) {
      const body = { name: "all", portRangeStart: null, portRangeEnd: null };
      const { status } = await world.call("PATCH", world.rule, body);
      const [rule] = settledRules(world);
      return [status, rule?.["name"], rule?.["portRangeStart"]];
    },
    wanted: { refused: [422, undefined, 22], accepted: [202, "all", null], ignored: [202, "all", 22] },
  },
  absentPorts: {
    async observe(world) {
      const { body } = await world.call("POST", world.rules, { properties: { protocol: "TCP" } });
      const read = (await world.call("GET", `${world.rules}/${body.id}`)).body;
      return ["portRangeStart" in body.properties, "portRangeEnd" in read.properties];
    },
    wanted: { null: [true, true], absent: [false, false] },
  },
  toldIpVersion: {
    async observe(world) {
      const { body } = await world.call("POST", world.rules, { properties: { protocol: "TCP", sourceIp: "::1" } });
      const other = (await world.call("GET", world.rule)).body;
      return [body.properties.ipVersion, other.properties.ipVersion, settledRules(world)[1]?.["ipVersion"]];
    },
    wanted: { always: ["IPv6", "IPv4", "IPv6"], "null-with-address": [null, "IPv4", "IPv6"] },
  },
  absentText: {
    async observe(world) {
      const rule = (await world.call("GET", world.rule)).body;
      const group = (await world.call("GET", world.path)).body;
      const named = await world.call("PATCH", world.rule, { name: "ssh" });
      return [rule.properties.name, group.properties.description, named.body.properties.name];
    },
    wanted: { absent: [undefined, undefined, "ssh"], empty: ["", "", "ssh"] },
  },
  updateOfType: {
    observe: updated("type", "INGRESS", "EGRESS"),
    wanted: {
      accepted: [202, 202, "EGRESS"],
      "refused-when-changed": [202, 422, "INGRESS"],
      refused: [422, 422, "INGRESS"],
      ignored: [202, 202, "INGRESS"],
    },
  },
  updateOfIpVersion: {
    observe: updated("ipVersion", "IPv4", "IPv6"),
    wanted: {
      accepted: [202, 202, "IPv6"],
      "refused-when-changed": [202, 422, "IPv4"],
      refused: [422, 422, "IPv4"],
      ignored: [202, 202, "IPv4"],
    },
  },
  putRuleProtocol: {
    async observe(world) {
      const { protocol, ...ports } = tcp(23);
      const put = (properties: object) => () => world.call("PUT", world.rule, { properties });
      return [
        ...(await statusesOf(put({ ...ports, protocol }), put(ports), put({ ...ports, protocol: "UDP" }))),
        settledRules(world)[0]?.["protocol"],
      ];
    },
    wanted: {
      repeated: [202, 422, 422, "TCP"],
      optional: [202, 202, 422, "TCP"],
      refused: [422, 202, 422, "TCP"],
    },
  },
  ruleUpdate: {
    async observe(world) {
      await world.call("PATCH", world.rule, { portRangeEnd: 23 });
      world.settle();
      return world.simulator.history(world.group).map(({ rules }) => rules.length);
    },
    wanted: { atomic: [1, 1], "remove-then-add": [1, 0, 1] },
  },
};
