import type { ErrorCode, ErrorPlace, SecurityGroupError, VendorAnswer } from "@secgroup/core";
import { nextStep } from "./next-step.ts";
import { listErrors } from "./list-errors.ts";

/** A single error as `--json` prints it; what is not known is left out. */
export interface SingleErrorJson {
  readonly code: ErrorCode;
  readonly message: string;
  /** What to do next. */
  readonly hint: string;
  readonly place: ErrorPlace;
  readonly vendor?: VendorAnswer | undefined;
  readonly retryable: boolean;
}

/** The first error, with all of them in `related` when there are several. */
export interface ErrorJson extends SingleErrorJson {
  readonly related?: readonly SingleErrorJson[] | undefined;
}

export function errorToJson(error: SecurityGroupError): ErrorJson {
  const singles = listErrors(error).map(singleToJson);
  return { ...(singles[0] ?? singleToJson(error)), related: singles.length > 1 ? singles : undefined };
}

function singleToJson(error: SecurityGroupError): SingleErrorJson {
  const { code, message, place, vendor, retryable } = error;
  return { code, message, hint: nextStep(error), place, vendor, retryable };
}
