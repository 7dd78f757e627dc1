import type { JSX } from "preact";
import type { Problem } from "../report.ts";

/** What went wrong: each problem, where it is, and apart from both what to do next. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }): JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <ul class="problems">
      {problems.map(({ text, details, hint }, index) => (
        <li key={index}>
          <p class="unproved">{text}</p>
          {details.map((line) => (
            <p class="quiet" key={line}>
              {line}
            </p>
          ))}
          {hint === undefined ? null : <p class="hint">{hint}</p>}
        </li>
      ))}
    </ul>
  );
}
