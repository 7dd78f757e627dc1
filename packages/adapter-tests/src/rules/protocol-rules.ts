import { protocolEntries, type Capabilities, type Protocol, type ProtocolEntry, type Rule } from "@secgroup/core";
import { ruleOf } from "./rule-of.ts";

/** Every protocol that a rule can name. */
export const allProtocols: readonly Protocol[] = ["any", ...protocolEntries.map(({ protocol }) => protocol)];

/** What the core knows of a protocol; nothing of `any`. */
export function entryOf(protocol: Protocol): ProtocolEntry | undefined {
  return protocolEntries.find((entry) => entry.protocol === protocol);
}

/** The IP versions on which the protocol exists. */
export function versionsOf(protocol: Protocol): readonly ("IPv4" | "IPv6")[] {
  const only = entryOf(protocol)?.only;
  return only === undefined ? ["IPv4", "IPv6"] : [only];
}

/** Rules of one protocol: in each IP version as a whole, out, with an address, and with what it has of ports or types. */
export function rulesOfProtocol(protocol: Protocol, { portMinimum, icmpMaximum }: Capabilities): readonly Rule[] {
  const family = entryOf(protocol)?.family;
  return versionsOf(protocol).flatMap((ipVersion) => {
    const remote = ipVersion === "IPv4" ? "198.51.100.0/24" : "2001:db8:a::/48";
    const whole = { protocol, ipVersion };
    const detailed =
      family === "ports"
        ? [
            { ...whole, ports: { from: Math.max(portMinimum, 80), to: 443 }, remote },
            { ...whole, ports: { from: 65_535, to: 65_535 }, description: "the last port" },
          ]
        : family === "icmp"
          ? [
              { ...whole, icmp: { type: Math.min(8, icmpMaximum) }, remote },
              { ...whole, icmp: { type: 3, code: 0 }, description: "type and code" },
            ]
          : [{ ...whole, remote }];
    return [whole, { ...whole, direction: "egress" }, ...detailed].map(ruleOf);
  });
}
