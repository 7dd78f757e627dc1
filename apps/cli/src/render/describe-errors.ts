import type { ErrorCode, ErrorPlace, SecurityGroupError, VendorAnswer } from "@secgroup/core";
import { cutList } from "./cut.ts";
import { listErrors } from "./list-errors.ts";
import { nextStep } from "./next-step.ts";
import { cloudTitle } from "./render-target.ts";

/** Errors about a text say the way to the field first: their messages are written to follow it. */
const pathLeads: ReadonlySet<ErrorCode> = new Set(["invalid-document", "invalid-plan"]);

/** Errors that are shown of those that were found together. */
const mostErrors = 10;

/** An error in words, for whoever lays them out. */
export interface DescribedError {
  readonly code: ErrorCode;
  /** What is wrong, after the way to the field where it is about a text. */
  readonly text: string;
  /** Where, and what the vendor said; a line each. */
  readonly details: readonly string[];
  /** What to do next; absent where a later error of the same list says the same. */
  readonly hint?: string | undefined;
}

/** What errors say to people, in their order; of many the first, with the number of those that are left and of all. */
export function describeErrors(errors: readonly SecurityGroupError[]): {
  readonly shown: readonly DescribedError[];
  readonly left: number;
  readonly total: number;
} {
  const singles = withoutTwins(errors.flatMap(listErrors));
  const { shown, left } = cutList(singles, mostErrors);
  // What several have to be told alike is said once, below the last of them.
  const hints = shown.map(nextStep);
  return {
    shown: shown.map((single, index) => ({
      ...describeSingle(single),
      hint: single.hint ?? (hints.lastIndexOf(hints[index] ?? "") === index ? hints[index] : undefined),
    })),
    left,
    total: singles.length,
  };
}

/** Two rules of one line of a document, one for each IP version, are one thing to mend. */
function withoutTwins(errors: readonly SecurityGroupError[]): readonly SecurityGroupError[] {
  const said = new Set<string>();
  return errors.filter(({ code, message, place }) => {
    const key = JSON.stringify([code, message, { ...place, rule: place.line === undefined ? place.rule : undefined }]);
    return !said.has(key) && said.add(key);
  });
}

function describeSingle({ code, message, place, vendor }: SecurityGroupError): DescribedError {
  const leads = pathLeads.has(code) && place.path !== undefined && place.path !== "";
  const position = describePosition(leads ? { ...place, path: undefined } : place);
  const details = [position, describeObject(place), vendor && describeVendor(vendor, message)];
  return {
    code,
    text: leads ? `${place.path}: ${message}` : message,
    details: details.flatMap((line) => line || []),
  };
}

/** `at secgroup.yaml:12:5 groups.web.on`. */
export function describePosition({ file, line, column, path }: ErrorPlace): string | undefined {
  const position = [file, line, column].filter((part) => part !== undefined).join(":");
  const parts = [position, path].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? undefined : `at ${parts.join(" ")}`;
}

function describeObject({ target, group, rule, field }: ErrorPlace): string {
  const named = Object.entries({ target, group, rule, field }).filter(([, value]) => value !== undefined);
  return named.map(([name, value]) => `${name} ${value}`).join(", ");
}

function describeVendor({ cloud, request, status, code, message, requestId }: VendorAnswer, said: string): string {
  const answer = [status, code].filter((part) => part !== undefined).join(" ");
  const parts = [
    answer === "" ? "" : `answer ${answer}`,
    request === undefined ? "" : `to ${request}`,
    requestId === undefined ? "" : `request id ${requestId}`,
    message === undefined || said.includes(message) ? "" : message,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `${cloudTitle(cloud)}: ${parts.join(", ")}`;
}
