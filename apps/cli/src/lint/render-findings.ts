import type { Styles } from "../render/styles.ts";
import { count, list } from "../render/words.ts";
import type { PlacedFinding } from "./placed-finding.ts";

/** Findings in the form that compilers gave to the world, `file:line:column: level: message [id]`, with a line that sums them up. */
export function renderFindings(
  findings: readonly PlacedFinding[],
  { file, groups }: { readonly file: string; readonly groups: number },
  styles: Styles,
): readonly string[] {
  if (findings.length === 0) return [`${styles.green("✓")} ${file}: nothing found in ${count(groups, "group")}`];
  const color = { error: styles.red, warning: styles.yellow, note: styles.cyan };
  const lines = findings.map(({ id, level, group, message, place }) => {
    const position = [place.file, place.line, place.column].filter((part) => part !== undefined).join(":");
    return `${position}: ${color[level](level)}: ${group}: ${message} ${styles.dim(`[${id}]`)}`;
  });
  const counts = (["error", "warning", "note"] as const).map((level) => {
    const number = findings.filter((finding) => finding.level === level).length;
    return number === 0 ? undefined : count(number, level);
  });
  const canFix = findings.some(({ id }) => id === "redundant-rule" || id === "mergeable-rules");
  const hint = canFix ? "; --fix drops and merges rules" : "";
  return [...lines, `${list(counts)} in ${count(groups, "group")} of ${file}${hint}`];
}
