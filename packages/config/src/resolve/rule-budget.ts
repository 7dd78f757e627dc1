import type { ProblemList } from "../problem/problem-list.ts";
import type { DocumentPath } from "../source/document-path.ts";

// Hundreds of full groups are far below it; a few lines that multiply one another are not.
const maximumRules = 250_000;

/** How much the lists of one document may be multiplied together, so that a small text cannot exhaust the machine. */
export class RuleBudget {
  #left = maximumRules;

  /** Whether there is room for so many more rules; the first time that there is none is a problem at `path`. */
  take(count: number, path: DocumentPath, problems: ProblemList): boolean {
    if (count > this.#left && this.#left >= 0) {
      problems.add(path, `brings the rules of this document to more than ${maximumRules}; divide the document`);
      this.#left = -1;
    }
    if (this.#left < 0) return false;
    this.#left -= count;
    return true;
  }
}
