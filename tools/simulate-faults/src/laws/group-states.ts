import { createTrafficSpace, ruleKey, type Rule } from "@secgroup/core";
import type { Outcome } from "../run/outcome.ts";
import { toRule } from "../scenario/plain-rule.ts";
import type { ScenarioGroup, ScenarioTarget } from "../scenario/scenario.ts";
import { readWireRule } from "../world/read-wire-rule.ts";
import type { KnownGroup, World } from "../world/world.ts";

/** What was in force for one group, from a moment on. */
export interface GroupState {
  readonly at: number;
  readonly exists: boolean;
  readonly name: string;
  readonly rules: readonly Rule[];
}

/** A group of the document with all that was in force under its name, each group of that name for itself. */
export interface Passage {
  readonly target: ScenarioTarget;
  readonly group: ScenarioGroup;
  readonly id: string;
  readonly known: KnownGroup;
  /** Rules that stood at first. */
  readonly before: readonly Rule[];
  /** Rules that are to stand at last. */
  readonly after: readonly Rule[];
  readonly states: readonly GroupState[];
}

/** The names that a group goes by, the old one first. */
export function namesOf({ name, wanted }: ScenarioGroup): readonly string[] {
  return wanted === undefined || wanted === "absent" ? [name] : [...new Set([name, wanted.name])];
}

/** The rules with groups by their names, since a group that somebody deletes comes again under another id. */
export function withNames(rules: readonly Rule[], { groups }: World): readonly Rule[] {
  return rules.map((rule) => {
    const name = rule.remote.kind === "group" ? groups.get(rule.remote.id)?.name : undefined;
    return name === undefined ? rule : { ...rule, remote: { kind: "named-group", name } };
  });
}

/** Every group of a target that the document speaks of, or ever stood under one of its names. */
export function passagesOf({ world }: Outcome): readonly Passage[] {
  return world.scenario.targets.flatMap((target) =>
    target.groups.flatMap((group) => {
      if (group.wanted === undefined) return [];
      const names = namesOf(group);
      const known = [...world.groups.values()].filter(
        (other) => other.target === target.name && names.includes(other.name),
      );
      return known.map((one): Passage => ({
        target,
        group,
        id: one.id,
        known: one,
        before: one.isSeeded ? (group.before?.rules ?? []).map(toRule) : [],
        after: wantedRules(group),
        states: statesOf(one.id, target, world),
      }));
    }),
  );
}

/** What is to stand at last. */
export function wantedRules({ before, wanted }: ScenarioGroup): readonly Rule[] {
  if (wanted === undefined || wanted === "absent") return [];
  const rules = wanted.rules.map(toRule);
  const kept = wanted.unlistedRules === "keep" ? (before?.rules.map(toRule) ?? []) : [];
  const keys = new Set(rules.map(ruleKey));
  return [...rules, ...kept.filter((rule) => !keys.has(ruleKey(rule)))];
}

/** Every state since the play began, the one that it began with included. */
export function statesOf(id: string, { place }: ScenarioTarget, world: World): readonly GroupState[] {
  const since = world.simulator.history(id).slice(world.groups.get(id)?.statesBefore ?? 0);
  return since.map(({ at, exists, name, rules }) => ({
    at,
    exists,
    name,
    rules: withNames(
      rules.map((rule) => readWireRule(place.cloud, rule)),
      world,
    ),
  }));
}

/** What a state refuses although before and after both allow it, and what it allows although neither does; an example of each. */
export function findBreaches(
  before: readonly Rule[],
  after: readonly Rule[],
  states: readonly (readonly Rule[])[],
): readonly { readonly state: number; readonly kind: "interrupted" | "opened"; readonly packet: unknown }[] {
  const rules = new Map<string, Rule>();
  for (const rule of [before, after, ...states].flat()) {
    const key = ruleKey(rule);
    if (!rules.has(key)) rules.set(key, rule);
  }
  const space = createTrafficSpace(rules.values());
  const trafficOf = (some: readonly Rule[]): ReturnType<typeof space.of> =>
    space.of(some.flatMap((rule) => rules.get(ruleKey(rule)) ?? []));
  const [old, next] = [trafficOf(before), trafficOf(after)];
  const least = space.intersection(old, next);
  const most = space.union(old, next);
  return states.flatMap((state, index) => {
    const allowed = trafficOf(state);
    const interrupted = space.sample(space.difference(least, allowed));
    const opened = space.sample(space.difference(allowed, most));
    return [
      ...(interrupted ? [{ state: index, kind: "interrupted", packet: interrupted } as const] : []),
      ...(opened ? [{ state: index, kind: "opened", packet: opened } as const] : []),
    ];
  });
}
