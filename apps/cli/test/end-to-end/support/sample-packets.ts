import { readBlock, type PlainPacket } from "./plain-packet.ts";
import type { PlainRule } from "./plain-rule.ts";

const protocols = ["tcp", "udp", "icmp", "gre", "other"] as const;
const someMac = "02:00:00:00:00:99";

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = (seed * 2 + 1) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Packets at the edges of the rules, just inside and just outside, and mixtures of what different rules say. */
export function samplePackets(rules: readonly PlainRule[], random: () => number, count: number): PlainPacket[] {
  if (rules.length === 0) return [];
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item =>
    items[Math.floor(random() * items.length)] ?? items[0];
  const pickRule = (): PlainRule => rules[Math.floor(random() * rules.length)] ?? fallback;
  const pickAddress = (block: string | undefined, ipVersion: PlainRule["ipVersion"], stray: boolean): bigint => {
    const isOwn = block !== undefined && block.includes(":") === (ipVersion === "IPv6");
    const [lowest, highest] = readBlock(anywhere[ipVersion]);
    const [first, last] = isOwn ? readBlock(block) : [lowest, highest];
    const inside = pick([first, last, first + (last - first) / 2n]);
    return stray ? pick([inside, first > lowest ? first - 1n : last, last < highest ? last + 1n : first]) : inside;
  };
  return Array.from({ length: count }, () => {
    const rule = pickRule();
    // Most packets are inside of one rule; some take a field from somewhere else.
    const stray = (): boolean => random() < 0.15;
    const { direction, ipVersion } = rule;
    const from = stray() ? pickRule() : rule;
    const protocol = from.protocol === "any" ? pick(protocols) : from.protocol;
    const [low, high] = from.range ?? [1, 65_535];
    const port = stray() ? pick([Math.max(1, low - 1), Math.min(65_535, high + 1)]) : pick([low, high]);
    return {
      direction,
      ipVersion,
      protocol,
      numbers: protocol === "icmp" ? [low % 255, high % 255] : [port, port],
      remote: pickAddress((stray() ? pickRule() : rule).remote, ipVersion, stray()),
      memberOf: stray() ? pickRule().remoteGroup : rule.remoteGroup,
      local: pickAddress((stray() ? pickRule() : rule).local, ipVersion, stray()),
      mac: (stray() ? pickRule() : rule).mac ?? someMac,
    };
  });
}

const anywhere = { IPv4: "0.0.0.0/0", IPv6: "::/0" } as const;
const fallback: PlainRule = { direction: "ingress", ipVersion: "IPv4", protocol: "any", description: "" };
