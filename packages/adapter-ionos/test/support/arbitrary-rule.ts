import { normalizeRule, type Rule } from "@secgroup/core";
import fc from "fast-check";
import { ionosCapabilities } from "../../src/index.ts";

const ipv4 = fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })).map(([address, length]) => `${address}/${length}`);
const ipv6 = fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 128 })).map(([address, length]) => `${address}/${length}`);
const icmpNumber = fc.integer({ min: 0, max: ionosCapabilities.icmpMaximum });
const portPair = fc
  .tuple(fc.integer({ min: 1, max: 65535 }), fc.integer({ min: 1, max: 65535 }))
  .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }));
const icmpMatch = icmpNumber.chain((type) => fc.option(icmpNumber, { nil: undefined }).map((code) => ({ type, code })));
const mac = fc
  .array(fc.integer({ min: 0, max: 255 }), { minLength: 6, maxLength: 6 })
  .map((bytes) => bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(":"));

/** Any canonical rule that IONOS Cloud can express. */
export const arbitraryRule: fc.Arbitrary<Rule> = fc
  .record({
    direction: fc.constantFrom("ingress", "egress"),
    ipVersion: fc.constantFrom("IPv4", "IPv6"),
    protocol: fc.constantFrom(...ionosCapabilities.protocols),
    ports: fc.option(portPair, { nil: undefined }),
    icmp: fc.option(icmpMatch, { nil: undefined }),
    remote: fc.option(fc.tuple(ipv4, ipv6), { nil: undefined }),
    local: fc.option(fc.tuple(ipv4, ipv6), { nil: undefined }),
    sourceMac: fc.option(mac, { nil: undefined }),
    description: fc.string({ unit: "grapheme" }),
  })
  .map((parts): Rule => {
    const { protocol, ports, icmp, remote, local } = parts;
    const ipVersion = protocol === "icmp" ? "IPv4" : protocol === "ipv6-icmp" ? "IPv6" : parts.ipVersion;
    const side = ipVersion === "IPv4" ? 0 : 1;
    const normalized = normalizeRule(
      {
        ...parts,
        ipVersion,
        ports: protocol === "tcp" || protocol === "udp" ? ports : undefined,
        icmp: protocol === "icmp" || protocol === "ipv6-icmp" ? icmp : undefined,
        remote: remote?.[side],
        local: local?.[side],
      },
      "cloud",
    );
    if (!normalized.ok || !normalized.rules[0]) throw new Error(`not a rule: ${JSON.stringify(normalized)}`);
    return normalized.rules[0];
  });

/** The canonical rule behind what a person writes, of one IP version. */
export function ruleOf(draft: Parameters<typeof normalizeRule>[0]): Rule {
  const normalized = normalizeRule({ ipVersion: "IPv4", ...draft }, "document");
  if (!normalized.ok || !normalized.rules[0]) throw new Error(`not a rule: ${JSON.stringify(normalized)}`);
  return normalized.rules[0];
}
