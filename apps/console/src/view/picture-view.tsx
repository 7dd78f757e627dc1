import type { PicturePanel, TrafficPicture } from "@secgroup/core";
import type { JSX, TargetedKeyboardEvent, TargetedPointerEvent } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { cellAt, layPicture, type PictureLayout } from "../picture/picture-layout.ts";
import { paintPicture } from "../picture/paint-picture.ts";
import type { GroupNames } from "../named.ts";
import { explainCell, shortColumnWords, shortRowWords } from "../picture/picture-words.ts";
import { isChange } from "../picture/only-changes.ts";
import { moveCell, type CellPosition } from "../picture/move-cell.ts";
import { RuleLine } from "./rule-line.tsx";

interface PictureProperties {
  readonly picture: TrafficPicture;
  readonly panel: PicturePanel;
  readonly names: GroupNames;
}

/** Cells over service and other end, and above them what becomes of the packets under the cursor. */
export function PictureView({ picture, panel, names }: PictureProperties): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [position, setPosition] = useState<CellPosition>(() => firstChange(panel));
  const labels = useMemo(
    () => ({
      columns: panel.columns.map(shortColumnWords),
      rows: panel.rows.map((row) => shortRowWords(row, names)),
    }),
    [panel, names],
  );
  const layout = useMemo(() => layPicture(labels, width), [labels, width]);
  useEffect(() => {
    const paint = (): void => {
      if (canvas.current !== null) paintPicture(canvas.current, panel, layout, labels, position);
    };
    paint();
    // Another theme has other colours.
    const watcher = new MutationObserver(paint);
    watcher.observe(document.documentElement, { attributes: true });
    return () => watcher.disconnect();
  }, [panel, layout, labels, position]);
  const point = (event: TargetedPointerEvent<HTMLCanvasElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const cell = cellAt(layout, { x: event.clientX - box.left, y: event.clientY - box.top });
    if (cell !== undefined) setPosition(cell);
  };
  const move = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const next = moveCell(event.key, position, panel);
    if (next === undefined) return;
    event.preventDefault();
    setPosition(next);
  };
  return (
    <figure class="picture">
      <Explanation told={explainCell(picture, panel, position, names)} />
      <Legend />
      <div
        class="cells"
        ref={frame}
        // A grid that is moved about in with the arrow keys; what the cell says is told above.
        role="application"
        tabIndex={0}
        aria-label="Traffic over service and address. Arrow keys move from cell to cell."
        aria-describedby="explanation"
        onKeyDown={move}
      >
        <canvas ref={canvas} style={sizeOf(layout)} onPointerMove={point} onPointerDown={point} aria-hidden="true" />
      </div>
    </figure>
  );
}

function Legend(): JSX.Element {
  return (
    <ul class="legend" aria-label="Colours">
      <li class="opens">opens</li>
      <li class="closes">closes</li>
      <li class="stays">stays allowed</li>
      <li class="refused">refused</li>
    </ul>
  );
}

function Explanation({ told }: { readonly told: ReturnType<typeof explainCell> }): JSX.Element {
  return (
    <figcaption id="explanation" aria-live="polite">
      {told === undefined ? null : (
        <>
          <p class="packets">{told.packets}</p>
          <p class={`outcome ${told.state}`}>{told.outcome}</p>
          <ul class="rules">
            {told.rules.map(({ text, stands }, index) => (
              <RuleLine key={index} text={text} stands={stands} />
            ))}
            {told.rules.length === 0 ? <li class="quiet">No rule matches these packets.</li> : null}
          </ul>
        </>
      )}
    </figcaption>
  );
}

function firstChange({ cells }: PicturePanel): CellPosition {
  for (const [row, states] of cells.entries()) {
    const column = states.findIndex(isChange);
    if (column >= 0) return { row, column };
  }
  return { row: 0, column: 0 };
}

function sizeOf({ width, height }: PictureLayout): string {
  return `width: ${width}px; height: ${height}px`;
}

/** How wide an element is, in CSS pixels, also after the window changes. */
function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(960);
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    setWidth(current.clientWidth);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
