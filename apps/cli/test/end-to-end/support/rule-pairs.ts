import fc from "fast-check";
import { matchOf, type PlainRule } from "./plain-rule.ts";
import type { CloudName } from "../two-clouds.ts";

/** What a group holds and what it is to hold. */
export interface RulePair {
  readonly old: readonly PlainRule[];
  readonly next: readonly PlainRule[];
}

/** Stands in for the id of a group, which the cloud gives. */
export const somePeer = "peer";

// Nested and overlapping, so that rules often cover each other, alone or together.
const blocks = {
  IPv4: ["10.0.0.0/29", "10.0.0.0/30", "10.0.0.4/30", "10.0.0.2/31", "10.0.0.3/32", "0.0.0.0/1", "128.0.0.0/1"],
  IPv6: ["2001:db8::/126", "2001:db8::/127", "2001:db8::2/127", "2001:db8::1/128", "::/1", "8000::/1"],
} as const;
const ranges = [
  [20, 26],
  [20, 23],
  [24, 26],
  [21, 24],
  [22, 22],
  [24, 24],
] as const;

const mostly = <Item>(usual: Item, ...others: Item[]): fc.Arbitrary<Item> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

type Match = Pick<PlainRule, "protocol" | "range">;
const ports = fc.option(fc.constantFrom(...ranges), { nil: undefined, freq: 3 });
const match: fc.Arbitrary<Match> = fc.oneof(
  { weight: 8, arbitrary: ports.map((range) => ({ protocol: "tcp" as const, range })) },
  { weight: 2, arbitrary: ports.map((range) => ({ protocol: "udp" as const, range })) },
  {
    weight: 1,
    arbitrary: fc
      .option(fc.constantFrom([8, 0] as const), { nil: undefined })
      .map((range) => ({ protocol: "icmp" as const, range })),
  },
  { weight: 2, arbitrary: fc.constantFrom<Match>({ protocol: "any" }, { protocol: "any" }, { protocol: "gre" }) },
);

type Remote = Pick<PlainRule, "remote" | "remoteGroup">;

const remotes = (cloud: CloudName, ipVersion: PlainRule["ipVersion"]): fc.Arbitrary<Remote> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...blocks[ipVersion]).map((remote) => ({ remote })) },
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: cloud === "gcore" ? 1 : 0, arbitrary: fc.constant({ remoteGroup: somePeer }) },
  );

/** What only rules of IONOS can say. */
const own = (cloud: CloudName): fc.Arbitrary<Pick<PlainRule, "local" | "mac">> =>
  cloud === "gcore"
    ? fc.constant({})
    : fc.record({
        local: mostly(undefined, "10.0.0.0/30", "10.0.0.2/31"),
        mac: mostly(undefined, "02:00:00:00:00:01"),
      });

const rules = (cloud: CloudName): fc.Arbitrary<PlainRule> =>
  mostly<PlainRule["ipVersion"]>("IPv4", "IPv6").chain((ipVersion) =>
    fc
      .record({
        direction: mostly<PlainRule["direction"]>("ingress", "egress"),
        match: match.filter(({ protocol }) => ipVersion === "IPv4" || protocol !== "icmp"),
        remote: remotes(cloud, ipVersion),
        own: ipVersion === "IPv4" ? own(cloud) : fc.constant({}),
        description: fc.constantFrom("", "", "web"),
      })
      .map(({ direction, match, remote, own, description }) => ({
        direction,
        ipVersion,
        ...match,
        ...remote,
        ...own,
        description,
      })),
  );

/** What becomes of a rule; an edit takes one field of it from another rule. */
const fates = ["keep", "remove", "add", "add", "edit", "edit", "relabel"] as const;

/** Old and new rules of a group, with rules that stay, go, come, and change in one field. */
export function rulePairs(cloud: CloudName, maxLength: number): fc.Arbitrary<RulePair> {
  const change = fc.record({
    rule: rules(cloud),
    other: rules(cloud),
    fate: fc.constantFrom(...fates),
    field: fc.constantFrom("remote", "remote", "match", "own"),
  });
  return fc.array(change, { minLength: 1, maxLength }).map((changes) => ({
    old: unique(changes.flatMap(({ rule, fate }) => (fate === "add" ? [] : [rule]))),
    next: unique(
      changes.flatMap(({ rule, other, fate, field }) => {
        if (fate === "remove") return [];
        if (fate === "relabel") return [{ ...rule, description: `${rule.description} again` }];
        return [fate === "edit" ? editOf(rule, other, field) : rule];
      }),
    ),
  }));
}

/** The pair with more rules on either side. */
export function withRules({ old, next }: RulePair, more: RulePair): RulePair {
  return { old: unique([...old, ...more.old]), next: unique([...next, ...more.next]) };
}

function editOf(rule: PlainRule, other: PlainRule, field: "remote" | "match" | "own"): PlainRule {
  if (other.ipVersion !== rule.ipVersion) return rule;
  switch (field) {
    case "remote":
      return { ...rule, remote: other.remote, remoteGroup: other.remoteGroup };
    case "match":
      return { ...rule, protocol: other.protocol, range: other.range };
    case "own":
      return { ...rule, local: other.local, mac: other.mac };
  }
}

function unique(rules: readonly PlainRule[]): readonly PlainRule[] {
  return [...new Map(rules.map((rule) => [matchOf(rule), rule])).values()];
}
