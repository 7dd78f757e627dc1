import type { FirewallRuleProtocol } from "@secgroup/api-types/ionos";
import type { Protocol } from "@secgroup/core";

// A new protocol in the spec is a compile error here until somebody decides what it means.
const keywords: Readonly<Record<FirewallRuleProtocol, Protocol>> = {
  TCP: "tcp",
  UDP: "udp",
  ICMP: "icmp",
  ICMPv6: "ipv6-icmp",
  GRE: "gre",
  VRRP: "vrrp",
  ESP: "esp",
  AH: "ah",
  ANY: "any",
};

function invert<Key extends string, Value>(table: Readonly<Record<Key, Value>>): ReadonlyMap<Value, Key> {
  const inverted = new Map<Value, Key>();
  for (const key in table) inverted.set(table[key], key);
  return inverted;
}

/** The spelling of each protocol that IONOS knows (CloudAPI v6, schema FirewallruleProperties). */
export const protocolNames: ReadonlyMap<Protocol, FirewallRuleProtocol> = invert(keywords);
