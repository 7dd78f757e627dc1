import type { ErrorPlace } from "@secgroup/core";
import type { DocumentPath } from "../source/document-path.ts";
import type { Places, PlacePart } from "../source/places.ts";
import { InvalidDocumentError, type DocumentProblem } from "./invalid-document-error.ts";
import { shorten } from "./shorten.ts";

// Nobody reads more, and looking for them may take as long as somebody who means harm wants.
const maximumProblems = 1000;

/** Collects what is wrong with one document, so that its author sees all of it at once. */
export class ProblemList {
  readonly places: Places;
  readonly #problems: DocumentProblem[] = [];
  readonly #unknown = new Set<string | undefined>();

  constructor(places: Places) {
    this.places = places;
  }

  /** `part` says whether the key or the value of the field is to blame. */
  add(path: DocumentPath, message: string, part: PlacePart = "value"): void {
    const place = this.places.at(path, part);
    if (!this.#unknown.has(place.path)) this.addAt(place, message);
  }

  /** The field has no value that could be judged, so nothing else is said of it. */
  addUnknown(path: DocumentPath, message: string): void {
    const place = this.places.at(path);
    this.addAt(place, message);
    this.#unknown.add(place.path);
  }

  /** Throws `InvalidDocumentError` when there are too many already. */
  addAt(place: ErrorPlace, message: string): void {
    if (this.#problems.length >= maximumProblems) {
      const [first = { place, message }, ...others] = this.inOrder();
      const last = { place: { file: this.places.file }, message: "there is more; the rest is not looked for" };
      throw new InvalidDocumentError([first, ...others, last]);
    }
    this.#problems.push({ place, message: shorten(message) });
  }

  /** Everything that is wrong, in the order of the text. */
  inOrder(): readonly DocumentProblem[] {
    return this.#problems.toSorted((left, right) => compare(left.place, right.place));
  }

  /** Throws `InvalidDocumentError` when there is a problem. */
  throwIfAny(): void {
    const [first, ...others] = this.inOrder();
    if (first !== undefined) throw new InvalidDocumentError([first, ...others]);
  }
}

function compare(left: ErrorPlace, right: ErrorPlace): number {
  return (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0);
}
