import { toSecurityGroupError } from "@secgroup/core";
import type { Output } from "../context.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { errorLine, writeApplyLine } from "../render/apply-line.ts";
import { errorToJson } from "../render/error-to-json.ts";
import { renderError } from "../render/render-error.ts";
import { writeJson, writeLines } from "../render/write.ts";
import { stylesFor } from "../render/styles.ts";

/** What a command prints as JSON: one value, or a line for each thing that happens. */
export type JsonForm = "value" | "lines";

export interface ErrorOutputs {
  readonly stdout: Output;
  readonly stderr: Output;
  /** How stdout is to have the error too; not at all where undefined. */
  readonly json: JsonForm | undefined;
}

/** Says an error to people, and as JSON where that was asked for, and gives the exit code that it means. */
export function reportError(thrown: unknown, { stdout, stderr, json }: ErrorOutputs): ExitCode {
  const error = toSecurityGroupError(thrown);
  if (json === "value") writeJson(stdout, { error: errorToJson(error) });
  if (json === "lines") writeApplyLine(stdout, errorLine(error));
  writeLines(stderr, renderError(error, stylesFor(stderr)));
  return error.code === "aborted" ? exitCode.interrupted : exitCode.error;
}
