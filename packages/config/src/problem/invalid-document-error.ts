import { SecurityGroupError, type ErrorPlace } from "@secgroup/core";

/** One thing that is wrong with a document: what, why, and what to do. */
export interface DocumentProblem {
  readonly message: string;
  readonly place: ErrorPlace;
}

/** Everything that is wrong with one document, under the code `invalid-document`; `place` is that of the first problem. */
export class InvalidDocumentError extends SecurityGroupError {
  /** In the order of the text; never empty. */
  readonly problems: readonly DocumentProblem[];

  constructor(problems: readonly [DocumentProblem, ...DocumentProblem[]], options: { readonly cause?: unknown } = {}) {
    super("invalid-document", problems.map(formatProblem).join("\n"), {
      place: problems[0].place,
      cause: options.cause,
    });
    this.problems = problems;
  }
}

/** One line: `file:line:column path: message`, each part only where it is known. */
export function formatProblem({ message, place }: DocumentProblem): string {
  const where = [formatPosition(place), place.path].filter((part) => part !== undefined && part !== "").join(" ");
  return where === "" ? message : `${where}: ${message}`;
}

/** `file:line:column`, without line and column where they are not known. */
export function formatPosition({ file, line, column }: ErrorPlace): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
