import type { Packet } from "../model/packet.ts";
import type { IcmpProtocol, PortProtocol } from "../model/protocol.ts";
import type { IpVersion, Rule } from "../model/rule.ts";
import { protocolEntries, type ProtocolEntry } from "../normalize/protocol-table.ts";
import type { Interval } from "./interval.ts";

/**
 * Protocol, port and ICMP type and code as one number, so that whatever a rule says of them is one interval: each protocol has a block of 65,536
 * numbers, in which a packet's port is its place, or its ICMP type × 256 + code. The last block stands for all protocols without a keyword.
 */
const blockSize = 65_536;
const icmpCodes = 256;

type Block = ProtocolEntry | { readonly family: "unnamed" };

/** The blocks of one IP version. Keywords that share a number (ipencap, ipip) match the same packets and share a block. */
function blocksOf(ipVersion: IpVersion): readonly Block[] {
  const existing = protocolEntries.filter(({ only }) => only === undefined || only === ipVersion);
  const isFirst = ({ number }: ProtocolEntry, index: number): boolean =>
    existing.findIndex((other) => other.number === number) === index;
  return [...existing.filter(isFirst), { family: "unnamed" }];
}

const blocks: Readonly<Record<IpVersion, readonly Block[]>> = { IPv4: blocksOf("IPv4"), IPv6: blocksOf("IPv6") };

const blockStarts: Readonly<Record<IpVersion, ReadonlyMap<Rule["protocol"], number>>> = {
  IPv4: startsOf("IPv4"),
  IPv6: startsOf("IPv6"),
};

function startsOf(ipVersion: IpVersion): ReadonlyMap<Rule["protocol"], number> {
  return new Map(
    protocolEntries.map(({ protocol, number }) => [
      protocol,
      // Negative for a protocol that the IP version does not have.
      blocks[ipVersion].findIndex((block) => "number" in block && block.number === number) * blockSize,
    ]),
  );
}

export const wholeServiceLine: Readonly<Record<IpVersion, Interval<number>>> = {
  IPv4: { from: 0, to: blocks.IPv4.length * blockSize },
  IPv6: { from: 0, to: blocks.IPv6.length * blockSize },
};

/** What a rule says of the service. A rule of a protocol that its IP version does not have matches nothing. */
export function serviceInterval(rule: Rule): Interval<number> {
  if (rule.protocol === "any") return wholeServiceLine[rule.ipVersion];
  const block = blockStarts[rule.ipVersion].get(rule.protocol) ?? -1;
  if (block < 0) return { from: 0, to: 0 };
  if ("ports" in rule && rule.ports !== "all") return { from: block + rule.ports.from, to: block + rule.ports.to + 1 };
  if ("icmp" in rule && rule.icmp !== "all") {
    const { type, code } = rule.icmp;
    const from = block + type * icmpCodes + (code ?? 0);
    return { from, to: from + (code === undefined ? icmpCodes : 1) };
  }
  return { from: block, to: block + blockSize };
}

/** What a packet says of the service, at a place on the line. */
export type PacketService = Packet extends infer P
  ? P extends Packet
    ? Omit<P, "direction" | "ipVersion" | "remote" | "memberOf" | "local" | "sourceMac">
    : never
  : never;

/** The place of a packet's service. */
export function servicePlace(packet: PacketService & { readonly ipVersion: IpVersion }): number {
  const { ipVersion } = packet;
  const block = packet.protocol === "unnamed" ? -1 : (blockStarts[ipVersion].get(packet.protocol) ?? -1);
  if (block < 0) return wholeServiceLine[ipVersion].to - blockSize;
  if ("port" in packet) return block + packet.port;
  return "icmp" in packet ? block + packet.icmp.type * icmpCodes + packet.icmp.code : block;
}

/** The service at a place on the line. */
export function serviceAt(place: number, ipVersion: IpVersion): PacketService {
  const block = blocks[ipVersion][Math.floor(place / blockSize)];
  const within = place % blockSize;
  if (block === undefined || block.family === "unnamed") return { protocol: "unnamed" };
  switch (block.family) {
    case "ports":
      return { protocol: block.protocol, port: within };
    case "icmp":
      return { protocol: block.protocol, icmp: { type: Math.floor(within / icmpCodes), code: within % icmpCodes } };
    case "other":
      return block.protocol === "any" ? { protocol: "unnamed" } : { protocol: block.protocol };
  }
}

/** Inclusive at both ends. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** Part of one protocol. */
export type Service =
  | { readonly protocol: PortProtocol; readonly ports: "all" | NumberRange }
  | {
      readonly protocol: IcmpProtocol;
      /** All, whole types, or some codes of one type. */
      readonly icmp: "all" | { readonly types: NumberRange } | { readonly type: number; readonly codes: NumberRange };
    }
  /** `unnamed`: all protocols without a keyword. */
  | { readonly protocol: Exclude<PacketService["protocol"], PortProtocol | IcmpProtocol> };

/** The parts of protocols that an interval consists of, in the order of the line. */
export function servicesIn({ from, to }: Interval<number>, ipVersion: IpVersion): readonly Service[] {
  const services: Service[] = [];
  for (let index = Math.floor(from / blockSize); index * blockSize < to; index++) {
    const block = blocks[ipVersion][index];
    const start = index * blockSize;
    if (block === undefined) break;
    services.push(...servicesOf(block, Math.max(from - start, 0), Math.min(to - start, blockSize) - 1));
  }
  return services;
}

function servicesOf(block: Block, from: number, to: number): readonly Service[] {
  const isWhole = from === 0 && to === blockSize - 1;
  switch (block.family) {
    case "ports":
      return [{ protocol: block.protocol, ports: isWhole ? "all" : { from, to } }];
    case "icmp":
      return isWhole ? [{ protocol: block.protocol, icmp: "all" }] : icmpServices(block.protocol, from, to);
    case "other":
      return [block.protocol === "any" ? { protocol: "unnamed" } : { protocol: block.protocol }];
    case "unnamed":
      return [{ protocol: "unnamed" }];
  }
}

/** Some codes of the first type, whole types, some codes of the last one. */
function icmpServices(protocol: IcmpProtocol, from: number, to: number): readonly Service[] {
  const services: Service[] = [];
  for (let place = from; place <= to;) {
    const type = Math.floor(place / icmpCodes);
    const code = place % icmpCodes;
    const lastWhole = Math.floor((to + 1) / icmpCodes) - 1;
    if (code === 0 && lastWhole >= type) {
      services.push({ protocol, icmp: { types: { from: type, to: lastWhole } } });
      place = (lastWhole + 1) * icmpCodes;
    } else {
      const last = Math.min(to, (type + 1) * icmpCodes - 1);
      services.push({ protocol, icmp: { type, codes: { from: code, to: last % icmpCodes } } });
      place = last + 1;
    }
  }
  return services;
}
