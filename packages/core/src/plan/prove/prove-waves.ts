import type { GroupChanges } from "../group-changes.ts";
import { allowedBy, rulesBefore, trafficOf } from "../group-traffic.ts";
import type { OrderContext } from "../order/order-steps.ts";
import type { Wave } from "../plan.ts";
import { followGroup, type WaveProgress } from "./group-progress.ts";
import { interruption } from "./interruption.ts";
import { proveHandovers } from "./prove-handovers.ts";
import type { UnprovedStep } from "./unproved-step.ts";

type Standing = Exclude<GroupChanges, { readonly kind: "create" }>;

/**
 * Proves of every wave, in the worst order that its steps can take, that each group allows what its old and its new rules both allow, and that its rules stay
 * within the limit; and of every two groups that what one hands over to the other is allowed by one of them. What cannot be proved is returned; whatever
 * made the waves is not believed. That no state allows more than old and new rules together follows from its rules being among those.
 *
 * Groups to be deleted are left out, since nobody is in them, and so are new ones but for what they take over.
 */
export function proveWaves(
  changes: readonly GroupChanges[],
  waves: readonly Wave[],
  { limits }: OrderContext,
): readonly UnprovedStep[] {
  const progress = changes.map((change) => (change.kind === "update" ? followGroup(change, waves) : []));
  const within = changes.flatMap((change, index) =>
    change.kind === "update" ? proveGroup(change, progress[index] ?? [], limits.rulesPerGroup) : [],
  );
  return [...within, ...proveHandovers(changes, waves, progress)];
}

function proveGroup(change: Standing, progress: readonly WaveProgress[], limit: number): readonly UnprovedStep[] {
  const group = change.observed.name;
  const traffic = trafficOf(change);
  const { space, stays } = traffic;
  const unproved: UnprovedStep[] = [];
  progress.forEach(({ certain, leaving, isAdding, most }, wave) => {
    if (isAdding && most.rules > limit && most.rules > rulesBefore(change).length) {
      unproved.push({ reason: "exceeds-limit", group, wave, step: most.step, rules: most.rules, limit });
    }
    if (leaving.length === 0) return;
    const lost = space.difference(stays, allowedBy(traffic, certain));
    unproved.push(...interruption(lost, space, { group, wave }, leaving));
  });
  return unproved;
}
