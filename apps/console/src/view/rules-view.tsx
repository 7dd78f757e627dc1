import { drawTraffic, type CellState, type PicturePanel } from "@secgroup/core";
import type { ComponentChildren, JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { countedRules, namedRule, type GroupNames } from "../named.ts";
import { isChange } from "../picture/only-changes.ts";
import { panelWords } from "../picture/picture-words.ts";
import type { NotedRule } from "../picture/pictured-rules.ts";
import { Mark } from "./mark.tsx";
import { PanelView } from "./panel-view.tsx";
import { RuleLine } from "./rule-line.tsx";

interface RulesViewProperties {
  /** Always the same array for the same rules. */
  readonly rules: readonly NotedRule[];
  readonly names: GroupNames;
  /** Whether there are others that nobody understands. Default false. */
  readonly hasUnreadable?: boolean;
  /** Between the picture and the list. */
  readonly children?: ComponentChildren;
}

/** What rules allow before and after a plan, as a picture and as a list. */
export function RulesView({ rules, names, hasUnreadable = false, children }: RulesViewProperties): JSX.Element {
  const picture = useMemo(() => drawTraffic(rules), [rules]);
  const [chosen, choose] = useState(() =>
    Math.max(
      0,
      picture.panels.findIndex(({ cells }) => cells.flat().some(isChange)),
    ),
  );
  const panel = picture.panels[chosen];
  return (
    <>
      {picture.panels.length > 1 ? (
        <fieldset class="panels">
          <legend class="hidden">Direction and IP version</legend>
          {picture.panels.map((one, index) => (
            <label key={panelWords(one)}>
              <input type="radio" name="panel" checked={index === chosen} onChange={() => choose(index)} />
              <span>{panelWords(one)}</span>
              {has(one, "opens") ? <Mark kind="opens" sign="+" words="opens traffic" /> : null}
              {has(one, "closes") ? <Mark kind="closes" sign="−" words="closes traffic" /> : null}
            </label>
          ))}
        </fieldset>
      ) : null}
      {panel === undefined ? (
        <p class="quiet">{hasUnreadable ? "What the group allows is not known." : "The group allows nothing."}</p>
      ) : (
        <PanelView picture={picture} panel={panel} names={names} key={chosen} />
      )}
      {children}
      {rules.length === 0 ? null : (
        <section>
          <h2>{countedRules(rules.length)}</h2>
          <ul class="rules">
            {rules.map(({ rule, stands, note }, index) => (
              <RuleLine key={index} text={namedRule(rule, names)} stands={stands} note={note} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function has({ cells }: PicturePanel, wanted: CellState): boolean {
  return cells.some((row) => row.includes(wanted));
}
