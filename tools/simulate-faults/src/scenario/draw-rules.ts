import type { Dice } from "../dice.ts";
import { matchOf, type CloudName, type PlainRule } from "./plain-rule.ts";

// Nested and overlapping, so that rules often cover each other, alone or together.
const networks = {
  IPv4: ["10.0.0.0/8", "10.0.0.0/9", "10.128.0.0/9", "10.0.0.0/24", "10.0.0.7/32"],
  IPv6: ["2001:db8::/32", "2001:db8::/48", "2001:db8::7/128"],
} as const;
type Ports = readonly [from: number, to: number];
const ranges: readonly [Ports, ...Ports[]] = [
  [20, 29],
  [20, 24],
  [25, 29],
  [22, 22],
  [27, 27],
];

/** One rule of a small world; `peers` are names of groups that it may refer to. */
export function drawRule(dice: Dice, cloud: CloudName, peers: readonly string[]): PlainRule {
  const ipVersion = dice.happens(0.85) ? "IPv4" : "IPv6";
  const protocol = dice.oneOf(["tcp", "tcp", "tcp", "udp", "any", ipVersion === "IPv4" ? "icmp" : "udp"] as const);
  const hasPorts = (protocol === "tcp" || protocol === "udp") && dice.happens(0.8);
  const [peer, ...others] = peers;
  const remote =
    cloud === "gcore" && peer !== undefined && dice.happens(0.2)
      ? { remoteGroup: dice.oneOf([peer, ...others]) }
      : dice.happens(0.75)
        ? { remote: dice.oneOf(networks[ipVersion]) }
        : {};
  return {
    direction: dice.happens(0.85) ? "ingress" : "egress",
    ipVersion,
    protocol,
    ...(hasPorts && { ports: dice.oneOf(ranges) }),
    ...remote,
    description: dice.oneOf(["", "", "web", "ssh"]),
  };
}

export function drawRules(dice: Dice, cloud: CloudName, peers: readonly string[], most: number): readonly PlainRule[] {
  return unique(Array.from({ length: dice.between(0, most) }, () => drawRule(dice, cloud, peers)));
}

/** What becomes of rules: some stay, go, come, are written anew in one part, or get another description. */
export function changeRules(
  dice: Dice,
  cloud: CloudName,
  peers: readonly string[],
  rules: readonly PlainRule[],
): readonly PlainRule[] {
  const changed = rules.flatMap((rule): PlainRule[] => {
    switch (dice.oneOf(["keep", "keep", "remove", "edit", "edit", "relabel"] as const)) {
      case "keep":
        return [rule];
      case "remove":
        return [];
      case "edit":
        return [editRule(dice, rule)];
      case "relabel":
        return [cloud === "ionos" ? { ...rule, description: `${rule.description} again` } : rule];
    }
  });
  return unique([...changed, ...drawRules(dice, cloud, peers, 2)]);
}

function editRule(dice: Dice, rule: PlainRule): PlainRule {
  if (rule.ports !== undefined && dice.happens(0.5)) return { ...rule, ports: dice.oneOf(ranges) };
  const { remote: _, remoteGroup: __, ...rest } = rule;
  return { ...rest, remote: dice.oneOf(networks[rule.ipVersion]) };
}

function unique(rules: readonly PlainRule[]): readonly PlainRule[] {
  return [...new Map(rules.map((rule) => [matchOf(rule), rule])).values()];
}
