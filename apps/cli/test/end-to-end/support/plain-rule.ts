import { normalizeRule, type Rule } from "@secgroup/core";

/** A rule in words of the tests' own, so that what the product reads and writes is not judged by itself. Absent means any. */
export interface PlainRule {
  readonly direction: "ingress" | "egress";
  readonly ipVersion: "IPv4" | "IPv6";
  readonly protocol: "tcp" | "udp" | "icmp" | "gre" | "any";
  /** Ports; of ICMP, type and code. */
  readonly range?: readonly [from: number, to: number] | undefined;
  /** A block with its length. */
  readonly remote?: string | undefined;
  /** The id of a group; never together with `remote`. */
  readonly remoteGroup?: string | undefined;
  readonly local?: string | undefined;
  readonly mac?: string | undefined;
  readonly description: string;
}

/** What a rule matches, as text. */
export function matchOf({ direction, ipVersion, protocol, range, remote, remoteGroup, local, mac }: PlainRule): string {
  return JSON.stringify([direction, ipVersion, protocol, range, remote, remoteGroup, local, mac]);
}

/** The rule as the product has it in a document. */
export function toRule(plain: PlainRule): Rule {
  const { direction, ipVersion, protocol, range, remote, remoteGroup, local, mac, description } = plain;
  const [from, to] = range ?? [];
  const normalized = normalizeRule(
    {
      direction,
      ipVersion,
      protocol,
      ...(range && (protocol === "icmp" ? { icmp: { type: from, code: to } } : { ports: { from, to } })),
      remote,
      remoteGroup,
      local,
      sourceMac: mac,
      description,
    },
    "document",
  );
  const rule = normalized.ok ? normalized.rules[0] : undefined;
  if (rule === undefined) throw new Error(JSON.stringify({ plain, normalized }));
  return rule;
}
