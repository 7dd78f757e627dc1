import type { JSX } from "preact";
import { namesOf } from "../named.ts";
import type { Report, ReportTarget } from "../report.ts";
import { groupAddress } from "./address.ts";
import { TrafficLines } from "./traffic-lines.tsx";
import { Waves } from "./waves.tsx";

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
        <section class="failed" aria-label="Targets that could not be read">
          <h2>Could not be read</h2>
          <ul>
            {report.failed.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {report.targets.map((target) => (
        <TargetOverview target={target} key={target.plan.target} />
      ))}
    </>
  );
}

function TargetOverview({ target }: { readonly target: ReportTarget }): JSX.Element {
  const { plan, place, waves } = target;
  const names = namesOf(plan.groups);
  const changed = plan.groups.filter(({ traffic }) => traffic !== undefined);
  return (
    <section class="target">
      <h2>
        {plan.target} <span class="place">{place.join(", ")}</span>
      </h2>
      {changed.length === 0 ? <p>Nothing changes.</p> : null}
      {changed.map((group) => (
        <section class="group" key={group.key}>
          <h3>
            <a href={`#${groupAddress(plan.target, group.key)}`}>{group.key}</a>
          </h3>
          <TrafficLines kind="opens" lines={group.traffic?.opens ?? []} names={names} />
          <TrafficLines kind="closes" lines={group.traffic?.closes ?? []} names={names} />
          {group.traffic?.opens.length === 0 && group.traffic.closes.length === 0 ? (
            <p class="quiet">No packet is treated otherwise than before.</p>
          ) : null}
        </section>
      ))}
      <Waves waves={waves} unproved={plan.unproved} />
    </section>
  );
}
