import { ruleKey } from "@secgroup/core";
import type { Outcome } from "../run/outcome.ts";
import { saysConverged } from "../run/run-record.ts";
import { findDifferences } from "./find-differences.ts";
import { passagesOf, statesOf } from "./group-states.ts";
import type { Law } from "./law.ts";

/**
 * At the end every rule of the document is there once, and every group once. On the way no rule and no group is there more than once
 * either, unless two processes worked on it, which no cloud keeps apart.
 */
export const noDuplicate: Law = {
  name: "no duplicate, no lost rule",
  judge: (outcome) => [
    ...judgeEnd(outcome),
    ...(isShared(outcome) ? [] : [...judgeRules(outcome), ...judgeNames(outcome)]),
  ],
};

function isShared({ runs }: Outcome): boolean {
  return runs.some(({ kind }) => kind === "rival");
}

function judgeEnd({ world, runs }: Outcome): readonly string[] {
  const last = runs.at(-1);
  if (last === undefined || !saysConverged(last)) return [];
  return world.scenario.targets.flatMap((target) =>
    findDifferences(target, last.standing.get(target.name) ?? [], world, () => false),
  );
}

function judgeRules(outcome: Outcome): readonly string[] {
  return passagesOf(outcome).flatMap(({ target, group, id, states }) => {
    if (outcome.world.meddlings.some(({ groupId }) => groupId === id)) return [];
    const doubles = states.flatMap(({ rules }) => {
      const keys = rules.map(ruleKey);
      return keys.filter((key, index) => keys.indexOf(key) !== index);
    });
    return [...new Set(doubles)].map((key) => `${target.name} ${group.name}: had the rule ${key} more than once`);
  });
}

function judgeNames({ world }: Outcome): readonly string[] {
  const { groups, scenario } = world;
  return scenario.targets.flatMap((target) => {
    const lives = [...groups.values()]
      .filter((group) => group.target === target.name)
      .flatMap(({ id }) => {
        const states = statesOf(id, target, world);
        return states.map(({ at, exists, name }, index) => ({
          id,
          name,
          exists,
          at,
          until: states[index + 1]?.at ?? Infinity,
        }));
      })
      .filter(({ exists }) => exists);
    return lives.flatMap((one, index) =>
      lives
        .slice(index + 1)
        .filter(
          (other) => other.id !== one.id && other.name === one.name && other.at < one.until && one.at < other.until,
        )
        .map(({ name, id }) => `${target.name}: two groups were named ${name} at the same time (${one.id}, ${id})`),
    );
  });
}
