import fc from "fast-check";
import { normalizeRule, protocolEntries, type Rule, type RuleDraft } from "../../src/index.ts";

const byte = fc.integer({ min: 0, max: 255 });
const port = fc.integer({ min: 0, max: 65_535 });

const ipv4 = fc.tuple(byte, byte, byte, byte).map((bytes) => bytes.join("."));
const ipv6 = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), { minLength: 8, maxLength: 8 })
  .map((groups) => groups.map((group) => group.toString(16)).join(":"));

/** Any address or network of the version, host bits included. */
export const networkText = (ipVersion: "IPv4" | "IPv6"): fc.Arbitrary<string> =>
  ipVersion === "IPv4"
    ? fc.oneof(
        ipv4,
        fc.tuple(ipv4, fc.integer({ min: 0, max: 32 })).map(([address, length]) => `${address}/${length}`),
      )
    : fc.oneof(
        ipv6,
        fc.tuple(ipv6, fc.integer({ min: 0, max: 128 })).map(([address, length]) => `${address}/${length}`),
      );

const side = (ipVersion: "IPv4" | "IPv6"): fc.Arbitrary<string | undefined> =>
  fc.option(networkText(ipVersion), { nil: undefined });

/** Drafts that a cloud could answer with. */
export const cloudDraft: fc.Arbitrary<RuleDraft> = fc
  .record({
    entry: fc.constantFrom(...protocolEntries, undefined),
    ipVersion: fc.constantFrom("IPv4" as const, "IPv6" as const),
  })
  .chain(({ entry, ipVersion: wanted }) => {
    const ipVersion = entry?.only ?? wanted;
    return fc.record({
      direction: fc.constantFrom("ingress", "egress"),
      ipVersion: fc.constant(ipVersion),
      protocol: fc.constant(entry?.protocol),
      ports:
        entry?.family === "ports"
          ? fc.option(
              fc.tuple(port, port).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
              { nil: undefined },
            )
          : fc.constant(undefined),
      icmp:
        entry?.family === "icmp"
          ? fc.option(fc.record({ type: byte, code: fc.option(byte, { nil: undefined }) }), { nil: undefined })
          : fc.constant(undefined),
      remote: side(ipVersion),
      local: side(ipVersion),
      sourceMac: fc.option(
        fc
          .array(byte, { minLength: 6, maxLength: 6 })
          .map((bytes) => bytes.map((value) => value.toString(16).padStart(2, "0")).join("-")),
        { nil: undefined },
      ),
      description: fc.constantFrom("", "web", "public site"),
    });
  });

/** Canonical rules. */
export const anyRule: fc.Arbitrary<Rule> = cloudDraft.map((draft) => rulesOf(draft)[0] ?? fail());

/** Rules of which many are equal, for what compares sets. */
export const crowdedRule: fc.Arbitrary<Rule> = fc
  .record({
    direction: fc.constantFrom("ingress", "egress"),
    protocol: fc.constantFrom("tcp", "udp"),
    ports: fc.constantFrom({ from: 22, to: 22 }, { from: 80, to: 81 }),
    remote: fc.constantFrom("10.0.0.0/8", "192.0.2.0/24"),
    description: fc.constantFrom("", "a"),
  })
  .map((draft) => rulesOf(draft)[0] ?? fail());

/** The rules of a draft that must be right. */
export function rulesOf(draft: RuleDraft, source: "cloud" | "document" = "cloud"): readonly Rule[] {
  const normalized = normalizeRule(draft, source);
  if (!normalized.ok) throw new Error(JSON.stringify(normalized.problems));
  return normalized.rules;
}

/** The one rule of a draft that must be right. */
export function ruleOf(draft: RuleDraft): Rule {
  return rulesOf(draft)[0] ?? fail();
}

function fail(): never {
  throw new Error("the draft gave no rule");
}
