import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTrafficSpace, minimizeRules, type Rule } from "../../src/index.ts";
import { anyRule, ruleOf } from "../support/arbitrary-rule.ts";
import { smallRule } from "../traffic/small-universe.ts";
import { fewestRules, gridRule, ingressOfGrid } from "./small-grid.ts";
import { ingress, pick, tcp, words } from "./support.ts";

function minimal(rules: readonly Rule[]): readonly Rule[] {
  return minimizeRules(rules).rules.map(({ rule }) => rule);
}

function icmp(type: number, code?: number): Rule {
  return ingress({ protocol: "icmp", icmp: { type, code } });
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe("the smallest set that merging finds", () => {
  it.each<[string, Rule[], string[]]>([
    ["of none", [], []],
    ["of port ranges that touch", [tcp("80"), tcp("81")], ["tcp/80-81 from any"]],
    ["of port ranges that overlap", [tcp("10-20"), tcp("15-30"), tcp("31")], ["tcp/10-31 from any"]],
    ["of port ranges with a gap", [tcp("80"), tcp("82")], ["tcp/80 from any", "tcp/82 from any"]],
    ["of ports that are all", [tcp("0-99"), tcp("100-65535")], ["tcp from any"]],
    [
      "of ports that are all, the first from elsewhere",
      [tcp("0"), tcp("1-99", "10.0.0.0/8"), tcp("100-65535", "10.0.0.0/8")],
      ["tcp/0 from any", "tcp from 10.0.0.0/8"],
    ],
    [
      "of ports that are all but the first",
      [tcp("1-99"), tcp("100-65535")],
      ["tcp/1-99 from any", "tcp/100-65535 from any"],
    ],
    [
      "of different protocols",
      [tcp("80"), ingress({ protocol: "udp", ports: { from: 81, to: 81 } })],
      ["tcp/80 from any", "udp/81 from any"],
    ],
    ["of two halves of a network", [tcp("22", "10.0.0.0/25"), tcp("22", "10.0.0.128/25")], ["tcp/22 from 10.0.0.0/24"]],
    [
      "of two neighbours that are no halves",
      [tcp("22", "10.0.0.64/26"), tcp("22", "10.0.0.128/26")],
      ["tcp/22 from 10.0.0.64/26", "tcp/22 from 10.0.0.128/26"],
    ],
    [
      "of four quarters",
      ["0", "64", "128", "192"].map((last) => tcp("22", `10.0.0.${last}/26`)),
      ["tcp/22 from 10.0.0.0/24"],
    ],
    ["of two halves of the world", [tcp("22", "0.0.0.0/1"), tcp("22", "128.0.0.0/1")], ["tcp/22 from any"]],
    [
      "of two halves of a local network",
      [ingress({ local: "10.0.0.0/25" }), ingress({ local: "10.0.0.128/25" })],
      ["any from any at 10.0.0.0/24"],
    ],
    ["of all codes of an ICMP type", numbers(256).map((code) => icmp(3, code)), ["icmp/3 from any"]],
    [
      "of all but one code",
      numbers(255).map((code) => icmp(3, code)),
      numbers(255).map((code) => `icmp/3.${code} from any`),
    ],
    ["of all ICMP types", numbers(256).map((type) => icmp(type)), ["icmp from any"]],
    [
      "of groups",
      [ingress({ remoteGroup: "a" }), ingress({ remoteGroup: "b" })],
      ["any from group:a", "any from group:b"],
    ],
    [
      "of a group's ports",
      ["80", "81"].map((port) =>
        ingress({ protocol: "tcp", ports: { from: Number(port), to: Number(port) }, remoteGroup: "a" }),
      ),
      ["tcp/80-81 from group:a"],
    ],
    ["of a group and the world", [ingress({ remoteGroup: "a" }), ingress()], ["any from any"]],
    [
      "of MAC addresses",
      ["0a", "0b"].map((last) => ingress({ sourceMac: `02:00:00:00:00:${last}` })),
      ["any from any mac 02:00:00:00:00:0a", "any from any mac 02:00:00:00:00:0b"],
    ],
    // A rectangle that is cut into three in both ways at once.
    [
      "of rules that are one together",
      [tcp("1-10", "10.0.0.0/25"), tcp("1-20", "10.0.0.128/25"), tcp("11-20", "10.0.0.0/24")],
      ["tcp/1-20 from 10.0.0.0/24"],
    ],
    [
      "of two around what a third covers",
      [tcp("1-9", "10.0.0.0/25"), tcp("21-30", "10.0.0.0/25"), tcp("10-20", "10.0.0.0/24")],
      ["tcp/1-30 from 10.0.0.0/25", "tcp/10-20 from 10.0.0.0/24"],
    ],
    [
      "of one that grows until another is not needed",
      [tcp("11", "10.0.0.0/30"), tcp("10-12", "10.0.0.2/31"), tcp("12-13", "10.0.0.0/31")],
      ["tcp/11-13 from 10.0.0.0/31", "tcp/10-12 from 10.0.0.2/31"],
    ],
    [
      "of two that grow until a third is not needed",
      [tcp("11-12", "10.0.0.0/30"), tcp("10-11", "10.0.0.0/31"), tcp("12-13", "10.0.0.2/31")],
      ["tcp/10-12 from 10.0.0.0/31", "tcp/11-13 from 10.0.0.2/31"],
    ],
  ])("%s", (_name, rules, wanted) => {
    expect(words(minimal(rules))).toEqual(wanted);
    expect(words(minimal(rules.toReversed())).toSorted()).toEqual(wanted.toSorted());
  });

  it("tells what was kept, merged and dropped", () => {
    const rules = [
      tcp("22", "10.0.0.1", "one"),
      tcp("81", undefined, "b"),
      tcp("22", "10.0.0.0/8", "ten"),
      tcp("80", undefined, "a"),
    ];
    expect(minimizeRules(rules)).toEqual({
      rules: [
        { rule: tcp("80-81", undefined, "b; a"), from: [1, 3] },
        { rule: rules[2], from: [2] },
      ],
      dropped: [{ rule: 0, coveredBy: [1] }],
    });
  });

  it("keeps what is not needed for a merge, and drops what a merge makes redundant", () => {
    const rules = [
      tcp("1", "10.0.0.0/31"),
      tcp("3-4", "10.0.0.0/31"),
      tcp("2", "10.0.0.0/30"),
      tcp("2-4", "10.0.0.2/31"),
    ];
    expect(minimizeRules(rules)).toEqual({
      rules: [
        { rule: tcp("1-4", "10.0.0.0/31"), from: [0, 1] },
        { rule: rules[3], from: [3] },
      ],
      dropped: [{ rule: 2, coveredBy: [0, 1] }],
    });
  });

  it("lets a rule grow no further than it must", () => {
    const rules = [
      tcp("8-10", "10.0.0.0/24"),
      tcp("11", "10.0.0.0/30"),
      tcp("5-12", "10.0.0.2/31"),
      tcp("12-13", "10.0.0.0/31"),
    ];
    expect(minimizeRules(rules).rules).toEqual([
      { rule: rules[0], from: [0] },
      { rule: tcp("11-13", "10.0.0.0/31"), from: [1, 3] },
      { rule: rules[2], from: [2] },
    ]);
  });

  it.each<[string, string[], string]>([
    ["joins what they say", ["web", "proxy"], "web; proxy"],
    ["says the same once", ["web", "web"], "web"],
    ["leaves out those that say nothing", ["", "web"], "web"],
    ["joins up to 255 characters", ["a".repeat(126), "b".repeat(127)], `${"a".repeat(126)}; ${"b".repeat(127)}`],
    ["takes the first when it is more", ["a".repeat(127), "b".repeat(127)], "a".repeat(127)],
    ["takes the first that says anything", ["", "a".repeat(200), "b".repeat(200)], "a".repeat(200)],
  ])("a merged rule's description %s", (_name, descriptions, wanted) => {
    const rules = descriptions.map((description, index) => tcp(String(80 + index), undefined, description));
    expect(minimal(rules).map(({ description }) => description)).toEqual([wanted]);
  });

  it("never makes one rule of two IP versions or directions", () => {
    const any = (direction: string, ipVersion: string): Rule => ruleOf({ direction, ipVersion });
    const rules = [any("ingress", "IPv4"), any("ingress", "IPv6"), any("egress", "IPv4"), any("egress", "IPv6")];
    expect(minimal(rules)).toEqual(rules);
  });

  it("merges IPv6 networks across the words of their addresses", () => {
    const from = (remote: string): Rule => ruleOf({ direction: "ingress", ipVersion: "IPv6", remote });
    expect(minimal([from("2001:db8:0:0::/64"), from("2001:db8:0:1::/64")])).toEqual([from("2001:db8::/63")]);
    expect(minimal([from("2001:db8::/32"), from("2001:db9::/32")])).toEqual([from("2001:db8::/31")]);
    expect(minimal([from("2001:db8::1:0:0:0/65"), from("2001:db8::8000:0:0:0/65")])).toEqual([from("2001:db8::/64")]);
    expect(minimal([from("::/1"), from("8000::/1")])).toEqual([from("::/0")]);
  });
});

const sets: [string, fc.Arbitrary<Rule[]>][] = [
  ["small rules", fc.array(smallRule, { maxLength: 10 })],
  ["rules of a grid", fc.array(gridRule, { maxLength: 10 })],
  ["rules of any size", fc.array(anyRule, { maxLength: 8 })],
];

describe.each(sets)("for %s", (_name, arbitrary) => {
  it("the traffic is the same, from no more rules, and minimizing again changes nothing", () => {
    let merged = 0;
    fc.assert(
      fc.property(arbitrary, (rules) => {
        const result = minimizeRules(rules);
        const now = result.rules.map(({ rule }) => rule);
        const space = createTrafficSpace([...rules, ...now]);
        expect(space.of(now)).toBe(space.of(rules));
        expect(now.length).toBeLessThanOrEqual(rules.length);
        expect(minimizeRules(now)).toEqual({ rules: now.map((rule, index) => ({ rule, from: [index] })), dropped: [] });
        merged += rules.length - now.length;
      }),
      { numRuns: 500 },
    );
    if (arbitrary !== sets[2]?.[1]) expect(merged).toBeGreaterThan(100);
  });

  it("each rule is in one that it was merged into, or dropped and covered by those named", () => {
    fc.assert(
      fc.property(arbitrary, (rules) => {
        const { rules: minimal, dropped } = minimizeRules(rules);
        const space = createTrafficSpace([...rules, ...minimal.map(({ rule }) => rule)]);
        const standing = new Set(minimal.flatMap(({ from }) => from));
        const gone = dropped.map(({ rule }) => rule);
        expect([...standing, ...gone].toSorted((a, b) => a - b)).toEqual(rules.map((_, index) => index));
        for (const { rule, coveredBy } of dropped) {
          const covering = pick(minimal, coveredBy).map((one) => one.rule);
          expect(space.contains(space.of(covering), space.of(pick(rules, [rule])))).toBe(true);
        }
        for (const { rule, from } of minimal) {
          expect(from).toEqual(from.toSorted((a, b) => a - b));
          if (from.length === 1) expect(pick(rules, from)).toEqual([rule]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("the order of the rules does not change the traffic", () => {
    fc.assert(
      fc.property(
        arbitrary.chain((rules) =>
          fc.tuple(fc.constant(rules), fc.shuffledSubarray(rules, { minLength: rules.length })),
        ),
        ([rules, shuffled]) => {
          const [one, other] = [minimal(rules), minimal(shuffled)];
          const space = createTrafficSpace([...one, ...other]);
          expect(space.of(one)).toBe(space.of(other));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("of up to four rules that differ in one field", () => {
  it.each(["ports", "remote"] as const)("the number is the fewest that there can be: %s", (field) => {
    let fewer = 0;
    fc.assert(
      fc.property(fc.array(ingressOfGrid(field), { minLength: 1, maxLength: 4 }), (rules) => {
        const found = minimal(rules).length;
        expect(found).toBe(fewestRules(rules));
        if (found < rules.length) fewer++;
      }),
      { numRuns: 500 },
    );
    expect(fewer).toBeGreaterThan(100);
  });
});

it("minimizes 250 rules well within a second", () => {
  const rules = numbers(250).map((index) =>
    tcp(`${(index % 16) * 100}-${(index % 16) * 100 + ((index * 37) % 150)}`, `10.0.${index >> 4}.0/24`),
  );
  const before = process.cpuUsage();
  minimizeRules(rules);
  expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
});
