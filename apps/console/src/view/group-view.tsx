import { drawTraffic, type GroupPlan, type PicturePanel } from "@secgroup/core";
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { namedRule, namesOf } from "../named.ts";
import { panelWords } from "../picture/picture-words.ts";
import { picturedRules } from "../picture/pictured-rules.ts";
import type { ReportTarget } from "../report.ts";
import { TrafficLines } from "./traffic-lines.tsx";
import { PictureView } from "./picture-view.tsx";
import { RuleLine } from "./rule-line.tsx";

interface GroupViewProperties {
  readonly target: ReportTarget;
  readonly group: GroupPlan;
}

/** One group of one target: its picture, what opens and closes, and its rules. */
export function GroupView({ target, group }: GroupViewProperties): JSX.Element {
  const picture = useMemo(() => drawTraffic(picturedRules(group)), [group]);
  const names = useMemo(() => namesOf(target.plan.groups), [target]);
  const [chosen, choose] = useState(() => Math.max(0, picture.panels.findIndex(isChanging)));
  const panel = picture.panels[chosen];
  return (
    <>
      <h1>
        {group.key} <span class="place">on {target.plan.target}</span>
      </h1>
      <p>{actionWords[group.action]}</p>
      {picture.panels.length > 1 ? (
        <fieldset class="panels">
          <legend class="hidden">Direction and IP version</legend>
          {picture.panels.map((one, index) => (
            <label key={panelWords(one)} class={isChanging(one) ? "changing" : ""}>
              <input type="radio" name="panel" checked={index === chosen} onChange={() => choose(index)} />
              <span>{panelWords(one)}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {panel === undefined ? (
        <p class="quiet">The group allows nothing.</p>
      ) : (
        <PictureView picture={picture} panel={panel} names={names} key={chosen} />
      )}
      <TrafficLines kind="opens" lines={group.traffic?.opens ?? []} names={names} />
      <TrafficLines kind="closes" lines={group.traffic?.closes ?? []} names={names} />
      <details>
        <summary>{picture.rules.length === 1 ? "1 rule" : `${picture.rules.length} rules`}</summary>
        <ul class="rules">
          {picture.rules.map(({ rule, stands }, index) => (
            <RuleLine key={index} text={namedRule(rule, names)} stands={stands} note={rule.description} />
          ))}
        </ul>
      </details>
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

function isChanging({ cells }: PicturePanel): boolean {
  return cells.some((row) => row.some((state) => state === "opens" || state === "closes"));
}
