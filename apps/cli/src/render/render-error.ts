import type { ErrorCode, ErrorPlace, SecurityGroupError, VendorAnswer } from "@secgroup/core";
import { cutList, more } from "./cut.ts";
import { listErrors } from "./list-errors.ts";
import { nextStep } from "./next-step.ts";
import { cloudTitle } from "./render-target.ts";
import type { Styles } from "./styles.ts";
import { count } from "./words.ts";

/** Errors about a text say the way to the field first: their messages are written to follow it. */
const pathLeads: ReadonlySet<ErrorCode> = new Set(["invalid-document", "invalid-plan"]);

/** Errors that are shown of those that were found together. */
const mostErrors = 10;

/** An error for people: what, where, what the vendor said, what to do next; one after the other when there are several. */
export function renderError(error: SecurityGroupError, styles: Styles): readonly string[] {
  const singles = withoutTwins(listErrors(error));
  const { shown, left } = cutList(singles, mostErrors);
  // What several have to be told alike is said once, below the last of them.
  const hints = shown.map(nextStep);
  const lines = shown.flatMap((single, index) =>
    renderSingle(
      single,
      single.hint ?? (hints.lastIndexOf(hints[index] ?? "") === index ? hints[index] : undefined),
      styles,
    ),
  );
  if (left > 0) lines.push(styles.dim(more(left, "errors")));
  return singles.length > 1 ? [...lines, count(singles.length, "error")] : lines;
}

/** Two rules of one line of a document, one for each IP version, are one thing to mend. */
function withoutTwins(errors: readonly SecurityGroupError[]): readonly SecurityGroupError[] {
  const said = new Set<string>();
  return errors.filter(({ code, message, place }) => {
    const key = JSON.stringify([code, message, { ...place, rule: place.line === undefined ? place.rule : undefined }]);
    return !said.has(key) && said.add(key);
  });
}

function renderSingle(
  { code, message, place, vendor }: SecurityGroupError,
  hint: string | undefined,
  styles: Styles,
): readonly string[] {
  const leads = pathLeads.has(code) && place.path !== undefined && place.path !== "";
  const said = leads ? `${place.path}: ${message}` : message;
  const position = renderPosition(leads ? { ...place, path: undefined } : place);
  const details = [position, renderObject(place), vendor && renderVendor(vendor, message), hint && `hint: ${hint}`];
  return [
    `${styles.red(styles.bold("error"))} ${styles.bold(code)}: ${said.replaceAll("\n", "\n  ")}`,
    ...details.filter((line) => line !== undefined && line !== "").map((line) => `  ${styles.dim(line)}`),
  ];
}

/** `at secgroup.yaml:12:5 groups.web.on`. */
export function renderPosition({ file, line, column, path }: ErrorPlace): string | undefined {
  const position = [file, line, column].filter((part) => part !== undefined).join(":");
  const parts = [position, path].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? undefined : `at ${parts.join(" ")}`;
}

function renderObject({ target, group, rule, field }: ErrorPlace): string {
  const named = Object.entries({ target, group, rule, field }).filter(([, value]) => value !== undefined);
  return named.map(([name, value]) => `${name} ${value}`).join(", ");
}

function renderVendor({ cloud, request, status, code, message, requestId }: VendorAnswer, said: string): string {
  const answer = [status, code].filter((part) => part !== undefined).join(" ");
  const parts = [
    answer === "" ? "" : `answer ${answer}`,
    request === undefined ? "" : `to ${request}`,
    requestId === undefined ? "" : `request id ${requestId}`,
    message === undefined || said.includes(message) ? "" : message,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `${cloudTitle(cloud)}: ${parts.join(", ")}`;
}
