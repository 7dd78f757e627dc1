import type { Step, Wave } from "../../../src/index.ts";
import { effectOf, ImpossibleStep, type Effect, type GroupState, type HeldRule } from "./step-effect.ts";

/** What every group of the target holds at some moment; a group that does not exist is not in it. */
export type TargetRules = ReadonlyMap<string, readonly HeldRule[]>;

/** One state that the cloud can pass through while it runs a wave, counted from 1, by the group's name. */
export interface Moment {
  readonly wave: number;
  readonly groups: ReadonlyMap<string, GroupState>;
}

/**
 * Every state that the cloud can pass through: the steps of a wave in any order and any part of each done, the next wave when all
 * are. Equal states of one group within a wave are one object. Returns what is there in the end.
 *
 * Throws `ImpossibleStep` when a step cannot be sent at all, or two of one wave change the same rule.
 */
export function* walkStates(observed: TargetRules, waves: readonly Wave[]): Generator<Moment, TargetRules> {
  let held = observed;
  for (const [index, wave] of waves.entries()) {
    const names = new Set([...held.keys(), ...wave.map(groupOf)]);
    const effects = new Map([...names].map((name) => [name, effectsOn(name, held, wave)]));
    const choices = [...effects].map(([name, list]): Choice => [name, statesOf(held.get(name) ?? [], list)]);
    for (const groups of combinationsOf(choices)) yield { wave: index + 1, groups };
    held = new Map(
      [...effects].flatMap(([name, list]) => {
        const after = rulesAfter(held.get(name), list);
        return after ? [[name, after]] : [];
      }),
    );
  }
  return held;
}

type Choice = readonly [group: string, states: readonly GroupState[]];

/** The group that a step is about, by name. */
export function groupOf(step: Step): string {
  return "group" in step ? step.group.name : step.name;
}

function effectsOn(name: string, held: TargetRules, wave: Wave): readonly Effect[] {
  const effects = wave.filter((step) => groupOf(step) === name).map((step) => effectOf(step, held));
  const wholes = effects.filter((effect) => effect.isWhole).length;
  if (wholes > 0 && effects.filter(({ isWrite }) => isWrite).length > 1) {
    throw new ImpossibleStep(`a step states all rules of ${name} while another changes some`);
  }
  const touched = effects.flatMap((effect) => effect.touched);
  if (new Set(touched).size < touched.length)
    throw new ImpossibleStep(`two steps of a wave change the same rule of ${name}`);
  return effects;
}

/** The states of one group while the effects come about. */
function statesOf(held: readonly HeldRule[], effects: readonly Effect[]): readonly GroupState[] {
  const touched = new Set(effects.flatMap((effect) => effect.touched));
  const untouched = held.filter((rule) => !touched.has(rule)).map(({ rule }) => rule);
  return effects
    .flatMap((effect) => effect.choices)
    .reduce<readonly GroupState[]>(
      (states, choice) =>
        states.flatMap((state) =>
          choice.map(({ rules, count }) => ({ rules: [...state.rules, ...rules], count: state.count + count })),
        ),
      [{ rules: untouched, count: untouched.length }],
    );
}

function rulesAfter(
  held: readonly HeldRule[] | undefined,
  effects: readonly Effect[],
): readonly HeldRule[] | undefined {
  if (effects.some((effect) => effect.existence === "ends")) return undefined;
  if (held === undefined && effects.every((effect) => effect.existence !== "begins")) return undefined;
  const touched = new Set(effects.flatMap((effect) => effect.touched));
  return [...(held ?? []).filter((rule) => !touched.has(rule)), ...effects.flatMap((effect) => effect.leaves)];
}

function* combinationsOf(choices: readonly Choice[]): Generator<ReadonlyMap<string, GroupState>> {
  const [first, ...others] = choices;
  if (first === undefined) {
    yield new Map();
    return;
  }
  const [name, states] = first;
  for (const rest of combinationsOf(others)) {
    for (const state of states) yield new Map([[name, state], ...rest]);
  }
}
