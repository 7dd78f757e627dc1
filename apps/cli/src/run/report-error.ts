import { toSecurityGroupError } from "@secgroup/core";
import type { Output } from "../context.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { errorToJson } from "../render/error-to-json.ts";
import { renderError } from "../render/render-error.ts";
import { writeJson, writeLines } from "../render/write.ts";
import { stylesFor } from "../render/styles.ts";

export interface ErrorOutputs {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether stdout is to have the error as JSON too. */
  readonly json: boolean | undefined;
}

/** Says an error to people, and as JSON where that was asked for, and gives the exit code that it means. */
export function reportError(thrown: unknown, { stdout, stderr, json }: ErrorOutputs): ExitCode {
  const error = toSecurityGroupError(thrown);
  if (json) writeJson(stdout, { error: errorToJson(error) });
  writeLines(stderr, renderError(error, stylesFor(stderr)));
  return error.code === "aborted" ? exitCode.interrupted : exitCode.error;
}
