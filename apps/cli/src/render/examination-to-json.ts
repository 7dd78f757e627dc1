import type { Examination, Finding, Usage } from "../doctor/finding.ts";
import { locate, type Location } from "../targets/locate-target.ts";

/** What `secgroup doctor --json` prints. */
export interface ExaminationJson {
  /** Whether nothing failed. */
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  readonly targets: readonly {
    readonly target: string;
    readonly cloud: string;
    readonly location: Location;
    readonly findings: readonly Finding[];
    readonly usage?: Usage | undefined;
  }[];
}

export function examinationToJson(examination: Examination): ExaminationJson {
  return {
    ok: !hasFailed(examination),
    findings: examination.findings,
    targets: examination.targets.map(({ target, findings, usage }) => ({
      target: target.name,
      cloud: target.cloud,
      location: locate(target),
      findings,
      usage,
    })),
  };
}

export function hasFailed({ findings, targets }: Examination): boolean {
  return [...findings, ...targets.flatMap((target) => target.findings)].some(({ status }) => status === "failed");
}
