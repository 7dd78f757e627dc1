import fc from "fast-check";
import type { GroupId, Packet, RemoteGroup, Rule } from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";

/** Every packet of a small world, and rules whose ends all lie in it. Judged packet by packet, with nothing of the algebra in between. */
const groups: readonly RemoteGroup[] = [
  { kind: "group", id: "g-1" as GroupId },
  { kind: "named-group", name: "bastion" },
];
const memberships: readonly (readonly RemoteGroup[])[] = [[], groups.slice(0, 1), groups.slice(1), groups];
// The last of each is one that no rule names, and stands for all such.
const addresses = [...[0, 1, 2, 3, 4, 5, 6, 7].map((last) => `10.0.0.${last}`), "9.0.0.1", "192.0.2.1"];
const locals = ["10.9.0.1", "10.9.0.2"];
const macs = ["02:00:00:00:00:0a", "02:00:00:00:00:0b"] as Packet["sourceMac"][];
const ports = [10, 11, 12, 13, 14, 15, 16, 17, 9000];

type Service =
  | { protocol: "tcp" | "udp"; port: number }
  | { protocol: "icmp"; icmp: { type: number; code: number } }
  | { protocol: "esp" | "unnamed" };
const services: readonly Service[] = [
  ...(["tcp", "udp"] as const).flatMap((protocol) => ports.map((port): Service => ({ protocol, port }))),
  ...[8, 0].flatMap((type) => [0, 1].map((code): Service => ({ protocol: "icmp", icmp: { type, code } }))),
  { protocol: "esp" },
  { protocol: "unnamed" },
];

export const packets: readonly Packet[] = (["ingress", "egress"] as const).flatMap((direction) =>
  services.flatMap((service) =>
    addresses.flatMap((remote) =>
      memberships.flatMap((memberOf) =>
        locals.flatMap((local) =>
          macs.map((sourceMac): Packet => ({
            direction,
            ipVersion: "IPv4",
            ...service,
            remote,
            memberOf,
            local,
            sourceMac,
          })),
        ),
      ),
    ),
  ),
);

/** Whether a rule matches, by the words of the rule. */
export function matches(rule: Rule, packet: Packet): boolean {
  if (rule.direction !== packet.direction || rule.ipVersion !== packet.ipVersion) return false;
  if (rule.protocol !== "any" && rule.protocol !== packet.protocol) return false;
  if ("ports" in rule && rule.ports !== "all") {
    if (!("port" in packet) || packet.port < rule.ports.from || packet.port > rule.ports.to) return false;
  }
  if ("icmp" in rule && rule.icmp !== "all") {
    if (!("icmp" in packet) || packet.icmp.type !== rule.icmp.type) return false;
    if (rule.icmp.code !== undefined && rule.icmp.code !== packet.icmp.code) return false;
  }
  const { remote } = rule;
  if (remote.kind === "cidr" && !isWithin(packet.remote, remote.cidr)) return false;
  if (remote.kind === "group" && !packet.memberOf.some((group) => group.kind === "group" && group.id === remote.id))
    return false;
  if (
    remote.kind === "named-group" &&
    !packet.memberOf.some((group) => group.kind === "named-group" && group.name === remote.name)
  )
    return false;
  if (rule.local.kind === "cidr" && !isWithin(packet.local, rule.local.cidr)) return false;
  return rule.sourceMac === "any" || rule.sourceMac === packet.sourceMac;
}

/** The packets that some rules match, as bits. Equal fields are judged once. */
export function maskOf(rules: readonly Rule[]): Uint32Array {
  const mask = new Uint32Array(words);
  for (const rule of rules) {
    const { direction, ipVersion, description: _label, remote, local, sourceMac, ...service } = rule;
    const all = { ...ruleOf({ direction, ipVersion }) };
    const fields = [
      fieldMask({ ...all, ...service }),
      fieldMask({ ...all, remote }),
      fieldMask({ ...all, local, sourceMac }),
    ];
    for (let word = 0; word < words; word++) {
      mask[word] = wordOf(mask, word) | fields.reduce((bits, field) => bits & wordOf(field, word), -1);
    }
  }
  return mask;
}

const words = Math.ceil(packets.length / 32);
const fieldMasks = new Map<string, Uint32Array>();

function fieldMask(rule: Rule): Uint32Array {
  const key = JSON.stringify(rule);
  let mask = fieldMasks.get(key);
  if (mask === undefined) {
    mask = new Uint32Array(words);
    for (const [index, packet] of packets.entries())
      if (matches(rule, packet)) mask[index >> 5] = wordOf(mask, index >> 5) | (1 << (index & 31));
    fieldMasks.set(key, mask);
  }
  return mask;
}

/** Thirty-two packets of a mask. */
export function wordOf(mask: Uint32Array, word: number): number {
  return mask[word] ?? 0;
}

export function isSet(mask: Uint32Array, index: number): boolean {
  return ((wordOf(mask, index >> 5) >>> (index & 31)) & 1) === 1;
}

function isWithin(address: string, cidr: string): boolean {
  const [network = "", length = "32"] = cidr.split("/");
  return bitsOf(address).slice(0, Number(length)) === bitsOf(network).slice(0, Number(length));
}

function bitsOf(address: string): string {
  return address
    .split(".")
    .map((byte) => Number(byte).toString(2).padStart(8, "0"))
    .join("");
}

const port = fc.integer({ min: 10, max: 17 });
const network = fc
  .tuple(fc.integer({ min: 0, max: 7 }), fc.constantFrom(29, 30, 31, 32))
  .map(([last, length]) => `10.0.0.${last - (last % 2 ** (32 - length))}/${length}`);
const often = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

/** Rules that lie across each other in every field. */
export const smallRule: fc.Arbitrary<Rule> = fc
  .record({
    direction: fc.constantFrom("ingress", "ingress", "ingress", "egress"),
    service: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          protocol: fc.constantFrom("tcp", "udp"),
          ports: often(fc.tuple(port, port).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          protocol: fc.constant("icmp"),
          icmp: often(fc.record({ type: fc.constant(8), code: often(fc.constant(0)) })),
        }),
      },
      { weight: 2, arbitrary: fc.record({ protocol: fc.constantFrom("esp", "any") }) },
    ),
    remote: fc.oneof(
      { weight: 5, arbitrary: network.map((remote) => ({ remote })) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          {},
          { remoteGroup: "g-1" },
          { remoteGroupName: "bastion" },
          { remote: "0.0.0.0/1" },
          { remote: "128.0.0.0/1" },
        ),
      },
    ),
    local: fc.option(fc.constantFrom(...locals.slice(0, 1)), { nil: undefined, freq: 4 }),
    sourceMac: fc.option(fc.constantFrom(...macs.slice(0, 1)), { nil: undefined, freq: 4 }),
  })
  .map(({ direction, service, remote, local, sourceMac }) =>
    ruleOf({ direction, ipVersion: "IPv4", ...service, ...remote, local, sourceMac }),
  );
