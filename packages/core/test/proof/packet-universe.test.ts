import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RuleDraft } from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { includes, packetCount, trafficOf, type Bits } from "./support/packet-universe.ts";
import { smallRule } from "./support/small-rules.ts";

const trafficOfDrafts = (...drafts: readonly Partial<RuleDraft>[]): Bits =>
  trafficOf(drafts.map((draft) => ruleOf({ direction: "ingress", ipVersion: "IPv4", ...draft })));
const tcp = (from: number, to: number): Partial<RuleDraft> => ({ protocol: "tcp", ports: { from, to } });

describe("traffic as the packets of a universe", () => {
  it("is everything for the rules that match everything, and nothing for no rules", () => {
    const everything = trafficOfDrafts(
      {},
      { ipVersion: "IPv6" },
      { direction: "egress" },
      { direction: "egress", ipVersion: "IPv6" },
    );
    expect(everything).toBe(2n ** BigInt(packetCount) - 1n);
    expect(trafficOf([])).toBe(0n);
  });

  it.for<[name: string, all: Partial<RuleDraft>[], parts: Partial<RuleDraft>[]]>([
    ["the halves of a range", [tcp(20, 26)], [tcp(20, 23), tcp(24, 26)]],
    ["the halves of a network", [{ remote: "10.0.0.0/29" }], [{ remote: "10.0.0.0/30" }, { remote: "10.0.0.4/30" }]],
    ["the halves of the world", [{}], [{ remote: "0.0.0.0/1" }, { remote: "128.0.0.0/1" }]],
    ["a rule and one within it", [tcp(20, 26)], [tcp(20, 26), { ...tcp(22, 23), remoteGroup: "g" }]],
    ["a range with an overlap", [tcp(20, 26)], [tcp(20, 24), tcp(22, 26)]],
  ])("is equal for the whole and %s", ([, all, parts]) => {
    expect(trafficOfDrafts(...parts)).toBe(trafficOfDrafts(...all));
  });

  it.for<[name: string, all: Partial<RuleDraft>, some: Partial<RuleDraft>[]]>([
    [
      "any protocol has more than all that are named",
      {},
      ["tcp", "udp", "icmp", "esp"].map((protocol) => ({ protocol })),
    ],
    ["all ports are more than those that rules name", { protocol: "tcp" }, [tcp(20, 26)]],
    ["any address is more than all groups", {}, [{ remoteGroup: "g" }, { remoteGroup: "h" }]],
    ["either half of the world has more than a network", { remote: "0.0.0.0/1" }, [{ remote: "10.0.0.0/29" }]],
    ["an ICMP type is more than one of its codes", icmp(8), [icmp(8, 0)]],
    ["all of ICMP is more than one type", { protocol: "icmp" }, [icmp(8)]],
    ["any local address is more than one", {}, [{ local: "10.1.0.5" }]],
    ["any MAC address is more than one", {}, [{ sourceMac: "02:00:00:00:00:01" }]],
  ])("knows that %s", ([, all, some]) => {
    const [more, less] = [trafficOfDrafts(all), trafficOfDrafts(...some)];
    expect([includes(more, less), includes(less, more)]).toEqual([true, false]);
  });

  it("knows that a group's members may be anywhere", () => {
    const group = trafficOfDrafts({ remoteGroup: "g" });
    const network = trafficOfDrafts({ remote: "10.0.0.0/29" });
    expect([includes(group, network), includes(network, group)]).toEqual([false, false]);
    expect(group & network).not.toBe(0n);
  });

  it("knows that an address may be in one group, in both or in none", () => {
    const [one, other] = [trafficOfDrafts({ remoteGroup: "g" }), trafficOfDrafts({ remoteGroup: "h" })];
    const any = trafficOfDrafts({});
    for (const part of [one & other, one & ~other, other & ~one, any & ~(one | other)]) expect(part).not.toBe(0n);
  });

  it("has packets for every rule that the arbitraries make", () => {
    fc.assert(fc.property(smallRule, (rule) => trafficOf([rule]) !== 0n));
  });
});

function icmp(type: number, code?: number): Partial<RuleDraft> {
  return { protocol: "icmp", icmp: { type, code } };
}
