import { drawTraffic, type PicturedRule, type PicturePanel } from "@secgroup/core";
import type { ComponentChildren, JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { countedRules, namedRule, type GroupNames } from "../named.ts";
import { panelWords } from "../picture/picture-words.ts";
import { PictureView } from "./picture-view.tsx";
import { RuleLine } from "./rule-line.tsx";

interface RulesViewProperties {
  /** Always the same array for the same rules. */
  readonly rules: readonly PicturedRule[];
  readonly names: GroupNames;
  /** Between the picture and the list. */
  readonly children?: ComponentChildren;
}

/** What rules allow before and after a plan, as a picture and as a list. */
export function RulesView({ rules, names, children }: RulesViewProperties): JSX.Element {
  const picture = useMemo(() => drawTraffic(rules), [rules]);
  const [chosen, choose] = useState(() => Math.max(0, picture.panels.findIndex(isChanging)));
  const panel = picture.panels[chosen];
  return (
    <>
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
      {children}
      {rules.length === 0 ? null : (
        <section>
          <h2>{countedRules(rules.length)}</h2>
          <ul class="rules">
            {rules.map(({ rule, stands }, index) => (
              <RuleLine key={index} text={namedRule(rule, names)} stands={stands} note={rule.description} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function isChanging({ cells }: PicturePanel): boolean {
  return cells.some((row) => row.some((state) => state === "opens" || state === "closes"));
}
