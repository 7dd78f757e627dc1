import type { ProblemList } from "../problem/problem-list.ts";
import type { Network } from "./address-sets.ts";
import type { NamedSets } from "./named-sets.ts";
import type { Group, Groups } from "./read-groups.ts";
import type { Service } from "./read-service.ts";

/** What the rules of one group may speak of. */
export interface RuleContext {
  readonly addresses: NamedSets<Network>;
  readonly services: NamedSets<Service>;
  readonly groups: Groups;
  /** The group whose rules are read; `undefined` when its own fields are wrong. */
  readonly owner: Group | undefined;
  readonly problems: ProblemList;
}
