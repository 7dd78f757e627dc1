import type { RuleContent } from "./rule-content.ts";
import { withDefaults } from "./rule-content.ts";

/**
 * What a new group gets when the request leaves `rules` out, and what a revert goes back to: everything allowed both ways. The
 * create operation names "ingress and egress allow all"; that it is one rule per IP version is assumed.
 */
export const defaultRules: readonly RuleContent[] = (["ingress", "egress"] as const).flatMap((direction) =>
  (["IPv4", "IPv6"] as const).map((ethertype) => withDefaults({ direction, ethertype })),
);
