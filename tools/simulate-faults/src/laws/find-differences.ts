import { ruleKey } from "@secgroup/core";
import { toRule } from "../scenario/plain-rule.ts";
import type { ScenarioTarget } from "../scenario/scenario.ts";
import type { StandingGroup } from "../world/standing-group.ts";
import type { World } from "../world/world.ts";
import { meddledNames } from "./meddled.ts";
import { namesOf, wantedRules, withNames } from "./group-states.ts";

/** In what a target, as it is in force, is not as the document wants it; one sentence each. */
export function findDifferences(
  target: ScenarioTarget,
  standing: readonly StandingGroup[],
  world: World,
  isExcused: (name: string) => boolean,
): readonly string[] {
  return target.groups.flatMap((group) => {
    const { wanted, name } = group;
    if (wanted === undefined || isExcused(name)) return [];
    const found = standing.filter((one) => namesOf(group).includes(one.name));
    if (wanted === "absent") return found.map(({ id }) => `${target.name} ${name}: still there (${id})`);
    const [first, ...others] = found;
    if (first === undefined) return [`${target.name} ${wanted.name}: is not there`];
    if (others.length > 0) return [`${target.name} ${wanted.name}: is there ${found.length} times`];
    const keys = withNames(first.rules, world).map(ruleKey);
    const isMeddled = meddledNames(world, target.name).has(name);
    // Of rules that are merely kept nobody knows any more what became of them.
    const expected = isMeddled ? wanted.rules.map(toRule) : wantedRules(group);
    const wantedKeys = expected.map(ruleKey);
    // Copies of a rule that two processes made at once stay where rules that nobody lists are to stay.
    const areKept = wanted.unlistedRules === "keep" && world.scenario.rivalAfterMs !== undefined;
    const place = `${target.name} ${wanted.name}:`;
    return [
      ...(first.name === wanted.name ? [] : [`${place} is named ${first.name}`]),
      ...(wanted.description === undefined || first.description === wanted.description
        ? []
        : [`${place} is described as "${first.description}"`]),
      ...(wanted.tags === undefined || haveSame(wanted.tags, first.tags) ? [] : [`${place} has other tags`]),
      ...wantedKeys.filter((key) => !keys.includes(key)).map((key) => `${place} lost the rule ${key}`),
      ...keys
        .filter((key, index) => keys.indexOf(key) !== index && !areKept)
        .map((key) => `${place} has the rule ${key} more than once`),
      ...(wanted.unlistedRules === "keep"
        ? []
        : keys
            .filter((key) => !wantedKeys.includes(key))
            .map((key) => `${place} has the rule ${key}, which nobody wants`)),
    ];
  });
}

function haveSame(left: Readonly<Record<string, string>>, right: Readonly<Record<string, string>>): boolean {
  return Object.keys({ ...left, ...right }).every((key) => left[key] === right[key]);
}
