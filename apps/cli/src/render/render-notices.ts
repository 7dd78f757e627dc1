import type { Notice } from "@secgroup/config";
import { describePosition } from "./describe-errors.ts";
import type { Styles } from "./styles.ts";

/** The messages name their fields themselves. */
function renderNotice({ message, place }: Notice, styles: Styles): string {
  const position = describePosition({ ...place, path: undefined });
  return `${styles.yellow("note")} ${message}${position === undefined ? "" : `\n  ${styles.dim(position)}`}`;
}

/** What the author of a document should know although it is right. */
export function renderNotices(notices: readonly Notice[], styles: Styles): readonly string[] {
  if (notices.length === 0) return [];
  return [...notices.map((notice) => renderNotice(notice, styles)), ""];
}
