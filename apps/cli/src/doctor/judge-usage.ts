import type { Limits, ListedGroup } from "@secgroup/core";
import { count, list } from "../render/words.ts";
import type { Finding, Usage } from "./finding.ts";

/** From this share of a limit on it is worth a warning. */
const nearlyFull = 0.9;

/** What stands on a target, beside its limits. */
export function readUsage(groups: readonly ListedGroup[], { rulesPerGroup, groupsPerTarget }: Limits): Usage {
  const counted = groups.map((entry) => {
    const { name, id } = entry.group;
    if (entry.rules === "not-listed") return { name, id };
    return { name, id, rules: entry.group.rules.length + entry.group.unreadable.length };
  });
  return {
    rulesPerGroup,
    groupsPerTarget,
    groups: counted.toSorted((left, right) => (right.rules ?? -1) - (left.rules ?? -1)),
  };
}

/** How near a target and its groups are to their limits. */
export function judgeUsage({ groups, groupsPerTarget, rulesPerGroup }: Usage): Finding {
  const near = groups.filter(({ rules = 0 }) => rules >= rulesPerGroup * nearlyFull);
  const isCrowded = groupsPerTarget !== undefined && groups.length >= groupsPerTarget * nearlyFull;
  const [fullest] = groups;
  const ofGroups =
    groupsPerTarget === undefined ? count(groups.length, "group") : `${groups.length} of ${groupsPerTarget} groups`;
  const told = (near.length > 0 ? near : [fullest]).flatMap((group) =>
    group?.rules === undefined ? [] : [`${group.name} has ${group.rules} of ${rulesPerGroup} rules`],
  );
  const message = [ofGroups, list(told)].filter((part) => part !== "").join("; ");
  if (near.length === 0 && !isCrowded) return { check: "limits", status: "ok", message };
  return {
    check: "limits",
    status: "warning",
    message,
    hint: "A full group leaves no room to change it without an interruption; `secgroup lint` finds rules that can merge. Limits are raised by the cloud's support.",
  };
}
