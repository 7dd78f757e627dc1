import type { Outcome } from "../run/outcome.ts";
import type { World } from "../world/world.ts";

/** Names, by target, of groups that somebody else had a hand on, between two moments. */
export function meddledNames(world: World, target: string, from = -Infinity, until = Infinity): ReadonlySet<string> {
  return new Set(
    world.meddlings.flatMap(({ at, groupId }) => {
      const group = world.groups.get(groupId);
      return group?.target === target && from <= at && at <= until ? [group.name] : [];
    }),
  );
}

/** What may have kept a process from its goal: faults that came to pass, a death, a rival. */
export function troublesOf({ entries, runs }: Outcome): readonly string[] {
  return [
    ...new Set(entries.flatMap(({ faults }) => faults.map(({ fault }) => fault))),
    ...(runs.some((run) => run.hasCrashed) ? ["crash"] : []),
    ...(runs.some((run) => run.kind === "rival") ? ["rival"] : []),
  ];
}
