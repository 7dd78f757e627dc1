import type { JSX } from "preact";
import type { Progress, TargetProgress } from "../progress.ts";

/** How far an apply is, and what became of it. */
export function ProgressView({ progress }: { readonly progress: Progress }): JSX.Element | null {
  const { targets, problems, isRunning } = progress;
  if (!isRunning && targets.size === 0 && problems.length === 0) return null;
  return (
    <section class="progress" aria-live="polite">
      <h2>{isRunning ? "Applying …" : problems.length > 0 ? "Nothing was applied" : "Applied"}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem} class="unproved">
            {problem}
          </li>
        ))}
        {[...targets].map(([name, target]) => (
          <li key={name}>
            <strong>{name}</strong>{" "}
            <progress value={target.ended} max={Math.max(1, target.steps)} aria-label={`Steps done on ${name}`} />{" "}
            {target.ended} of {target.steps}, {wordsOf(target)}
            {target.problems.map((problem) => (
              <div key={problem} class="unproved">
                {problem}
              </div>
            ))}
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
