import type { Rule } from "../../model/rule.ts";
import { createTrafficSpace, type Traffic, type TrafficSpace } from "../../traffic/traffic-space.ts";
import type { GroupChanges } from "../group-changes.ts";
import { allowedBy, compareRules, rulesAfter, rulesBefore, trafficOf } from "../group-traffic.ts";
import { findHandovers } from "../order/find-handovers.ts";
import type { OrderContext } from "../order/order-steps.ts";
import type { Wave } from "../plan.ts";
import { isStepOf } from "../is-step-of.ts";
import { rulesBroughtBy } from "../rules-brought-by.ts";
import { findCulprit } from "./find-culprit.ts";
import { followGroup, type WaveProgress } from "./group-progress.ts";
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
  const handovers = findHandovers(changes);
  const between = changes.flatMap((from, index) =>
    [...(handovers[index] ?? [])].flatMap((opener) => {
      const to = changes[opener];
      if (from.kind !== "update" || to === undefined) return [];
      const closing = progress[index] ?? [];
      const opening = to.kind === "create" ? followCreation(to, waves) : (progress[opener] ?? []);
      return opensBefore(opening, closing) ? [] : proveHandover(from, to, closing, opening);
    }),
  );
  return [...within, ...between];
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

/** Whether one group has all its new rules before the first wave in which the other may lose any. */
function opensBefore(opening: readonly WaveProgress[], closing: readonly WaveProgress[]): boolean {
  const opened = opening.findLastIndex(({ isAdding }) => isAdding);
  const closes = closing.findIndex(({ leaving }) => leaving.length > 0);
  return closes < 0 || opened < closes;
}

/** What the one closes and the other opens, in every wave. */
function proveHandover(
  from: Standing,
  to: GroupChanges,
  closing: readonly WaveProgress[],
  opening: readonly WaveProgress[],
): readonly UnprovedStep[] {
  const [closer, opener] = [from, to].map((change) => [...rulesBefore(change), ...rulesAfter(change)]);
  const space = createTrafficSpace([...(closer ?? []), ...(opener ?? [])]);
  const { closes } = compareRules(rulesBefore(from), rulesAfter(from), space);
  const { opens } = compareRules(rulesBefore(to), rulesAfter(to), space);
  const handedOver = space.intersection(closes, opens);
  const handedOverTo = to.kind === "create" ? to.desired.name : to.observed.name;
  return closing.flatMap(({ certain, leaving }, wave) => {
    if (leaving.length === 0) return [];
    const allowed = space.of([...certain, ...(opening[wave]?.certain ?? [])]);
    const lost = space.difference(handedOver, allowed);
    return interruption(lost, space, { group: from.observed.name, wave, handedOverTo }, leaving);
  });
}

/** A new group allows what it is created with from the wave after its creation on. */
function followCreation(
  changes: Extract<GroupChanges, { readonly kind: "create" }>,
  waves: readonly Wave[],
): readonly WaveProgress[] {
  const allowed: Rule[] = [];
  return waves.map((wave) => {
    const certain = [...allowed];
    allowed.push(...wave.filter((step) => isStepOf(step, changes)).flatMap(rulesBroughtBy));
    return {
      certain,
      leaving: [],
      isAdding: allowed.length > certain.length,
      most: { rules: certain.length, step: 0 },
    };
  });
}

/** The interruption by the step that takes away what allowed an example of the traffic. */
function interruption(
  lost: Traffic,
  space: TrafficSpace,
  where: { readonly group: string; readonly wave: number; readonly handedOverTo?: string },
  leaving: WaveProgress["leaving"],
): readonly UnprovedStep[] {
  const culprit = findCulprit(lost, space, leaving);
  if (culprit === undefined) return [];
  const { step, packet } = culprit;
  return [{ reason: "interrupts", ...where, step, packet, traffic: space.describe(lost) }];
}
