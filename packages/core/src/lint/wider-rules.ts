import type { Local, PortRange, Rule } from "../model/rule.ts";
import { closeNetworks, readNetwork, type Network } from "./close-networks.ts";
import { holds } from "./rule-extent.ts";

const lastPort = 65_535;

/** The values that fields of some rules may come to have when the rules are merged. */
export interface FieldValues {
  /** First ports, falling. */
  readonly firstPorts: readonly number[];
  /** Last ports, rising. */
  readonly lastPorts: readonly number[];
  /** Networks, every one before those around it. */
  readonly remotes: readonly Network[];
  readonly locals: readonly Network[];
}

export function fieldValues(rules: readonly Rule[]): FieldValues {
  const ranges = rules.flatMap((rule) => ("ports" in rule && rule.ports !== "all" ? [rule.ports] : []));
  const networks = (end: "remote" | "local"): readonly Network[] =>
    closeNetworks(rules.flatMap((rule) => (rule[end].kind === "cidr" ? [rule[end].cidr] : [])));
  return {
    firstPorts: [...new Set(ranges.map(({ from }) => from))].sort((a, b) => b - a),
    lastPorts: [...new Set(ranges.map(({ to }) => to))].sort((a, b) => a - b),
    remotes: networks("remote"),
    locals: networks("local"),
  };
}

/** The ways in which a rule can grow in one field by itself: each a list of rules that are ever wider. */
export function widerRules(rule: Rule, values: FieldValues): readonly (readonly Rule[])[] {
  return [
    ...widerPorts(rule, values),
    widerMatches(rule),
    widerEnds(rule.remote, values.remotes).map((remote): Rule => ({ ...rule, remote })),
    widerEnds(rule.local, values.locals).map((local): Rule => ({ ...rule, local })),
    rule.sourceMac === "any" ? [] : [{ ...rule, sourceMac: "any" }],
  ];
}

function widerPorts(rule: Rule, { firstPorts, lastPorts }: FieldValues): readonly (readonly Rule[])[] {
  if (!("ports" in rule) || rule.ports === "all") return [];
  const { from, to } = rule.ports;
  // What reaches from one end to the other is all ports, or has no canonical form.
  const withPorts = (ports: PortRange): readonly Rule[] =>
    ports.from <= 1 && ports.to === lastPort ? [] : [{ ...rule, ports }];
  return [
    firstPorts.filter((first) => first < from).flatMap((first) => withPorts({ from: first, to })),
    lastPorts.filter((last) => last > to).flatMap((last) => withPorts({ from, to: last })),
  ];
}

/** The whole ICMP type, the whole protocol, and all protocols, as far as the rule is none of them. */
export function widerMatches(rule: Rule): readonly Rule[] {
  const { direction, ipVersion, remote, local, sourceMac, description } = rule;
  const ends = { direction, ipVersion, remote, local, sourceMac, description };
  const wider: Rule[] = [];
  if ("icmp" in rule && rule.icmp !== "all") {
    if (rule.icmp.code !== undefined) wider.push({ ...rule, icmp: { type: rule.icmp.type } });
    wider.push({ ...rule, icmp: "all" });
  }
  if ("ports" in rule && rule.ports !== "all") wider.push({ ...rule, ports: "all" });
  if (rule.protocol !== "any") wider.push({ ...ends, protocol: "any" });
  return wider;
}

function widerEnds(end: Rule["remote"], networks: readonly Network[]): readonly Local[] {
  // Whatever covers a group from anywhere covers the group too, so that a rule from a group that is needed never grows beyond it.
  if (end.kind !== "cidr") return [];
  const own = readNetwork(end.cidr);
  const around = networks.filter((network) => isAround(network, own));
  return [...around.map(({ cidr }): Local => ({ kind: "cidr", cidr })), { kind: "any" }];
}

function isAround(outer: Network, inner: Network): boolean {
  return outer.ipVersion === inner.ipVersion && outer.cidr !== inner.cidr && holds(outer, inner);
}
