import type { GroupPlan } from "@secgroup/core";
import { cloudTitle } from "./render-target.ts";
import type { Styles } from "./styles.ts";
import { count } from "./words.ts";

/** Something to know of a group beside its changes; `needs` is what an apply has to be told first. */
export interface GroupNote {
  readonly kind: "remark" | "needs";
  readonly text: string;
}

/** What a person should know of the group beside its changes. */
export function groupNotes(group: GroupPlan, cloud: string): readonly GroupNote[] {
  if (group.action !== "update" && group.action !== "keep") return [];
  const { unlistedKept, relabelsLeft, unlistedRules, brake } = group;
  const notes: GroupNote[] = [];
  if (unlistedKept.length > 0) {
    const stay = `${count(unlistedKept.length, "unlisted rule")} stay${unlistedKept.length === 1 ? "s" : ""}`;
    notes.push({ kind: "remark", text: `${stay} (unlistedRules: ${unlistedRules})` });
  }
  if (relabelsLeft.length > 0) {
    const differ = count(relabelsLeft.length, "description differs", "descriptions differ");
    notes.push({ kind: "remark", text: `${differ}; on ${cloudTitle(cloud)} they change only with --relabel` });
  }
  if (brake) notes.push({ kind: "needs", text: `removes ${brake.removed} of ${brake.of} rules: apply needs --force` });
  return notes;
}

/** The notes on a group, a line each. */
export function renderGroupNotes(group: GroupPlan, cloud: string, styles: Styles): readonly string[] {
  return groupNotes(group, cloud).map(({ kind, text }) => {
    const style = kind === "needs" ? styles.yellow : styles.dim;
    return `      ${style(text)}`;
  });
}
