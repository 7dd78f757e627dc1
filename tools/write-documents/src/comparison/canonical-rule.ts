import { readRules, type Rule } from "@secgroup/core";
import type { PlainRule } from "./change.ts";

/** The rule as the product has it. */
export function canonicalRule({ port, network }: PlainRule): Rule {
  const [rule] = readRules([
    { direction: "ingress", protocol: "tcp", ports: { from: port, to: port }, remote: network },
  ]);
  if (rule === undefined) throw new Error(`tcp/${port} from ${network} is no rule`);
  return rule;
}
