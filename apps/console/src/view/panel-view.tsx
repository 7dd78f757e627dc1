import type { PicturePanel, TrafficPicture } from "@secgroup/core";
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { GroupNames } from "../named.ts";
import { onlyChanges } from "../picture/only-changes.ts";
import { PictureView } from "./picture-view.tsx";

interface PanelProperties {
  readonly picture: TrafficPicture;
  readonly panel: PicturePanel;
  readonly names: GroupNames;
}

/** With more rows or columns than this, what changes is hard to see among what does not. */
const mostAtOnce = 32;

/** A panel of a picture; a large one is shown only where something changes, until somebody wants the whole. */
export function PanelView({ picture, panel, names }: PanelProperties): JSX.Element {
  const isLarge = Math.max(panel.rows.length, panel.columns.length) > mostAtOnce;
  const changes = useMemo(() => (isLarge ? onlyChanges(panel) : panel), [isLarge, panel]);
  const [isWhole, showWhole] = useState(false);
  const { rows, columns } = changes;
  return (
    <>
      {changes === panel ? null : (
        <label class="only-changes">
          <input type="checkbox" checked={!isWhole} onChange={() => showWhole(!isWhole)} />
          <span>
            only where something changes: {rows.length} of {panel.rows.length} rows, {columns.length} of{" "}
            {panel.columns.length} columns
          </span>
        </label>
      )}
      <PictureView
        picture={picture}
        panel={isWhole ? panel : changes}
        names={names}
        key={isWhole ? "whole" : "changes"}
      />
    </>
  );
}
