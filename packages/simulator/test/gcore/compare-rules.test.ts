import { describe, expect, it } from "vitest";
import { compareRules, type StoredRule, type WantedRule } from "../../src/gcore/compare-rules.ts";
import { defaultQuirks, type GcoreQuirks } from "../../src/gcore/gcore-quirks.ts";
import { normalizeRule } from "../../src/gcore/normalize-rule.ts";
import type { RuleRequest } from "../../src/gcore/rule-content.ts";
import { ruleKey } from "../../src/gcore/rule-key.ts";

const ingress = (rule: Partial<RuleRequest>): RuleRequest => ({ direction: "ingress", ...rule });
const normalize = (rule: Partial<RuleRequest>): ReturnType<typeof normalizeRule> =>
  normalizeRule(ingress(rule), "", defaultQuirks);
const stored = (rule: Partial<RuleRequest>): StoredRule => ({ id: "stored", content: normalize(rule), createdAt: 0 });
const wanted = (rule: Partial<RuleRequest>): WantedRule => ({ sent: ingress(rule), content: normalize(rule) });
const comparisons = ["normalized", "normalized-with-description", "as-stored", "literal"] as const;

describe("the key of a duplicate", () => {
  it.each<readonly [Partial<RuleRequest>, Partial<RuleRequest>, boolean]>([
    [{}, { remote_ip_prefix: "0.0.0.0/0" }, true],
    [{ ethertype: "IPv6" }, { ethertype: "IPv6", remote_ip_prefix: "::/0" }, true],
    [{ description: "one" }, { description: "other" }, true],
    [{ remote_ip_prefix: "1.2.3.4" }, { remote_ip_prefix: "1.2.3.4/32" }, true],
    [{}, { ethertype: "IPv6" }, false],
    [{}, { direction: "egress" }, false],
    [{ protocol: "tcp" }, { protocol: "udp" }, false],
    [{ protocol: "ipip" }, { protocol: "ipencap" }, false],
    [{ protocol: "icmp" }, { protocol: "icmp", port_range_min: 0 }, false],
    [{}, { remote_ip_prefix: "0.0.0.0/1" }, false],
  ])("of %j and %j is the same: %s", (one, other, same) => {
    expect(ruleKey(normalize(one), defaultQuirks) === ruleKey(normalize(other), defaultQuirks)).toBe(same);
  });
});

describe("comparing rules", () => {
  it.each<readonly [string, Partial<RuleRequest>, Partial<RuleRequest>, readonly GcoreQuirks["ruleComparison"][]]>([
    ["the same words", { protocol: "tcp" }, { protocol: "tcp" }, comparisons],
    [
      "words that are stored otherwise",
      { remote_ip_prefix: "1.2.3.4" },
      { remote_ip_prefix: "1.2.3.4" },
      ["normalized", "normalized-with-description", "as-stored"],
    ],
    ["the words that are stored", { remote_ip_prefix: "1.2.3.4" }, { remote_ip_prefix: "1.2.3.4/32" }, comparisons],
    ["no prefix for 0.0.0.0/0", { remote_ip_prefix: "0.0.0.0/0" }, {}, ["normalized", "normalized-with-description"]],
    [
      "the whole range for none",
      { protocol: "tcp" },
      { protocol: "tcp", port_range_min: 1, port_range_max: 65_535 },
      ["normalized", "normalized-with-description", "as-stored"],
    ],
    ["another description", { description: "old" }, { description: "new" }, ["normalized"]],
    ["another protocol", { protocol: "tcp" }, { protocol: "udp" }, []],
  ])("finds %s the same or not, by the quirk", (_, there, sent, sameUnder) => {
    for (const comparison of comparisons) {
      const difference = compareRules([stored(there)], [wanted(sent)], {
        ...defaultQuirks,
        ruleComparison: comparison,
      });
      const same = { add: [], remove: [] };
      const other = { add: [normalize(sent)], remove: [stored(there)] };
      expect(difference, comparison).toEqual(sameUnder.includes(comparison) ? same : other);
    }
  });

  it("removes what is not wanted and adds what is not there", () => {
    const keep = stored({ protocol: "tcp" });
    const remove = stored({ protocol: "udp" });
    expect(
      compareRules([keep, remove], [wanted({ protocol: "sctp" }), wanted({ protocol: "tcp" })], {
        ...defaultQuirks,
        ruleComparison: "normalized",
      }),
    ).toEqual({
      add: [normalize({ protocol: "sctp" })],
      remove: [remove],
    });
  });
});
