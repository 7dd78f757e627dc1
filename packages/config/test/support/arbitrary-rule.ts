import { normalizeRule, protocolEntries, type RuleDraft, type Rule } from "@secgroup/core";
import fc from "fast-check";

const small = fc.integer({ min: 0, max: 255 });
const ipv4 = fc.tuple(small, small, small).map(([a, b, c]) => `${a}.${b}.${c}.0/24`);
const ipv6 = fc.tuple(small, small).map(([a, b]) => `2001:db8:${a.toString(16)}:${b.toString(16)}::/64`);
const port = fc.integer({ min: 1, max: 65535 });
const text = fc.oneof(
  fc.constant(""),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("${A}", "$${", "a: b", "# c", "- x", "null", "12", "\n", "<<", "'\"", "\u0085\u2028", "🙂"),
);

/** Names that a cloud might give, with those that YAML, JavaScript and documents treat as something else. */
export const arbitraryName: fc.Arbitrary<string> = fc.oneof(
  text,
  fc.constantFrom(
    "web",
    "db",
    "group-t",
    "web-t",
    "__proto__",
    "constructor",
    "0b0e8ebe-2b0d-4d2b-8b0e-0123456789ab",
    "true",
    "1.0",
    "any",
  ),
);

/** Any canonical rule whose remote is an address or one of these groups; often both IP versions of one. */
export function arbitraryRules(groupIds: readonly string[]): fc.Arbitrary<readonly Rule[]> {
  const draft = fc.record({
    direction: fc.constantFrom("ingress", "egress"),
    protocol: fc.constantFrom(
      "tcp",
      "udp",
      "icmp",
      "ipv6-icmp",
      "any",
      ...protocolEntries.map((entry) => entry.protocol),
    ),
    ports: fc.option(fc.tuple(port, port)),
    icmp: fc.option(fc.record({ type: small, code: fc.option(small) })),
    ipVersion: fc.option(fc.constantFrom("IPv4", "IPv6")),
    remote: fc.oneof(
      fc.constant(undefined),
      ipv4,
      ipv6,
      fc.constantFrom(...groupIds).map((id) => ({ id })),
    ),
    local: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.oneof(ipv4, ipv6) }),
    sourceMac: fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constant("02:01:0a:0b:0c:0d") },
    ),
    description: text,
  });
  const rules = draft.map(({ ports, icmp, remote, ...fields }): readonly Rule[] => {
    const entry = protocolEntries.find(({ protocol }) => protocol === fields.protocol);
    const match: Partial<RuleDraft> = {
      ...(entry?.family === "ports" && ports && { ports: { from: Math.min(...ports), to: Math.max(...ports) } }),
      ...(entry?.family === "icmp" && icmp && { icmp }),
    };
    const peer = typeof remote === "object" ? { remoteGroup: remote.id } : { remote };
    const normalized = normalizeRule({ ...fields, ...match, ...peer }, "document");
    return normalized.ok ? normalized.rules : [];
  });
  return fc.array(rules, { maxLength: 8 }).map((lists) => lists.flat());
}
