import type { TargetPlan } from "@secgroup/core";
import type { JSX } from "preact";

interface WavesProperties {
  readonly waves: readonly (readonly string[])[];
  readonly unproved: TargetPlan["unproved"];
}

/** The steps of a target: those of one wave at once and in any order, one wave after the other. */
export function Waves({ waves, unproved }: WavesProperties): JSX.Element | null {
  if (waves.length === 0) return null;
  return (
    <section class="waves">
      <h3>{waves.length === 1 ? "Steps" : `Steps, in ${waves.length} waves`}</h3>
      <ol class="wave-list">
        {waves.map((steps, wave) => (
          <li key={wave}>
            <span class="wave-name">wave {wave + 1}</span>
            <ul>
              {steps.map((step, index) => {
                const isUnproved = unproved.some((one) => one.wave === wave && one.step === index);
                return (
                  <li key={index} class={isUnproved ? "unproved" : ""}>
                    {step}
                    {isUnproved ? <strong> may interrupt what should stay</strong> : null}
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
