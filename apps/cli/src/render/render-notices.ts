import type { Notice } from "@secgroup/config";
import { renderPosition } from "./render-error.ts";
import type { Styles } from "./styles.ts";

/** The messages name their fields themselves. */
function renderNotice({ message, place }: Notice, styles: Styles): string {
  const position = renderPosition({ ...place, path: undefined });
  return `${styles.yellow("note")} ${message}${position === undefined ? "" : `\n  ${styles.dim(position)}`}`;
}

/** What the author of a document should know although it is right. */
export function renderNotices(notices: readonly Notice[], styles: Styles): readonly string[] {
  if (notices.length === 0) return [];
  return [...notices.map((notice) => renderNotice(notice, styles)), ""];
}
