import type { JSX } from "preact";
import type { Progress, TargetProgress } from "../progress.ts";
import { ProblemList } from "./problem-list.tsx";

interface ProgressProperties {
  readonly progress: Progress;
  /** Whether `secgroup ui` has ended, so that nothing more will be heard. */
  readonly isGone: boolean;
  readonly onClose: () => void;
}

/** How far an apply is, and what became of it. */
export function ProgressView({ progress, isGone, onClose }: ProgressProperties): JSX.Element | null {
  const { targets, problems, isRunning } = progress;
  if (!isGone && !isRunning && targets.size === 0 && problems.length === 0) return null;
  return (
    <section class="progress" aria-live="polite">
      <h2>{isGone ? "secgroup ui has ended" : titleOf(progress)}</h2>
      {isGone ? <Gone isRunning={isRunning} /> : null}
      <ProblemList problems={problems} />
      <ul>
        {[...targets].map(([name, target]) => (
          <li key={name}>
            <strong>{name}</strong>{" "}
            <progress value={target.ended} max={Math.max(1, target.steps)} aria-label={`Steps done on ${name}`} />{" "}
            {target.ended} of {target.steps}, {wordsOf(target, isGone)}
            <ProblemList problems={target.broken?.problems ?? []} />
          </li>
        ))}
      </ul>
      {isGone || isRunning ? null : (
        <button type="button" onClick={onClose}>
          Close
        </button>
      )}
    </section>
  );
}

function Gone({ isRunning }: { readonly isRunning: boolean }): JSX.Element {
  return (
    <>
      {isRunning ? (
        <p class="unproved">
          What was under way may still take effect. <code>secgroup apply --resume</code> awaits it and goes on; a new
          plan starts from what the clouds hold by then.
        </p>
      ) : null}
      <p>
        To see a plan here, start <code>secgroup ui</code> again and open the address that it prints.
      </p>
    </>
  );
}

/** With its time, since it stays in sight beside plans that were made later. */
function titleOf({ isRunning, endedAt, targets }: Progress): string {
  if (isRunning) return "Applying …";
  const time = endedAt === undefined ? "" : `, ${new Date(endedAt).toLocaleString()}`;
  if (targets.size === 0) return `Nothing was applied${time}`;
  const isBroken = [...targets.values()].some(({ state }) => state !== "done");
  return `The last apply${time}: ${isBroken ? "not as planned" : "as planned"}`;
}

function wordsOf({ state, broken }: TargetProgress, isGone: boolean): string {
  switch (state) {
    case "working":
      return isGone ? "unknown" : "at work";
    case "waiting":
      return isGone ? "unknown" : "the cloud is at work";
    case "reading":
      return isGone ? "not read back" : "reading back";
    case "done":
      return "as planned";
    case "broken":
      return `not as planned: ${broken?.steps ?? ""}`;
  }
}
