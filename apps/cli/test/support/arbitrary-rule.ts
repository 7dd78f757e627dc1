import {
  checkSupport,
  normalizeRule,
  protocolEntries,
  type Capabilities,
  type Rule,
  type RuleDraft,
} from "@secgroup/core";
import fc from "fast-check";

const byte = fc.integer({ min: 0, max: 255 });
const port = fc.integer({ min: 1, max: 65_535 });
const address = (version: "IPv4" | "IPv6"): fc.Arbitrary<string> =>
  version === "IPv4"
    ? fc.tuple(byte, byte, fc.constantFrom("/32", "", "/24")).map(([a, b, length]) => `10.${a}.${b}.0${length}`)
    : fc.tuple(byte, fc.constantFrom("/128", "", "/64")).map(([a, length]) => `2001:db8:${a.toString(16)}::${length}`);

const drafts: fc.Arbitrary<RuleDraft> = fc
  .record({
    entry: fc.constantFrom(...protocolEntries, undefined),
    wanted: fc.constantFrom("IPv4" as const, "IPv6" as const),
  })
  .chain(({ entry, wanted }) => {
    const ipVersion = entry?.only ?? wanted;
    const side = fc.option(address(ipVersion), { nil: undefined });
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
      remote: side,
      local: fc.option(address(ipVersion), { nil: undefined, freq: 1 }),
      sourceMac: fc.option(fc.constant("02:01:0a:0b:0c:0d"), { nil: undefined, freq: 1 }),
      description: fc.constantFrom("", "web", "public site"),
    });
  });

/** Rules that the cloud can express: what it has no field for is left out, what it knows no word for is not generated. */
export const arbitraryRule = (capabilities: Capabilities): fc.Arbitrary<Rule> =>
  drafts
    .map((draft) => ({
      ...draft,
      local: capabilities.localAddress.supported ? draft.local : undefined,
      sourceMac: capabilities.sourceMac.supported ? draft.sourceMac : undefined,
    }))
    .map((draft) => {
      const normalized = normalizeRule(draft, "document");
      if (!normalized.ok || normalized.rules[0] === undefined) throw new Error(JSON.stringify({ draft, normalized }));
      return normalized.rules[0];
    })
    .filter(
      (rule) =>
        checkSupport(
          { key: "web", desired: { ensure: "present", name: "web", rules: [rule], unlistedRules: "remove" } },
          capabilities,
        ).length === 0,
    );
