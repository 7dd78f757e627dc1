import type { ApplyEvent, SecurityGroupError } from "@secgroup/core";
import type { Output } from "../context.ts";
import { errorToJson, type ErrorJson } from "./error-to-json.ts";
import type { ReportJson } from "./report-to-json.ts";

/** The last line when apply came to its end, well or not. */
export interface ReportLine extends ReportJson {
  readonly kind: "report";
}

/** The last line when there is no report: as a rule the only one, since what goes wrong once a write was sent is in the report. */
export interface ErrorLine {
  readonly kind: "error";
  readonly error: ErrorJson;
}

/** One line of `secgroup apply --json`, an object without line breaks. The last one is the report or an error; the others are events, in their order. */
export type ApplyLine = ApplyEvent | ReportLine | ErrorLine;

export function writeApplyLine(output: Output, line: ApplyLine): void {
  output.write(`${JSON.stringify(line)}\n`);
}

export function errorLine(error: SecurityGroupError): ErrorLine {
  return { kind: "error", error: errorToJson(error) };
}
