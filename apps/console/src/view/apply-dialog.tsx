import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface ApplyDialogProperties {
  readonly summary: readonly string[];
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

/** Asks whether the plan that is shown is to be carried out. */
export function ApplyDialog({ summary, onApply, onCancel }: ApplyDialogProperties): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="apply-title" onClose={onCancel}>
      <h2 id="apply-title">Apply this plan to the clouds?</h2>
      <ul>
        {summary.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div class="choices">
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
        <button type="button" class="main" onClick={onApply}>
          Apply
        </button>
      </div>
    </dialog>
  );
}
