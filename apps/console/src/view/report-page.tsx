import type { ComponentChildren, JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Report, ReportTarget } from "../report.ts";
import { GroupView } from "./group-view.tsx";
import { groupAddress, useAddress } from "./address.ts";
import { Overview } from "./overview.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

interface ReportProperties {
  readonly report: Report;
  /** What can be done with the plan, and how far it is; beside the page's own head. */
  readonly actions?: ComponentChildren;
  readonly progress?: ComponentChildren;
}

/** The whole page: targets and groups on the left, one of them or the overview on the right. */
export function ReportPage({ report, actions, progress }: ReportProperties): JSX.Element {
  const address = useAddress();
  const chosen = useMemo(() => findGroup(report, address), [report, address]);
  return (
    <div class="page">
      <header>
        <a class="brand" href="#">
          secgroup plan
        </a>
        <span class="document">{report.document}</span>
        <time dateTime={new Date(report.madeAt).toISOString()}>{new Date(report.madeAt).toLocaleString()}</time>
        {actions}
        <ThemeSwitch />
      </header>
      <nav aria-label="Targets and groups">
        {report.targets.map((target) => (
          <TargetLinks target={target} address={address} key={target.plan.target} />
        ))}
      </nav>
      <main>
        {progress}
        {chosen === undefined ? (
          <Overview report={report} />
        ) : (
          <GroupView target={chosen.target} group={chosen.group} key={address} />
        )}
      </main>
    </div>
  );
}

function TargetLinks({ target, address }: { readonly target: ReportTarget; readonly address: string }): JSX.Element {
  const { plan, place } = target;
  return (
    <section>
      <h2>{plan.target}</h2>
      <p class="place">{place.join(", ")}</p>
      <ul>
        {plan.groups.map((group) => {
          const own = groupAddress(plan.target, group.key);
          const traffic = group.traffic;
          return (
            <li key={group.key}>
              <a href={`#${own}`} aria-current={own === address ? "page" : undefined}>
                <span class="name">{group.key}</span>
                <span class="marks">
                  {traffic !== undefined && traffic.opens.length > 0 ? (
                    <span class="mark opens" title="opens traffic">
                      +{traffic.opens.length}
                    </span>
                  ) : null}
                  {traffic !== undefined && traffic.closes.length > 0 ? (
                    <span class="mark closes" title="closes traffic">
                      −{traffic.closes.length}
                    </span>
                  ) : null}
                  {group.action === "create" || group.action === "delete" ? (
                    <span class="mark">{group.action}</span>
                  ) : null}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function findGroup(
  { targets }: Report,
  address: string,
): { readonly target: ReportTarget; readonly group: ReportTarget["plan"]["groups"][number] } | undefined {
  for (const target of targets) {
    const group = target.plan.groups.find(({ key }) => groupAddress(target.plan.target, key) === address);
    if (group !== undefined) return { target, group };
  }
  return undefined;
}
