import type { JSX } from "preact";
import type { Progress, TargetProgress } from "../progress.ts";
import { ProblemList } from "./problem-list.tsx";

/** How far an apply is, and what became of it. */
export function ProgressView({ progress }: { readonly progress: Progress }): JSX.Element | null {
  const { targets, problems, isRunning } = progress;
  if (!isRunning && targets.size === 0 && problems.length === 0) return null;
  return (
    <section class="progress" aria-live="polite">
      <h2>{isRunning ? "Applying …" : problems.length > 0 ? "Nothing was applied" : "Applied"}</h2>
      <ProblemList problems={problems} />
      <ul>
        {[...targets].map(([name, target]) => (
          <li key={name}>
            <strong>{name}</strong>{" "}
            <progress value={target.ended} max={Math.max(1, target.steps)} aria-label={`Steps done on ${name}`} />{" "}
            {target.ended} of {target.steps}, {wordsOf(target)}
            <ProblemList problems={target.problems} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsOf({ state }: TargetProgress): string {
  switch (state) {
    case "working":
      return "at work";
    case "waiting":
      return "the cloud is at work";
    case "reading":
      return "reading back";
    case "done":
      return "as planned";
    case "failed":
      return "not as planned";
  }
}
