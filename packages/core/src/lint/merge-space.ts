import type { Rule } from "../model/rule.ts";
import { createTrafficSpace, type Traffic, type TrafficSpace } from "../traffic/traffic-space.ts";
import type { Network } from "./close-networks.ts";
import { fieldValues, widerMatches, widerRules } from "./wider-rules.ts";

/** A space for some rules and for everything that merging can make of them. */
export interface MergeSpace {
  readonly space: TrafficSpace;
  /** All that the rules match together. */
  readonly whole: Traffic;
  /** The ways in which a rule can grow in one field by itself without matching more than the whole: each a list of rules that are ever wider. */
  readonly growthsOf: (rule: Rule) => readonly (readonly Rule[])[];
}

export function createMergeSpace(rules: readonly Rule[]): MergeSpace {
  const values = fieldValues(rules);
  const space = createTrafficSpace([
    ...rules,
    ...rules.flatMap(widerMatches),
    ...values.remotes.map((network) => networkRule(network, "remote")),
    ...values.locals.map((network) => networkRule(network, "local")),
  ]);
  const whole = space.of(rules);
  const fits = (rule: Rule): boolean => space.contains(whole, space.ofRule(rule));
  return { space, whole, growthsOf: (rule) => widerRules(rule, values).map((wider) => takeFirst(wider, fits)) };
}

/** The items before the first that is refused, where all after that one are too. */
function takeFirst<Item>(items: readonly Item[], accept: (item: Item) => boolean): readonly Item[] {
  let [accepted, refused] = [0, items.length + 1];
  while (refused - accepted > 1) {
    const middle = (accepted + refused) >> 1;
    if (items.slice(middle - 1, middle).every(accept)) accepted = middle;
    else refused = middle;
  }
  return items.slice(0, accepted);
}

function networkRule({ cidr, ipVersion }: Network, end: "remote" | "local"): Rule {
  const any = { kind: "any" } as const;
  const network = { kind: "cidr", cidr } as const;
  return {
    direction: "ingress",
    ipVersion,
    protocol: "any",
    remote: end === "remote" ? network : any,
    local: end === "local" ? network : any,
    sourceMac: "any",
    description: "",
  };
}
