import type { ComponentChildren, JSX } from "preact";

interface CutListProperties {
  readonly class: string;
  readonly label?: string | undefined;
  /** List items. */
  readonly children: readonly ComponentChildren[];
}

const most = 12;

/** A list of which the first 12 items are seen, and the others when somebody asks for them. */
export function CutList({ class: name, label, children }: CutListProperties): JSX.Element {
  const left = children.slice(most);
  return (
    <>
      <ul class={name} aria-label={label}>
        {children.slice(0, most)}
      </ul>
      {left.length === 0 ? null : (
        <details>
          <summary>… and {left.length} more</summary>
          <ul class={name} aria-label={label && `${label}, continued`}>
            {left}
          </ul>
        </details>
      )}
    </>
  );
}
