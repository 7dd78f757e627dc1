import type { GcoreQuirks } from "./gcore-quirks.ts";
import { normalizeRule } from "./normalize-rule.ts";
import type { RuleContent, RuleRequest } from "./rule-content.ts";

const directions = ["ingress", "egress"] as const;
const ethertypes = ["IPv4", "IPv6"] as const;

/** What a new group gets when the request leaves `rules` out, and what a revert goes back to. */
export function defaultRules(quirks: GcoreQuirks): readonly RuleContent[] {
  return templateOf(quirks.defaultTemplate).map((rule) => normalizeRule(rule, "", quirks));
}

/** A rule for each IP version that allows everything outwards. */
export const egressTemplate: readonly RuleRequest[] = ethertypes.map((ethertype) => ({
  direction: "egress",
  ethertype,
}));

function templateOf(template: GcoreQuirks["defaultTemplate"]): readonly RuleRequest[] {
  const all = directions.flatMap((direction) => ethertypes.map((ethertype) => ({ direction, ethertype })));
  switch (template) {
    case "allow-all":
      return all;
    case "allow-all-ipv4":
      return all.filter(({ ethertype }) => ethertype === "IPv4");
    case "allow-all-described":
      return all.map((rule) => ({ ...rule, description: `Default ${rule.direction} rule` }));
    case "egress-only":
      return egressTemplate;
  }
}
