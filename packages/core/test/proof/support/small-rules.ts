import fc from "fast-check";
import type { Direction, IpVersion, Rule, RuleDraft } from "../../../src/index.ts";
import { normalizeRule } from "../../../src/normalize/normalize-rule.ts";
import { groupIds } from "./packet-universe.ts";

/** A rule of the universe before it has an IP version's addresses and a description. */
interface Shape {
  readonly ipVersion: IpVersion;
  readonly direction: Direction;
  readonly match: Pick<RuleDraft, "protocol" | "ports" | "icmp">;
  readonly remote: (typeof remotePlaces)[number];
  readonly isLocal: boolean;
  readonly isMac: boolean;
}

// Nested and overlapping, so that rules often cover each other alone or together.
const networks = {
  IPv4: {
    low: "0.0.0.0/1",
    high: "128.0.0.0/1",
    all: "10.0.0.0/29",
    left: "10.0.0.0/30",
    right: "10.0.0.4/30",
    pair: "10.0.0.2/31",
    one: "10.0.0.3/32",
  },
  IPv6: {
    low: "2001:db8::/127",
    high: "2001:db8::/127",
    all: "2001:db8::/127",
    left: "2001:db8::/128",
    right: "2001:db8::1/128",
    pair: "2001:db8::1/128",
    one: "2001:db8::1/128",
  },
};
const remotePlaces = ["any", "any", "all", "all", "left", "right", "pair", "one", "low", "high", ...groupIds] as const;
const portRanges = [
  undefined,
  undefined,
  { from: 20, to: 26 },
  { from: 20, to: 23 },
  { from: 24, to: 26 },
  { from: 21, to: 24 },
  { from: 20, to: 21 },
  { from: 22, to: 22 },
  { from: 24, to: 24 },
];

const match: fc.Arbitrary<Shape["match"]> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ protocol: fc.constant("tcp"), ports: fc.constantFrom(...portRanges) }) },
  { weight: 2, arbitrary: fc.record({ protocol: fc.constant("udp"), ports: fc.constantFrom(...portRanges) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      protocol: fc.constant("icmp"),
      icmp: fc.constantFrom(undefined, { type: 8 }, { type: 8, code: 0 }),
    }),
  },
  { weight: 2, arbitrary: fc.constantFrom({ protocol: "any" }, { protocol: "any" }, { protocol: "esp" }) },
);

const shape: fc.Arbitrary<Shape> = fc.record({
  ipVersion: mostly<IpVersion>("IPv4", "IPv6"),
  direction: mostly<Direction>("ingress", "egress"),
  match,
  remote: fc.constantFrom(...remotePlaces),
  isLocal: mostly(false, true),
  isMac: mostly(false, true),
});

/** A rule of the universe. */
export const smallRule: fc.Arbitrary<Rule> = fc
  .tuple(shape, fc.constantFrom("", "a"))
  .map(([chosen, description]) => ruleOf(chosen, description));

/** A rule of the universe, and the same with one or two of its fields taken from another. */
export const smallEdit: fc.Arbitrary<readonly [from: Rule, to: Rule]> = fc
  .tuple(
    shape,
    shape,
    fc.subarray(["match", "match", "remote", "remote", "isLocal", "isMac"] as const, { minLength: 1, maxLength: 2 }),
    fc.constantFrom("", "a"),
  )
  .map(([from, other, fields, description]) => {
    const changes = Object.fromEntries(fields.map((field) => [field, other[field]]));
    return [ruleOf(from, ""), ruleOf({ ...from, ...changes }, description)];
  });

function ruleOf({ ipVersion, direction, match, remote, isLocal, isMac }: Shape, description: string): Rule {
  const isGroup = remote === "g" || remote === "h";
  const normalized = normalizeRule(
    {
      direction,
      ipVersion,
      ...match,
      remote: remote === "any" || isGroup ? undefined : networks[ipVersion][remote],
      remoteGroup: isGroup ? remote : undefined,
      local: isLocal ? { IPv4: "10.1.0.5", IPv6: "2001:db8:1::5" }[ipVersion] : undefined,
      sourceMac: isMac ? "02:00:00:00:00:01" : undefined,
      description,
    },
    "cloud",
  );
  const [rule] = normalized.ok ? normalized.rules : [];
  if (rule === undefined) throw new Error(JSON.stringify(normalized));
  return rule;
}

function mostly<Value>(usual: Value, other: Value): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(other) });
}
