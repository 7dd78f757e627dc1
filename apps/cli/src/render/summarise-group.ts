import type { GroupPlan } from "@secgroup/core";
import type { Styles } from "./styles.ts";
import { count } from "./words.ts";

type StandingPlan = Extract<GroupPlan, { readonly action: "update" | "keep" }>;

/** What becomes of a group, in a few words. */
export function summariseGroup(group: GroupPlan, styles: Styles): string {
  switch (group.action) {
    case "create":
      return `${styles.green("new group")}, ${count(group.added.length, "rule")}`;
    case "delete":
      return `${styles.red("delete the group")} and its ${count(group.removed.length, "rule")}`;
    case "stay-absent":
      return "absent";
    case "keep":
    case "update":
      return summarise(group);
  }
}

function summarise(group: StandingPlan): string {
  const { added, removed, relabelled, unlistedRules } = group;
  const standing = standingCount(group);
  const parts = [
    added.length > 0 && `${added.length} added`,
    removed.length > 0 && `${removed.length} removed (unlistedRules: ${unlistedRules})`,
    relabelled.length > 0 && `${relabelled.length} relabelled`,
    standing > 0 && `${standing} kept`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}

/** Rules that stay, whoever lists them. */
export function standingCount({ kept, relabelsLeft, unlistedKept }: StandingPlan): number {
  return kept.length + relabelsLeft.length + unlistedKept.length;
}
