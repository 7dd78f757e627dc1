import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Report } from "../report.ts";

interface ApplyDialogProperties {
  readonly report: Report;
  readonly onApply: () => void;
  readonly onCancel: () => void;
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
