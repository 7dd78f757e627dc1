import { describeRule, type Rule, type RuleDraft } from "../../src/index.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";

/** An ingress rule of IPv4. */
export function ingress(parts: Partial<RuleDraft> = {}): Rule {
  return ruleOf({ direction: "ingress", ipVersion: "IPv4", ...parts });
}

/** An ingress rule for TCP ports: `22`, `80-81`, or none for all. */
export function tcp(ports?: string, remote?: string, description?: string): Rule {
  return ingress({ protocol: "tcp", ports: readPorts(ports), remote, description });
}

export function readPorts(ports: string | undefined): RuleDraft["ports"] {
  if (ports === undefined) return undefined;
  const [from = "", to = from] = ports.split("-");
  return { from: Number(from), to: Number(to) };
}

/** Rules in a few words, such as `tcp/22 from any`. */
export function words(rules: readonly Rule[]): readonly string[] {
  return rules.map((rule) =>
    describeRule(rule)
      .replace(/^ingress /, "")
      .replace(" (IPv4)", ""),
  );
}

/** The items at some positions, all of which there must be. */
export function pick<Item>(items: readonly Item[], positions: readonly number[]): readonly Item[] {
  const picked = positions.flatMap((position) => items.slice(position, position + 1));
  if (picked.length < positions.length) throw new Error(`there are no such items as ${positions.join()}`);
  return picked;
}
