import { describe, expect, it } from "vitest";
import { judgeStates } from "./support/judge-states.ts";
import { matches, readBlock, type PlainPacket } from "./support/plain-packet.ts";
import type { PlainRule } from "./support/plain-rule.ts";
import { readGcoreRule, readIonosRule, writeGcoreRule, writeIonosRule } from "./support/wire-rules.ts";

const rule = (parts: Partial<PlainRule> = {}): PlainRule => ({
  direction: "ingress",
  ipVersion: "IPv4",
  protocol: "tcp",
  range: [20, 26],
  remote: "10.0.0.0/29",
  description: "",
  ...parts,
});
const [wide, left, right] = ["10.0.0.0/29", "10.0.0.0/30", "10.0.0.4/30"].map((remote) => rule({ remote }));
const [old, next] = [[wide ?? rule()], [left ?? rule(), rule({ protocol: "udp" })]];

describe("the judgement on states", () => {
  it.each<[string, readonly (readonly PlainRule[])[], readonly string[]]>([
    ["the old and the new rules", [old, next], []],
    ["both at once", [[...old, ...next]], []],
    [
      "what has to stay, in other rules",
      [[rule({ range: [20, 22], remote: "10.0.0.0/30" }), rule({ range: [23, 26] })]],
      [],
    ],
    ["nothing", [[]], ["packet interrupted", "traffic interrupted"]],
    ["a half of what has to stay", [[rule({ remote: "10.0.0.0/31" })]], ["packet interrupted", "traffic interrupted"]],
    ["only what goes", [[right ?? rule()]], ["packet interrupted", "traffic interrupted"]],
    ["one port more", [[...old, rule({ range: [20, 27] })]], ["packet opened", "traffic opened"]],
    ["another direction", [[...old, rule({ direction: "egress" })]], ["traffic opened"]],
    ["every protocol", [[...next, rule({ protocol: "any", range: undefined })]], ["packet opened", "traffic opened"]],
  ])("of %s", (_, states, wanted) => {
    const breaches = judgeStates({ old, next, states }, 1);
    expect(
      [...new Set(breaches.map(({ by, kind }) => `${by} ${kind}`))].toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(wanted);
  });

  it("names the state", () => {
    const states = [old, [], next, []];
    expect(new Set(judgeStates({ old, next, states }, 1).map(({ state }) => state))).toEqual(new Set([1, 3]));
  });
});

describe("the matcher", () => {
  const packet: PlainPacket = {
    direction: "ingress",
    ipVersion: "IPv4",
    protocol: "tcp",
    numbers: [22, 22],
    remote: readBlock("10.0.0.5/32")[0],
    memberOf: "peer",
    local: readBlock("10.0.1.1/32")[0],
    mac: "02:00:00:00:00:01",
  };
  const icmp: Partial<PlainPacket> = { protocol: "icmp", numbers: [8, 0] };

  it.each<[Partial<PlainRule>, Partial<PlainPacket>, boolean]>([
    [{}, {}, true],
    [{ direction: "egress" }, {}, false],
    [{ ipVersion: "IPv6" }, {}, false],
    [{ protocol: "udp" }, {}, false],
    [{ protocol: "any", range: undefined }, { protocol: "other" }, true],
    [{ range: [22, 22] }, {}, true],
    [{ range: [23, 26] }, {}, false],
    [{ range: [20, 21] }, {}, false],
    [{ protocol: "icmp", range: [8, 0] }, icmp, true],
    [{ protocol: "icmp", range: [8, 1] }, icmp, false],
    [{ protocol: "icmp", range: [3, 0] }, icmp, false],
    [{ protocol: "icmp", range: undefined }, icmp, true],
    [{ remote: "10.0.0.4/30" }, {}, true],
    [{ remote: "10.0.0.0/30" }, {}, false],
    [{ remote: undefined }, {}, true],
    [{ remote: undefined, remoteGroup: "peer" }, {}, true],
    [{ remote: undefined, remoteGroup: "other" }, {}, false],
    [{ local: "10.0.1.0/24" }, {}, true],
    [{ local: "10.0.2.0/24" }, {}, false],
    [{ mac: "02:00:00:00:00:01" }, {}, true],
    [{ mac: "02:00:00:00:00:02" }, {}, false],
  ])("of %j and %j says %j", (parts, changed, wanted) => {
    expect(matches(rule(parts), { ...packet, ...changed })).toBe(wanted);
  });

  it.each([
    ["0.0.0.0/0", 0n, 2n ** 32n - 1n],
    ["128.0.0.0/1", 2n ** 31n, 2n ** 32n - 1n],
    ["10.0.0.2/31", 167_772_162n, 167_772_163n],
    ["::/1", 0n, 2n ** 127n - 1n],
    ["2001:db8::2/127", 0x2001_0db8n * 2n ** 96n + 2n, 0x2001_0db8n * 2n ** 96n + 3n],
  ] as const)("reads %s", (text, first, last) => {
    expect(readBlock(text)).toEqual([first, last]);
  });
});

describe("rules of both clouds", () => {
  it.each<PlainRule>([
    rule(),
    rule({ direction: "egress", description: "out" }),
    rule({ ipVersion: "IPv6", remote: "2001:db8::/127", range: undefined }),
    rule({ protocol: "icmp", range: [8, 0] }),
    rule({ protocol: "any", range: undefined, remote: undefined }),
    rule({ protocol: "gre", range: undefined }),
  ])("are read as they were written: %j", (plain) => {
    expect(readIonosRule(writeIonosRule(plain))).toEqual(plain);
    expect(readGcoreRule(writeGcoreRule(plain))).toEqual(plain);
  });

  it("are read as they were written where only one cloud has them", () => {
    const ofIonos = rule({ direction: "egress", local: "10.0.1.0/24", mac: "02:00:00:00:00:01" });
    const ofGcore = rule({ remote: undefined, remoteGroup: "peer" });
    expect(readIonosRule(writeIonosRule(ofIonos))).toEqual(ofIonos);
    expect(readGcoreRule(writeGcoreRule(ofGcore))).toEqual(ofGcore);
  });
});
