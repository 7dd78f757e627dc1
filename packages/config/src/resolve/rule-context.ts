import type { ProblemList } from "../problem/problem-list.ts";
import type { Network } from "./address-sets.ts";
import type { NamedSets } from "./named-sets.ts";
import type { ReferableGroups } from "./read-remote-group.ts";
import type { RuleBudget } from "./rule-budget.ts";
import type { Service } from "./read-service.ts";

/** What rules may speak of. */
export interface RuleContext {
  readonly addresses: NamedSets<Network>;
  readonly services: NamedSets<Service>;
  readonly groups: ReferableGroups;
  /** Where the rules are to hold; a group that they name must be on all of these targets. */
  readonly targets: readonly string[];
  readonly budget: RuleBudget;
  readonly problems: ProblemList;
}
