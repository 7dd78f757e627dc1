import type { JSX } from "preact";
import type { Report } from "../report.ts";
import { ProblemList } from "./problem-list.tsx";
import { TargetOverview } from "./target-overview.tsx";

/** What the whole plan comes to: the traffic that opens and closes first, then the steps. */
export function Overview({ report }: { readonly report: Report }): JSX.Element {
  return (
    <>
      <h1>{report.document}</h1>
      <ul class="summary">
        {report.summary.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {report.failed.length > 0 ? (
        <section class="failed" aria-label="What could not be read">
          <h2>Could not be read</h2>
          {report.failed.map(({ target, problems }, index) => (
            <section key={index}>
              {target === undefined ? null : <h3>{target}</h3>}
              <ProblemList problems={problems} />
            </section>
          ))}
        </section>
      ) : null}
      {report.targets.map((target) => (
        <TargetOverview target={target} key={target.plan.target} />
      ))}
    </>
  );
}
