import { hasConverged, type ApplyReport, type StepReport } from "@secgroup/core";
import { errorToJson, type ErrorJson } from "./error-to-json.ts";

/** The report as `--json` prints it. */
export interface ReportJson {
  readonly converged: boolean;
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

export function reportToJson(report: ApplyReport): ReportJson {
  return {
    converged: hasConverged(report),
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
