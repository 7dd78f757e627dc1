import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { namedTraffic, namesOn } from "../named.ts";
import type { Report, ReportTarget } from "../report.ts";
import { CutList } from "./cut-list.tsx";

interface ApplyDialogProperties {
  readonly report: Report;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

/** The groups that go, then what opens and closes; a line each. */
function effectsOf(target: ReportTarget): readonly string[] {
  const names = namesOn(target);
  const { groups, target: name } = target.plan;
  const gone = groups.flatMap(({ key, action }) => (action === "delete" ? [`deletes ${key} on ${name}`] : []));
  const traffic = groups.flatMap((group) =>
    (["opens", "closes"] as const).flatMap((kind) =>
      (group.traffic?.[kind] ?? []).map(({ line }) => `${kind} ${group.key} on ${name}: ${namedTraffic(line, names)}`),
    ),
  );
  return [...gone, ...traffic];
}

/** Asks whether the plan that is shown is to be carried out. */
export function ApplyDialog({ report, onApply, onCancel }: ApplyDialogProperties): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const needs = report.targets.flatMap(({ plan, notes }) =>
    plan.groups.flatMap(({ key }, index) =>
      (notes[index] ?? []).flatMap(({ kind, text }) => (kind === "needs" ? [`${key} on ${plan.target} ${text}`] : [])),
    ),
  );
  const mayApply = needs.length === 0 && report.targets.every(({ plan }) => plan.unproved.length === 0);
  return (
    <dialog ref={dialog} aria-labelledby="apply-title" onClose={onCancel}>
      <h2 id="apply-title">{mayApply ? "Apply this plan to the clouds?" : "This plan needs more than a click"}</h2>
      <ul>
        {[...report.summary, ...needs].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <CutList class="traffic" label="What the plan does">
        {report.targets.flatMap((target) =>
          effectsOf(target).map((line, index) => <li key={`${target.plan.target} ${index}`}>{line}</li>),
        )}
      </CutList>
      {mayApply ? null : (
        <p class="unproved">
          <strong>Such a plan is applied in a terminal only, with the flags that agree to it.</strong>
        </p>
      )}
      <div class="choices">
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
        {mayApply ? (
          <button type="button" class="main" onClick={onApply}>
            Apply
          </button>
        ) : null}
      </div>
    </dialog>
  );
}
