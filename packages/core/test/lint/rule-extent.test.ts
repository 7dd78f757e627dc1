import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTrafficSpace, noTraffic, type Rule } from "../../src/index.ts";
import { extentOf, isWithin, meets, widthOf } from "../../src/lint/rule-extent.ts";
import { anyRule, ruleOf } from "../support/arbitrary-rule.ts";
import { smallRule } from "../traffic/small-universe.ts";
import { ingress, tcp } from "./support.ts";

const ipv6 = ruleOf({ direction: "ingress", ipVersion: "IPv6" });
const egress = ruleOf({ direction: "egress", ipVersion: "IPv4", protocol: "tcp" });
const group = (remoteGroup: string): Rule => ingress({ protocol: "tcp", remoteGroup });

describe("the extent of a rule", () => {
  it.each<[string, Rule, Rule, boolean]>([
    ["itself", tcp("22"), tcp("22"), true],
    ["wider ports", tcp("22"), tcp("20-30"), true],
    ["narrower ports", tcp("20-30"), tcp("22"), false],
    ["all protocols", tcp("22"), ingress(), true],
    ["a network around it", tcp("22", "10.0.0.0/9"), tcp("22", "10.0.0.0/8"), true],
    ["a network within", tcp("22", "10.0.0.0/8"), tcp("22", "10.0.0.0/9"), false],
    ["one local address", tcp("22"), ingress({ protocol: "tcp", local: "10.0.0.1" }), false],
    ["one MAC address", tcp("22"), ingress({ protocol: "tcp", sourceMac: "02:00:00:00:00:01" }), false],
    ["the other IP version", ingress(), ipv6, false],
    ["the other direction", tcp(), egress, false],
    ["a group, though its members may have any address", tcp("22", "10.0.0.1"), group("a"), false],
    ["another group", group("a"), group("b"), false],
    ["everybody, a group too", group("a"), tcp(), true],
    ["a network, of a group", group("a"), tcp(undefined, "0.0.0.0/1"), false],
  ])("lies within that of %s, or not", (_name, part, whole, within) => {
    expect(isWithin(extentOf(part), extentOf(whole))).toBe(within);
  });

  it.each<[string, Rule, Rule, boolean]>([
    ["ports that overlap", tcp("1-5"), tcp("5-9"), true],
    ["ports that touch", tcp("1-4"), tcp("5-9"), false],
    ["the other IP version", tcp(), ipv6, false],
    ["the other direction", tcp(), egress, false],
  ])("meets %s, or not", (_name, a, b, met) => {
    expect([meets(extentOf(a), extentOf(b)), meets(extentOf(b), extentOf(a))]).toEqual([met, met]);
  });

  it("says of any two rules what their packets say", () => {
    const rule = fc.oneof(smallRule, anyRule);
    fc.assert(
      fc.property(rule, rule, (a, b) => {
        const space = createTrafficSpace([a, b]);
        const [packetsOfA, packetsOfB] = [space.of([a]), space.of([b])];
        const [extentOfA, extentOfB] = [extentOf(a), extentOf(b)];
        expect(isWithin(extentOfA, extentOfB)).toBe(space.contains(packetsOfB, packetsOfA));
        expect(meets(extentOfA, extentOfB)).toBe(space.intersection(packetsOfA, packetsOfB) !== noTraffic);
        if (isWithin(extentOfA, extentOfB)) expect(widthOf(extentOfA)).toBeLessThanOrEqual(widthOf(extentOfB));
      }),
      { numRuns: 2000 },
    );
  });
});
