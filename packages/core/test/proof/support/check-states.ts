import type { GroupChanges, Rule } from "../../../src/index.ts";
import { describeRule } from "../../../src/describe/describe-rule.ts";
import { nameOf, rulesAfter, rulesBefore } from "./group-changes.ts";
import { describeFirst, includes, trafficOf, type Bits } from "./packet-universe.ts";
import { identityOf } from "./rule-identity.ts";
import type { PlanInput } from "./small-plans.ts";
import { none, type GroupState } from "./step-effect.ts";
import type { Violation } from "./violation.ts";
import type { Moment } from "./walk-states.ts";

/** The traffic of one group that must stay allowed, and that may be. */
export interface Bounds {
  readonly name: string;
  readonly old: Bits;
  readonly new: Bits;
  /** The most often that each rule may be held. */
  readonly copies: ReadonlyMap<string, number>;
}

/** What the laws ask of the group that changes. */
export function boundsOf(change: GroupChanges): Bounds {
  const rules = rulesBefore(change);
  return {
    name: nameOf(change),
    old: trafficOf(rules),
    new: trafficOf(rulesAfter(change)),
    copies: countCopies(rules),
  };
}

/** What is wrong with one state of one group. */
export function* checkGroup(
  { name, old, new: wanted, copies }: Bounds,
  { rules, count }: GroupState,
  traffic: Bits,
  { limits }: PlanInput,
  wave: number,
): Generator<Violation> {
  const place = `wave ${wave}: ${name} with ${describeRules(rules)}`;
  if (!includes(traffic, old & wanted)) {
    yield { law: "keeps what stays", text: `${place} refuses ${describeFirst(old & wanted & ~traffic)}` };
  }
  if (!includes(old | wanted, traffic)) {
    yield { law: "opens nothing else", text: `${place} allows ${describeFirst(traffic & ~(old | wanted))}` };
  }
  if (count > limits.rulesPerGroup) {
    yield { law: "stays within the limit", text: `${place} counts ${count}, the most is ${limits.rulesPerGroup}` };
  }
  const twice = [...countCopies(rules)].find(([key, number]) => number > Math.max(1, copies.get(key) ?? 0));
  if (twice) yield { law: "holds no rule twice", text: `${place} holds ${twice[0]} ${twice[1]} times` };
}

/** What a server in both groups misses at one moment. */
export function* checkPair(
  one: Bounds,
  other: Bounds,
  { groups, wave }: Moment,
  trafficIn: (state: GroupState) => Bits,
): Generator<Violation> {
  const traffic = trafficIn(groups.get(one.name) ?? none) | trafficIn(groups.get(other.name) ?? none);
  const needed = (one.old | other.old) & (one.new | other.new);
  if (includes(traffic, needed)) return;
  const packet = describeFirst(needed & ~traffic);
  const text = `wave ${wave}: a server in ${one.name} and ${other.name} is refused ${packet}`;
  yield { law: "keeps what stays across groups", text };
}

function countCopies(rules: readonly Rule[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of rules.map(identityOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function describeRules(rules: readonly Rule[]): string {
  return rules.length === 0 ? "no rules" : rules.map(describeRule).join("; ");
}
