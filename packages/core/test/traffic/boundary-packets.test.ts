import { BlockList } from "node:net";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createTrafficSpace, type Packet, type Rule } from "../../src/index.ts";
import { anyRule } from "../support/arbitrary-rule.ts";

/** Whether a rule matches, with Node's own judgement of networks. */
function matches(rule: Rule, packet: Packet): boolean {
  if (rule.direction !== packet.direction || rule.ipVersion !== packet.ipVersion) return false;
  if (rule.protocol !== "any" && numberOf(rule.protocol) !== numberOf(packet.protocol)) return false;
  if ("ports" in rule && rule.ports !== "all" && !("port" in packet && isBetween(packet.port, rule.ports)))
    return false;
  if ("icmp" in rule && rule.icmp !== "all") {
    if (!("icmp" in packet) || packet.icmp.type !== rule.icmp.type) return false;
    if (rule.icmp.code !== undefined && rule.icmp.code !== packet.icmp.code) return false;
  }
  if (rule.remote.kind === "cidr" && !isWithin(packet.remote, rule.remote.cidr, packet)) return false;
  if (rule.local.kind === "cidr" && !isWithin(packet.local, rule.local.cidr, packet)) return false;
  return rule.sourceMac === "any" || rule.sourceMac === packet.sourceMac;
}

/** Both are IP in IP, protocol number 4. */
const numberOf = (protocol: string): string => (protocol === "ipip" ? "ipencap" : protocol);
const isBetween = (value: number, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  value >= from && value <= to;

function isWithin(address: string, cidr: string, { ipVersion }: Packet): boolean {
  const [network = "", length] = cidr.split("/");
  const family = ipVersion === "IPv4" ? "ipv4" : "ipv6";
  const list = new BlockList();
  list.addSubnet(network, Number(length), family);
  return list.check(address, family);
}

/** The first and last address of a network, and those next to them. */
function edgesOf(side: Rule["remote"], ipVersion: Rule["ipVersion"]): readonly string[] {
  if (side.kind !== "cidr") return ipVersion === "IPv4" ? ["0.0.0.0", "255.255.255.255"] : ["::", "ffff:ffff::"];
  const [network = "", length] = side.cidr.split("/");
  const bits = ipVersion === "IPv4" ? 32 : 128;
  const first = toNumber(network, ipVersion);
  const last = first + 2n ** BigInt(bits - Number(length)) - 1n;
  return [first - 1n, first, last, last + 1n]
    .filter((value) => value >= 0n && value < 2n ** BigInt(bits))
    .map((value) => toText(value, ipVersion));
}

function toNumber(address: string, ipVersion: Rule["ipVersion"]): bigint {
  if (ipVersion === "IPv4") return address.split(".").reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const [head = "", tail] = address.split("::");
  const groups = (text: string): string[] => (text === "" ? [] : text.split(":"));
  const [left, right] = [groups(head), groups(tail ?? "")];
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => "0");
  return [...left, ...zeros, ...right].reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

function toText(value: bigint, ipVersion: Rule["ipVersion"]): string {
  const [count, width] = ipVersion === "IPv4" ? [4, 8n] : [8, 16n];
  const parts = Array.from(
    { length: count },
    (_, index) => (value >> (width * BigInt(count - 1 - index))) & (2n ** width - 1n),
  );
  return ipVersion === "IPv4" ? parts.join(".") : parts.map((part) => part.toString(16)).join(":");
}

/** Packets at the edges of what a rule says in each field, and just beyond. */
function packetsAt(rule: Rule): readonly Packet[] {
  const services = servicesAt(rule);
  const macs = [rule.sourceMac, "02:00:00:00:00:01"].filter((mac) => mac !== "any") as Packet["sourceMac"][];
  const locals = edgesOf(rule.local, rule.ipVersion);
  return edgesOf(rule.remote, rule.ipVersion).flatMap((remote) =>
    services.flatMap((service) =>
      locals.flatMap((local) =>
        macs.map((sourceMac): Packet => {
          const { direction, ipVersion } = rule;
          return { direction, ipVersion, ...service, remote, memberOf: [], local, sourceMac };
        }),
      ),
    ),
  );
}

type Service =
  | Pick<Extract<Packet, { readonly port: number }>, "protocol" | "port">
  | Pick<Extract<Packet, { readonly icmp: object }>, "protocol" | "icmp">
  | { readonly protocol: "unnamed" | "gre" };

function servicesAt(rule: Rule): readonly Service[] {
  const others: readonly Service[] = [{ protocol: "unnamed" }, { protocol: "gre" }, { protocol: "udp", port: 53 }];
  if ("ports" in rule) {
    const { from, to } = rule.ports === "all" ? { from: 0, to: 65_535 } : rule.ports;
    const ports = [from - 1, from, to, to + 1].filter((port) => port >= 0 && port <= 65_535);
    return [...others, ...ports.map((port) => ({ protocol: rule.protocol, port }))];
  }
  if ("icmp" in rule) {
    const { type, code } = rule.icmp === "all" ? { type: 255, code: 255 } : { code: 0, ...rule.icmp };
    const near = (value: number): number[] => [value - 1, value, value + 1].filter((one) => one >= 0 && one <= 255);
    const pairs = near(type).flatMap((near1) => near(code).map((near2) => ({ type: near1, code: near2 })));
    return [...others, ...pairs.map((icmp) => ({ protocol: rule.protocol, icmp }))];
  }
  return others;
}

it("at the edges of full-size rules, every packet is where the rules say", () => {
  let compared = 0;
  const rules = fc.array(anyRule, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rules, rules, (a, b) => {
      const space = createTrafficSpace([...a, ...b]);
      const [left, right] = [space.of(a), space.of(b)];
      const sets = [
        left,
        right,
        space.union(left, right),
        space.intersection(left, right),
        space.difference(left, right),
      ];
      for (const packet of [...a, ...b].flatMap(packetsAt)) {
        const [l, r] = [a, b].map((some) => some.some((rule) => matches(rule, packet)));
        const wanted = [l, r, l || r, l && r, l && !r];
        expect({ packet, in: sets.map((set) => space.includes(set, packet)) }).toEqual({ packet, in: wanted });
        compared++;
      }
    }),
    { numRuns: 150 },
  );
  expect(compared).toBeGreaterThan(10_000);
});
