import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTrafficSpace, noTraffic, protocolEntries, type Rule } from "../../src/index.ts";
import { anyRule, ruleOf } from "../support/arbitrary-rule.ts";
import { isSet, maskOf, matches, packets, smallRule, wordOf } from "./small-universe.ts";

const small = fc.array(smallRule, { maxLength: 6 });

/** Every 41st packet, from another one on in each run. */
function somePackets(start: number): readonly number[] {
  return packets.flatMap((_packet, index) => (index % 41 === start % 41 ? [index] : []));
}

describe("in a small world, packet by packet", () => {
  it("every operation holds the packets that the rules say", () => {
    let compared = 0;
    fc.assert(
      fc.property(small, small, fc.nat(), (a, b, start) => {
        const space = createTrafficSpace([...a, ...b]);
        const [left, right] = [space.of(a), space.of(b)];
        const [inLeft, inRight] = [maskOf(a), maskOf(b)];
        const sets = [left, space.union(left, right), space.intersection(left, right), space.difference(left, right)];
        for (const index of somePackets(start)) {
          const packet = packets[index];
          if (packet === undefined) continue;
          const [l, r] = [isSet(inLeft, index), isSet(inRight, index)];
          expect(sets.map((set) => space.includes(set, packet))).toEqual([l, l || r, l && r, l && !r]);
          compared++;
        }
      }),
      { numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(100_000);
  });

  it("containment, equality and emptiness are those of the packets, and so are samples", () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        const space = createTrafficSpace([...a, ...b]);
        const [left, right] = [space.of(a), space.of(b)];
        const [inLeft, inRight] = [maskOf(a), maskOf(b)];
        const onlyLeft = inLeft.some((bits, word) => (bits & ~wordOf(inRight, word)) !== 0);
        const onlyRight = inRight.some((bits, word) => (bits & ~wordOf(inLeft, word)) !== 0);
        const rest = space.difference(left, right);
        expect(space.contains(right, left)).toBe(!onlyLeft);
        expect(left === right).toBe(!onlyLeft && !onlyRight);
        expect(rest === noTraffic).toBe(!onlyLeft);
        const sample = space.sample(rest);
        expect(sample !== undefined).toBe(onlyLeft);
        if (sample === undefined) return;
        expect(space.includes(rest, sample)).toBe(true);
        expect([a, b].map((rules) => rules.some((rule) => matches(rule, sample)))).toEqual([true, false]);
      }),
      { numRuns: 5000 },
    );
  });

  it("lines together are exactly the set", () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        const space = createTrafficSpace([...a, ...b]);
        const set = space.difference(space.of(a), space.of(b));
        const lines = space.describe(set);
        expect(lines.reduce((sum, line) => space.union(sum, space.ofLine(line)), noTraffic)).toBe(set);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("on full-size rules", () => {
  it("union, intersection and difference keep the laws of sets", () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 8 }), fc.array(anyRule, { maxLength: 8 }), (a, b) => {
        const space = createTrafficSpace([...a, ...b]);
        const [left, right] = [space.of(a), space.of(b)];
        const union = space.union(left, right);
        expect(union).toBe(space.of([...b, ...a]));
        expect(space.union(space.difference(left, right), space.intersection(left, right))).toBe(left);
        expect(space.difference(union, right)).toBe(space.difference(left, right));
        expect(space.union(right, left)).toBe(union);
        expect(space.intersection(right, left)).toBe(space.intersection(left, right));
        for (const rule of a) expect(space.contains(left, space.of([rule]))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

const tcp = (parts: object): Rule => ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol: "tcp", ...parts });
const any = (parts: object = {}): Rule => ruleOf({ direction: "ingress", ipVersion: "IPv4", ...parts });

describe("what covers what", () => {
  it.each<[string, Rule[], Rule[], boolean]>([
    [
      "two halves of the world are the world",
      [any({ remote: "0.0.0.0/1" }), any({ remote: "128.0.0.0/1" })],
      [any()],
      true,
    ],
    ["the world covers a group", [any()], [any({ remoteGroup: "g" })], true],
    [
      "two halves of the world cover a group",
      [any({ remote: "0.0.0.0/1" }), any({ remote: "128.0.0.0/1" })],
      [any({ remoteGroup: "g" })],
      true,
    ],
    ["a group does not cover the world", [any({ remoteGroup: "g" })], [any()], false],
    ["a group does not cover an address", [any({ remoteGroup: "g" })], [any({ remote: "10.0.0.1" })], false],
    ["an address does not cover a group", [any({ remote: "0.0.0.0/1" })], [any({ remoteGroup: "g" })], false],
    ["any protocol covers tcp", [any()], [tcp({})], true],
    ["any protocol covers a port", [any()], [tcp({ ports: { from: 22, to: 22 } })], true],
    [
      "neighbouring port ranges make one",
      [tcp({ ports: { from: 1, to: 9 } }), tcp({ ports: { from: 10, to: 20 } })],
      [tcp({ ports: { from: 5, to: 15 } })],
      true,
    ],
    [
      "ports 0 to 65535 are all ports",
      [tcp({ ports: { from: 0, to: 99 } }), tcp({ ports: { from: 100, to: 65_535 } })],
      [tcp({})],
      true,
    ],
    [
      "all codes cover a code",
      [any({ protocol: "icmp", icmp: { type: 3 } })],
      [any({ protocol: "icmp", icmp: { type: 3, code: 4 } })],
      true,
    ],
    [
      "a code does not cover its type",
      [any({ protocol: "icmp", icmp: { type: 3, code: 4 } })],
      [any({ protocol: "icmp", icmp: { type: 3 } })],
      false,
    ],
    ["ipip and ipencap are one protocol", [any({ protocol: "ipip" })], [any({ protocol: "ipencap" })], true],
    ["IPv6 covers no IPv4", [any({ ipVersion: "IPv6" })], [any()], false],
    ["egress covers no ingress", [any({ direction: "egress" })], [any()], false],
    ["a local address covers no other", [any({ local: "10.0.0.1" })], [any({ local: "10.0.0.2" })], false],
    ["a MAC address does not cover any", [any({ sourceMac: "02:00:00:00:00:01" })], [any()], false],
    [
      "half of IPv6 twice",
      [any({ ipVersion: "IPv6", remote: "::/1" }), any({ ipVersion: "IPv6", remote: "8000::/1" })],
      [any({ ipVersion: "IPv6" })],
      true,
    ],
  ])("%s", (_name, whole, part, covers) => {
    const space = createTrafficSpace([...whole, ...part]);
    expect(space.contains(space.of(whole), space.of(part))).toBe(covers);
  });

  it("all protocols with a keyword are less than any", () => {
    for (const ipVersion of ["IPv4", "IPv6"] as const) {
      const named = protocolEntries
        .filter(({ only }) => only === undefined || only === ipVersion)
        .map(({ protocol }) => any({ ipVersion, protocol }));
      const space = createTrafficSpace([...named, any({ ipVersion })]);
      const rest = space.difference(space.of([any({ ipVersion })]), space.of(named));
      expect(space.sample(rest)).toMatchObject({ ipVersion, protocol: "unnamed" });
      expect(space.describe(rest)).toMatchObject([
        { services: { kind: "only", items: [{ protocol: "unnamed" }] }, remotes: { kind: "all" } },
      ]);
    }
  });
});
