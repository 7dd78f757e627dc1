import { countWrites, type GroupPlan, type Plan, type TargetPlan, type TrafficChange } from "@secgroup/core";

/** What a plan comes to, in numbers. */
export interface PlanCounts {
  readonly groupsCreated: number;
  readonly groupsDeleted: number;
  readonly rulesAdded: number;
  readonly rulesRemoved: number;
  readonly rulesRelabelled: number;
  /** Rules that stay as they are; those that no document lists are in `rulesUnlistedKept` alone. */
  readonly rulesKept: number;
  readonly rulesUnlistedKept: number;
  /** Changes that move no packet. */
  readonly rulesWithoutEffect: number;
  /** Lines of traffic, not packets. */
  readonly trafficOpened: number;
  readonly trafficClosed: number;
  /** Steps that may interrupt what should stay. */
  readonly stepsUnproved: number;
  /** API calls that write. */
  readonly writes: number;
  /** API calls that planning took; waiting and reading back after the writes add more. */
  readonly reads: number;
}

export interface TargetCounts extends PlanCounts {
  readonly target: string;
  /** Groups of writes that follow each other. */
  readonly waves: number;
}

/** Counts by target, in the plan's order. `reads` tells how many calls it took to read a target. */
export function countPlan(plan: Plan, reads: (target: string) => number): readonly TargetCounts[] {
  return plan.targets.map((target) => ({
    target: target.target,
    ...countTarget(target),
    waves: target.waves.length,
    reads: reads(target.target),
  }));
}

/** All targets together. */
export function sumCounts(counts: readonly PlanCounts[]): PlanCounts {
  const sum = (pick: (one: PlanCounts) => number): number => counts.reduce((total, one) => total + pick(one), 0);
  return {
    groupsCreated: sum((one) => one.groupsCreated),
    groupsDeleted: sum((one) => one.groupsDeleted),
    rulesAdded: sum((one) => one.rulesAdded),
    rulesRemoved: sum((one) => one.rulesRemoved),
    rulesRelabelled: sum((one) => one.rulesRelabelled),
    rulesKept: sum((one) => one.rulesKept),
    rulesUnlistedKept: sum((one) => one.rulesUnlistedKept),
    rulesWithoutEffect: sum((one) => one.rulesWithoutEffect),
    trafficOpened: sum((one) => one.trafficOpened),
    trafficClosed: sum((one) => one.trafficClosed),
    stepsUnproved: sum((one) => one.stepsUnproved),
    writes: sum((one) => one.writes),
    reads: sum((one) => one.reads),
  };
}

function countTarget(target: TargetPlan): Omit<PlanCounts, "reads"> {
  const { groups } = target;
  const rules = (pick: (group: GroupRules) => number): number =>
    groups.map(rulesOf).reduce((total, group) => total + pick(group), 0);
  const traffic = (pick: (traffic: TrafficChange) => number): number =>
    groups.reduce((total, group) => total + (group.traffic ? pick(group.traffic) : 0), 0);
  return {
    groupsCreated: groups.filter(({ action }) => action === "create").length,
    groupsDeleted: groups.filter(({ action }) => action === "delete").length,
    rulesAdded: rules(({ added }) => added),
    rulesRemoved: rules(({ removed }) => removed),
    rulesRelabelled: rules(({ relabelled }) => relabelled),
    rulesKept: rules(({ kept }) => kept),
    rulesUnlistedKept: rules(({ unlistedKept }) => unlistedKept),
    rulesWithoutEffect: traffic(({ withoutEffect: { added, removed } }) => added.length + removed.length),
    trafficOpened: traffic(({ opens }) => opens.length),
    trafficClosed: traffic(({ closes }) => closes.length),
    stepsUnproved: target.unproved.length,
    writes: countWrites(target),
  };
}

/** The numbers of a group's rules. */
export interface GroupRules {
  readonly added: number;
  readonly removed: number;
  readonly relabelled: number;
  readonly kept: number;
  readonly unlistedKept: number;
}

export function rulesOf(group: GroupPlan): GroupRules {
  const none: GroupRules = { added: 0, removed: 0, relabelled: 0, kept: 0, unlistedKept: 0 };
  switch (group.action) {
    case "create":
      return { ...none, added: group.added.length };
    case "delete":
      return { ...none, removed: group.removed.length };
    case "stay-absent":
      return none;
    case "update":
    case "keep":
      return {
        added: group.added.length,
        removed: group.removed.length,
        relabelled: group.relabelled.length,
        kept: group.kept.length + group.relabelsLeft.length,
        unlistedKept: group.unlistedKept.length,
      };
  }
}
