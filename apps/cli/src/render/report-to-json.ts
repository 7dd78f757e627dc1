import { hasConverged, type ApplyReport, type SecurityGroupError, type StepReport } from "@secgroup/core";
import { errorToJson, type ErrorJson } from "./error-to-json.ts";

/** The report as `--json` prints it. */
export interface ReportJson {
  readonly converged: boolean;
  /** Why targets of the document were not planned; absent when all were. */
  readonly failed?: readonly ErrorJson[] | undefined;
  readonly targets: readonly {
    readonly target: string;
    readonly steps: readonly {
      readonly step: StepReport["step"];
      readonly status: StepReport["status"];
      readonly error?: ErrorJson | undefined;
    }[];
    readonly error?: ErrorJson | undefined;
  }[];
}

export function reportToJson(report: ApplyReport, failed: readonly SecurityGroupError[]): ReportJson {
  return {
    converged: hasConverged(report) && failed.length === 0,
    failed: failed.length === 0 ? undefined : failed.map(errorToJson),
    targets: report.targets.map(({ target, steps, error }) => ({
      target,
      steps: steps.map((step) => ({
        step: step.step,
        status: step.status,
        error: step.error && errorToJson(step.error),
      })),
      error: error && errorToJson(error),
    })),
  };
}
