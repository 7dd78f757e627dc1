import type { components } from "@secgroup/api-types/ionos";
import type { RequestProblem } from "../check-request.ts";

type Message = components["schemas"]["ErrorMessage"];
type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 412 | 415 | 422 | 423;

/**
 * A refused call, thrown by handlers and answered in IONOS' error envelope.
 *
 * Error codes seen in the vendor's public answers are `100` (validation), `151` (a reference to nothing) and `309` (no such object).
 * All others are not published; where the simulator needs one (limits, a group in use, duplicates) it says `100`, like other validation.
 */
export class IonosRefusal extends Error {
  override readonly name = "IonosRefusal";
  readonly status: RefusalStatus;
  readonly messages: readonly Message[];

  constructor(status: RefusalStatus, messages: readonly Message[]) {
    super(messages.map(({ message }) => message).join("; "));
    this.status = status;
    this.messages = messages;
  }
}

export const notFound = (): IonosRefusal =>
  new IonosRefusal(404, [{ errorCode: "309", message: "Resource does not exist" }]);

/** A 422; each text begins with the path of the field in brackets. */
export const invalid = (messages: readonly string[], errorCode = "100", status: RefusalStatus = 422): IonosRefusal =>
  new IonosRefusal(
    status,
    messages.map((message) => ({ errorCode, message })),
  );

/** A 422 for a group that is named and does not exist. */
export const missingReference = (path: string, id: string): IonosRefusal =>
  invalid([`[${path}] Resource referenced by '${id}' does not exist`], "151");

/** What departs from the API's schemas, in the vendor's words where they are known. Bodies of PATCH are bare: their fields are those of `properties`. */
export function describeProblems(problems: readonly RequestProblem[], method: string): readonly string[] {
  return problems.map((problem) => `[${placeOf(problem, method)}] ${describe(problem)}`);
}

function placeOf({ location, path }: RequestProblem, method: string): string {
  if (location !== "body") return `(${location}).${path}`;
  return `(root)${method === "PATCH" ? ".properties" : ""}${path.replaceAll("/", ".")}`;
}

function describe({ keyword, message, location }: RequestProblem): string {
  switch (keyword) {
    case "required":
      return "Attribute is required";
    case "additionalProperties":
      return location === "query" ? "Parameter is unknown" : "Attribute is unknown";
    case "false schema":
      return "Attribute is not allowed in update requests";
    default:
      return `Value ${message}`;
  }
}
