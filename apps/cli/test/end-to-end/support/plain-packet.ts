import type { PlainRule } from "./plain-rule.ts";

/** One packet, with everything that a rule can look at. */
export interface PlainPacket {
  readonly direction: PlainRule["direction"];
  readonly ipVersion: PlainRule["ipVersion"];
  /** `other` is a protocol that only a rule for any protocol matches. */
  readonly protocol: Exclude<PlainRule["protocol"], "any"> | "other";
  /** Port twice; of ICMP, type and code. */
  readonly numbers: readonly [first: number, second: number];
  readonly remote: bigint;
  readonly memberOf: string | undefined;
  readonly local: bigint;
  readonly mac: string;
}

/** Whether the rule lets the packet pass. */
export function matches(rule: PlainRule, packet: PlainPacket): boolean {
  return (
    rule.direction === packet.direction &&
    rule.ipVersion === packet.ipVersion &&
    (rule.protocol === "any" || rule.protocol === packet.protocol) &&
    isInRange(rule, packet) &&
    isInBlock(rule.remote, packet.remote) &&
    (rule.remoteGroup === undefined || rule.remoteGroup === packet.memberOf) &&
    isInBlock(rule.local, packet.local) &&
    (rule.mac === undefined || rule.mac === packet.mac)
  );
}

function isInRange({ protocol, range }: PlainRule, { numbers: [first, second] }: PlainPacket): boolean {
  if (range === undefined) return true;
  const [from, to] = range;
  return protocol === "icmp" ? first === from && second === to : from <= first && first <= to;
}

function isInBlock(block: string | undefined, address: bigint): boolean {
  if (block === undefined) return true;
  const [first, last] = readBlock(block);
  return first <= address && address <= last;
}

const known = new Map<string, readonly [first: bigint, last: bigint]>();

/** The first and the last address of a block in text, such as 10.0.0.0/29 or 2001:db8::/64. */
export function readBlock(text: string): readonly [first: bigint, last: bigint] {
  let block = known.get(text);
  if (block === undefined) known.set(text, (block = parseBlock(text)));
  return block;
}

function parseBlock(text: string): readonly [first: bigint, last: bigint] {
  const [address = "", length = ""] = text.split("/");
  const bits = address.includes(":") ? 128 : 32;
  const first = address.includes(":") ? readIpv6(address) : readIpv4(address);
  return [first, first + 2n ** BigInt(bits - Number(length)) - 1n];
}

function readIpv4(text: string): bigint {
  return text.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function readIpv6(text: string): bigint {
  const [head = [], tail = []] = text.split("::").map((part) => part.split(":").filter((group) => group !== ""));
  const groups = [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => "0"), ...tail];
  return groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}
