import type { GroupPlan } from "@secgroup/core";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { namesOn } from "../named.ts";
import { picturedRules } from "../picture/pictured-rules.ts";
import type { ReportTarget } from "../report.ts";
import { GroupNotes } from "./group-notes.tsx";
import { RulesView } from "./rules-view.tsx";
import { TrafficLines } from "./traffic-lines.tsx";

interface GroupViewProperties {
  readonly target: ReportTarget;
  readonly group: GroupPlan;
}

/** One group of one target: its picture, what opens and closes, and its rules. */
export function GroupView({ target, group }: GroupViewProperties): JSX.Element {
  const rules = useMemo(() => picturedRules(group), [group]);
  const names = useMemo(() => namesOn(target), [target]);
  return (
    <>
      <h1>
        {group.key} <span class="place">on {target.plan.target}</span>
      </h1>
      <p>{actionWords[group.action]}</p>
      <GroupNotes notes={target.notes[target.plan.groups.indexOf(group)] ?? []} />
      <RulesView rules={rules} names={names}>
        <TrafficLines kind="opens" lines={group.traffic?.opens ?? []} names={names} />
        <TrafficLines kind="closes" lines={group.traffic?.closes ?? []} names={names} />
      </RulesView>
    </>
  );
}

const actionWords: Readonly<Record<GroupPlan["action"], string>> = {
  create: "The group will be created.",
  update: "The group will be changed.",
  keep: "The group is as the document says.",
  delete: "The group will be deleted.",
  "stay-absent": "The group is not there, and is not to be.",
};
