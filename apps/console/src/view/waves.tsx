import type { UnprovedStep } from "@secgroup/core";
import type { JSX } from "preact";
import { namedPacket, namesOn, type GroupNames } from "../named.ts";
import type { ReportTarget } from "../report.ts";
import { CutList } from "./cut-list.tsx";

/** The steps of a target: those of one wave at once and in any order, one wave after the other. */
export function Waves({ target }: { readonly target: ReportTarget }): JSX.Element | null {
  const { waves, plan } = target;
  if (waves.length === 0) return null;
  const names = namesOn(target);
  return (
    <section class="waves">
      <h3>{waves.length === 1 ? "Steps" : `Steps, in ${waves.length} waves`}</h3>
      <ol class="wave-list">
        {waves.map((steps, wave) => (
          <li key={wave}>
            <span class="wave-name">wave {wave + 1}</span>
            <CutList class="steps">
              {steps.map((step, index) => {
                const unproved = plan.unproved.find((one) => one.wave === wave && one.step === index);
                return (
                  <li key={index} class={unproved === undefined ? "" : "unproved"}>
                    {step} {unproved === undefined ? null : <strong>{dangerWords(unproved, names)}</strong>}
                  </li>
                );
              })}
            </CutList>
          </li>
        ))}
      </ol>
    </section>
  );
}

function dangerWords(unproved: UnprovedStep, names: GroupNames): string {
  if (unproved.reason === "exceeds-limit")
    return `may bring the group to ${unproved.rules} rules, the most is ${unproved.limit}`;
  const opener = unproved.handedOverTo === undefined ? "" : `, which ${unproved.handedOverTo} takes over`;
  return `may interrupt ${namedPacket(unproved.packet, names)}${opener}`;
}
