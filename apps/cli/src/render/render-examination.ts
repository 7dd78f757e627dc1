import type { Examination, Finding, Status } from "../doctor/finding.ts";
import { locate } from "../targets/locate-target.ts";
import { renderTarget } from "./render-target.ts";
import type { Styles } from "./styles.ts";
import { count } from "./words.ts";

/** What `secgroup doctor` found, a line for each thing that was looked at. */
export function renderExamination({ findings, targets }: Examination, styles: Styles): readonly string[] {
  const all = [...findings, ...targets.flatMap((target) => target.findings)];
  const number = (wanted: Status): number => all.filter(({ status }) => status === wanted).length;
  const [failed, warnings, unknown] = [number("failed"), number("warning"), number("unknown")];
  const counts = [
    failed > 0 ? `${failed} failed` : `${styles.green("✓")} nothing failed`,
    ...(warnings > 0 ? [count(warnings, "warning")] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
  ];
  return [
    ...findings.flatMap((finding) => renderFinding(finding, styles)),
    ...targets.flatMap(({ target, findings }) => [
      "",
      renderTarget({ target: target.name, cloud: target.cloud, location: locate(target) }, styles),
      ...findings.flatMap((finding) => renderFinding(finding, styles)),
    ]),
    "",
    counts.join(", "),
  ];
}

const statusWidth = Math.max(
  ...(["ok", "warning", "failed", "unknown"] satisfies Status[]).map(({ length }) => length),
);
const checkWidth = "write rights".length;

function renderFinding({ check, status, message, hint }: Finding, styles: Styles): readonly string[] {
  const indent = " ".repeat(2 + statusWidth + 2 + checkWidth + 2);
  const lines = message.replaceAll("\n", `\n${indent}`);
  return [
    `  ${dress(status, styles)}  ${check.padEnd(checkWidth)}  ${lines}`,
    ...(hint === undefined ? [] : [`${indent}${styles.dim(hint)}`]),
  ];
}

function dress(status: Status, styles: Styles): string {
  const text = status.padEnd(statusWidth);
  switch (status) {
    case "ok":
      return styles.green(text);
    case "warning":
      return styles.yellow(text);
    case "failed":
      return styles.red(text);
    case "unknown":
      return styles.dim(text);
  }
}
