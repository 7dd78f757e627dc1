import type { DesiredGroup, GroupId, GroupRequest } from "@secgroup/core";
import { toRule } from "../scenario/plain-rule.ts";
import type { ScenarioTarget } from "../scenario/scenario.ts";
import type { World } from "../world/world.ts";

/** What the document wants of a target. Whoever wants a group renamed names it by its id. */
export function requestsOf(target: ScenarioTarget, { groups }: World): readonly GroupRequest[] {
  return target.groups.flatMap(({ name, wanted }): GroupRequest[] => {
    if (wanted === undefined) return [];
    if (wanted === "absent") return [{ key: name, desired: { ensure: "absent", name } }];
    const known = [...groups.values()].find((group) => group.target === target.name && group.name === name);
    const { description, tags, unlistedRules } = wanted;
    const desired: DesiredGroup = {
      ensure: "present",
      name: wanted.name,
      // Ids are the vendor's own words.
      id: wanted.name === name ? undefined : (known?.id as GroupId | undefined),
      description,
      tags,
      rules: wanted.rules.map(toRule),
      unlistedRules,
    };
    return [{ key: name, desired }];
  });
}
