import { canUpdateInPlace, type RuleDraft } from "@secgroup/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ionosCapabilities } from "../src/index.ts";
import { readRule } from "../src/read-rule.ts";
import { writeRule } from "../src/write-rule.ts";
import { writeRuleChange } from "../src/write-rule-change.ts";
import { arbitraryRule, ruleOf } from "./support/arbitrary-rule.ts";
import { errorOf } from "./support/error-of.ts";

const readings = ["targetIp", "sourceIp"] as const;
const tcp: RuleDraft = { direction: "ingress", protocol: "tcp" };
const out: RuleDraft = { ...tcp, direction: "egress" };
const icmp: RuleDraft = { direction: "ingress", protocol: "icmp" };
const mac = "02:01:0a:0b:0c:0d";

describe("a change is written with these fields and no others", () => {
  const table: readonly (readonly [name: string, from: RuleDraft, to: RuleDraft, wanted: object])[] = [
    ["nothing", tcp, tcp, {}],
    ["a description", { ...tcp, description: "a" }, { ...tcp, description: "b" }, { name: "b" }],
    ["a description set", tcp, { ...tcp, description: "b" }, { name: "b" }],
    ["a description taken away", { ...tcp, description: "a" }, tcp, { name: "" }],
    ["a remote", { ...tcp, remote: "10.0.0.0/8" }, { ...tcp, remote: "10.0.0.7" }, { sourceIp: "10.0.0.7/32" }],
    ["a remote lifted", { ...tcp, remote: "10.0.0.0/8" }, tcp, { sourceIp: null }],
    ["a remote of egress", out, { ...out, remote: "10.0.0.0/8" }, { targetIp: "10.0.0.0/8" }],
    ["a remote of egress lifted", { ...out, remote: "10.0.0.0/8" }, out, { targetIp: null }],
    ["an own address", tcp, { ...tcp, local: "10.0.0.7" }, { targetIp: "10.0.0.7/32" }],
    ["an own address lifted", { ...tcp, local: "10.0.0.7" }, tcp, { targetIp: null }],
    ["a MAC address", tcp, { ...tcp, sourceMac: mac }, { sourceMac: mac }],
    ["a MAC address lifted", { ...tcp, sourceMac: mac }, tcp, { sourceMac: null }],
    [
      "ports where all were open",
      tcp,
      { ...tcp, ports: { from: 22, to: 22 } },
      { portRangeStart: 22, portRangeEnd: 22 },
    ],
    [
      "one end of a range, with the other",
      { ...tcp, ports: { from: 80, to: 80 } },
      { ...tcp, ports: { from: 80, to: 90 } },
      { portRangeStart: 80, portRangeEnd: 90 },
    ],
    ["an ICMP type", icmp, { ...icmp, icmp: { type: 0 } }, { icmpType: 0, icmpCode: null }],
    [
      "an ICMP code",
      { ...icmp, icmp: { type: 3 } },
      { ...icmp, icmp: { type: 3, code: 0 } },
      { icmpType: 3, icmpCode: 0 },
    ],
    [
      "an ICMP code lifted",
      { ...icmp, icmp: { type: 3, code: 0 } },
      { ...icmp, icmp: { type: 3 } },
      { icmpType: 3, icmpCode: null },
    ],
    ["an ICMP type lifted", { ...icmp, icmp: { type: 3, code: 0 } }, icmp, { icmpType: null, icmpCode: null }],
    [
      "everything at once",
      {
        ...tcp,
        ports: { from: 80, to: 80 },
        remote: "10.0.0.0/8",
        local: "10.0.0.7",
        sourceMac: mac,
        description: "a",
      },
      { ...tcp, ports: { from: 443, to: 443 } },
      { name: "", sourceMac: null, sourceIp: null, targetIp: null, portRangeStart: 443, portRangeEnd: 443 },
    ],
  ];
  test.each(table)("%s", (_, from, to, wanted) => {
    expect(writeRuleChange(ruleOf(from), ruleOf(to), "targetIp")).toEqual(wanted);
  });
});

test("with the other reading of egress the remote is the source", () => {
  const from = ruleOf({ ...out, remote: "10.0.0.0/8" });
  const to = ruleOf({ ...out, local: "192.0.2.1" });
  expect(writeRuleChange(from, to, "sourceIp")).toEqual({ sourceIp: null, targetIp: "192.0.2.1/32" });
  expect(writeRuleChange(from, to, "targetIp")).toEqual({ sourceIp: "192.0.2.1/32", targetIp: null });
});

test("a rule that IONOS cannot express is refused, naming the field", async () => {
  const wrong = ruleOf({ ...tcp, remoteGroup: "b3f55c2d" });
  const error = await errorOf(() => writeRuleChange(ruleOf(tcp), wrong, "targetIp"));
  expect(error).toMatchObject({ code: "unsupported", place: { field: "remote" } });
});

const pair = fc
  .tuple(arbitraryRule, arbitraryRule)
  .filter(([from, to]) => canUpdateInPlace(from, to, ionosCapabilities.ruleUpdates));

test("what is there, overlaid with the change, reads as the rule that was wanted, in both readings of egress", () => {
  fc.assert(
    fc.property(pair, fc.constantFrom(...readings), ([from, to], reading) => {
      const properties = { ...writeRule(from, reading), ...writeRuleChange(from, to, reading) };
      const { rule } = readRule({ id: "r1", properties }, reading);
      expect("rule" in rule && rule.rule).toEqual(to);
    }),
  );
});
