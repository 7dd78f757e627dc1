import { normalizeRule, type Rule, type RuleDraft } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { describeRules } from "../src/render/describe-rules.ts";

function rules(draft: RuleDraft): readonly Rule[] {
  const normalized = normalizeRule(draft, "document");
  if (!normalized.ok) throw new Error(JSON.stringify(normalized.problems));
  return normalized.rules;
}

function lines(drafts: readonly RuleDraft[], names = new Map<string, string>()): readonly string[] {
  const noted = drafts.flatMap(rules).map((rule) => ({ rule, note: rule.description }));
  return describeRules(noted, names).map(({ text, note }) => `${text}|${note}`);
}

describe("rules on lines", () => {
  it.each<[what: string, drafts: readonly RuleDraft[], wanted: readonly string[]]>([
    [
      "both versions share a line",
      [{ direction: "ingress", protocol: "tcp" }],
      ["ingress tcp from any (IPv4 + IPv6)|"],
    ],
    ["one version stands alone", [{ direction: "egress", ipVersion: "IPv6" }], ["egress any to any (IPv6)|"]],
    [
      "different descriptions stay apart",
      [
        { direction: "ingress", ipVersion: "IPv4", description: "a" },
        { direction: "ingress", ipVersion: "IPv6", description: "b" },
      ],
      ["ingress any from any (IPv4)|a", "ingress any from any (IPv6)|b"],
    ],
    [
      "different addresses stay apart",
      [
        { direction: "ingress", remote: "10.0.0.0/8" },
        { direction: "ingress", remote: "2001:db8::/32" },
      ],
      ["ingress any from 10.0.0.0/8 (IPv4)|", "ingress any from 2001:db8::/32 (IPv6)|"],
    ],
    [
      "what stands twice is not hidden behind one line",
      [{ direction: "ingress" }, { direction: "ingress", ipVersion: "IPv4" }],
      ["ingress any from any (IPv4 + IPv6)|", "ingress any from any (IPv4)|"],
    ],
    [
      "nor when the other half stands twice",
      [{ direction: "ingress" }, { direction: "ingress", ipVersion: "IPv6" }],
      ["ingress any from any (IPv4 + IPv6)|", "ingress any from any (IPv6)|"],
    ],
    [
      "ICMP and ICMPv6 stay apart",
      [
        { direction: "ingress", protocol: "icmp" },
        { direction: "ingress", protocol: "ipv6-icmp" },
      ],
      ["ingress icmp from any (IPv4)|", "ingress ipv6-icmp from any (IPv6)|"],
    ],
  ])("%s", (_what, drafts, wanted) => {
    expect(lines(drafts)).toEqual(wanted);
  });

  it("name a remote group where its name is known", () => {
    const draft = { direction: "ingress", ipVersion: "IPv4", remoteGroup: "id-1" };
    expect(lines([draft], new Map([["id-1", "web"]]))).toEqual(["ingress any from group:web (IPv4)|"]);
    expect(lines([draft])).toEqual(["ingress any from group:id-1 (IPv4)|"]);
  });
});
