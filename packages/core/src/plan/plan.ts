import type { UnlistedRules } from "../model/group.ts";
import type { Guardrail } from "../model/guardrail.ts";
import type { GroupId, Rule, RuleId } from "../model/rule.ts";
import type { UnprovedStep } from "./prove/unproved-step.ts";
import type { GroupFieldsChange, Step } from "./step.ts";
import type { TrafficChange } from "./traffic-change.ts";

/** A rule as it stands on the cloud now. */
export interface PlannedRule {
  readonly id: RuleId;
  readonly rule: Rule;
}

/** A rule whose description is to change, from the one in `rule` to `description`. */
export interface PlannedRelabel extends PlannedRule {
  readonly description: string;
}

interface GroupPlanBase {
  /** The group's key in the document. */
  readonly key: string;
  /** The name on the cloud after the plan. */
  readonly name: string;
  /** Fingerprint of the group as read; apply refuses the plan when the cloud's differs. */
  readonly base: string;
  /** What the changes do to packets; absent when nothing is written. */
  readonly traffic?: TrafficChange | undefined;
}

/** What happens to one group of the document on one target. */
export type GroupPlan =
  | (GroupPlanBase & {
      readonly action: "create";
      readonly description?: string | undefined;
      readonly tags?: Readonly<Record<string, string>> | undefined;
      readonly added: readonly Rule[];
    })
  | (GroupPlanBase & {
      /** `keep` when nothing is to be written. */
      readonly action: "update" | "keep";
      readonly id: GroupId;
      readonly previousName: string;
      readonly fields?: GroupFieldsChange | undefined;
      readonly added: readonly Rule[];
      readonly removed: readonly PlannedRule[];
      readonly relabelled: readonly PlannedRelabel[];
      /** Descriptions that differ but are left, since on this cloud a new one means to remove and add the rule. */
      readonly relabelsLeft: readonly PlannedRelabel[];
      readonly kept: readonly PlannedRule[];
      /** Rules that no document lists and that stay because it says so. */
      readonly unlistedKept: readonly PlannedRule[];
      readonly unlistedRules: UnlistedRules;
      /** Present when so large a share of the rules goes that apply wants to be told. */
      readonly brake?: { readonly removed: number; readonly of: number } | undefined;
    })
  | (GroupPlanBase & { readonly action: "delete"; readonly id: GroupId; readonly removed: readonly PlannedRule[] })
  /** To be absent, and absent. */
  | (GroupPlanBase & { readonly action: "stay-absent" });

/** Steps that may run at once and in any order. */
export type Wave = readonly Step[];

/** The plan for one target. */
export interface TargetPlan {
  /** The target's name in the document. */
  readonly target: string;
  readonly cloud: string;
  /** Where the target is, in the words of its cloud, such as `{ datacenter }`. */
  readonly location: Readonly<Record<string, string | number>>;
  readonly groups: readonly GroupPlan[];
  /** Run one after the other; each is one API write per step. */
  readonly waves: readonly Wave[];
  /** Steps that may interrupt what should stay; apply refuses them unless it is told to allow that. Every other step is proved not to. */
  readonly unproved: readonly UnprovedStep[];
  /** What must hold in every state on the way, whoever applies the plan, goes on with it or goes back. Default: nothing. */
  readonly guardrails?: readonly Guardrail[] | undefined;
}

/** What is to be done on every target, as plain data that survives JSON. */
export interface Plan {
  readonly format: "secgroup-plan/1";
  readonly targets: readonly TargetPlan[];
}

/** The number of API writes that a plan takes. */
export function countWrites(plan: TargetPlan): number {
  return plan.waves.reduce((sum, wave) => sum + wave.length, 0);
}

/** Whether a plan writes nothing anywhere. */
export function isEmptyPlan(plan: Plan): boolean {
  return plan.targets.every((target) => countWrites(target) === 0);
}
