import type { ComponentChildren, JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Report } from "../report.ts";
import { findAddressed, useAddress } from "./address.ts";
import { focusOn } from "./focus-on.ts";
import { GroupView } from "./group-view.tsx";
import { Overview } from "./overview.tsx";
import { TargetLinks } from "./target-links.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import { UndeclaredView } from "./undeclared-view.tsx";

interface ReportProperties {
  readonly report: Report;
  /** What can be done with the plan, in the page's head. */
  readonly actions?: ComponentChildren;
  /** How far it is, below all else. */
  readonly progress?: ComponentChildren;
}

/** The whole page: targets and groups on the left, one of them or the overview on the right. */
export function ReportPage({ report, actions, progress }: ReportProperties): JSX.Element {
  const address = useAddress();
  const chosen = useMemo(() => findAddressed(report, address), [report, address]);
  const links = useRef<HTMLDivElement>(null);
  useShownFromTop(address, links);
  const unplanned = report.failed.flatMap(({ target }) =>
    target === undefined || report.targets.some(({ plan }) => plan.target === target) ? [] : [target],
  );
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
        <div class="links" ref={links}>
          {report.targets.map((target) => (
            <TargetLinks target={target} address={address} key={target.plan.target} />
          ))}
          {unplanned.map((target) => (
            <section key={target}>
              <h2>{target}</h2>
              <p class="place">
                <a href="#">could not be read</a>
              </p>
            </section>
          ))}
        </div>
      </nav>
      <main>
        {chosen === undefined ? <Overview report={report} /> : null}
        {chosen?.kind === "declared" ? <GroupView target={chosen.target} group={chosen.group} key={address} /> : null}
        {chosen?.kind === "undeclared" ? (
          <UndeclaredView target={chosen.target} group={chosen.group} key={address} />
        ) : null}
        {progress}
      </main>
    </div>
  );
}

/** Shows what an address leads to from its top, and the link to it; the browser scrolls only to what has that id. */
function useShownFromTop(address: string, links: { readonly current: HTMLElement | null }): void {
  const before = useRef(address);
  useEffect(() => {
    if (before.current === address) return;
    before.current = address;
    links.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
    document.querySelector("h1")?.scrollIntoView();
    focusOn("h1");
  }, [address, links]);
}
