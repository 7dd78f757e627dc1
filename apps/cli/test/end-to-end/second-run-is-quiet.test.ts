import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkSupport,
  normalizeRule,
  protocolEntries,
  ruleKey,
  type Capabilities,
  type Rule,
  type RuleDraft,
} from "@secgroup/core";
import { gcoreCapabilities } from "@secgroup/adapter-gcore";
import { ionosCapabilities } from "@secgroup/adapter-ionos";
import { datacenter, present, project, region, twoClouds, writesOf, type CloudName } from "./two-clouds.ts";

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
const rulesFor = (capabilities: Capabilities): fc.Arbitrary<Rule> =>
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
      (rule) => checkSupport({ key: "web", desired: present("web", { rules: [rule] }) }, capabilities).length === 0,
    );

const sets = (capabilities: Capabilities): fc.Arbitrary<Rule[]> =>
  fc.uniqueArray(rulesFor(capabilities), { selector: ruleKey, maxLength: 10 });

const clouds: readonly [CloudName, Capabilities][] = [
  ["ionos", ionosCapabilities],
  ["gcore", gcoreCapabilities],
];

describe.each(clouds)("on %s", (cloud, capabilities) => {
  it("every apply is followed by an empty plan, and the cloud holds as many rules as the document", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sets(capabilities), { minLength: 1, maxLength: 3 }), async (states) => {
        const world = twoClouds();
        for (const rules of states) {
          const desired = [present("web", { description: "Web servers", rules })];
          const report = await world.apply(cloud, desired);
          expect(report.targets[0]?.error).toBeUndefined();
          expect(writesOf(await world.plan(cloud, desired))).toBe(0);
          const [group] =
            cloud === "ionos"
              ? world.simulator.ionos.groups(datacenter)
              : world.simulator.gcore.groups(project, region);
          expect(group?.rules).toHaveLength(rules.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
