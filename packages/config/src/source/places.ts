import type { ErrorPlace } from "@secgroup/core";
import { shorten } from "../problem/shorten.ts";
import { formatPath, type DocumentPath } from "./document-path.ts";

/** A position in a text, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Of a field: its key or its value. */
export type PlacePart = "key" | "value";

/** Where the fields of one document stand; a value that did not come from a text has paths only. */
export class Places {
  readonly file: string;
  readonly #keys = new Map<string, Position>();
  readonly #values = new Map<string, Position>();

  constructor(file: string) {
    this.file = file;
  }

  set(path: DocumentPath, part: PlacePart, position: Position): void {
    (part === "key" ? this.#keys : this.#values).set(formatPath(path), position);
  }

  /** The field's place; for a field that does not stand in the text, that of the nearest one around it. */
  at(path: DocumentPath, part: PlacePart = "value"): ErrorPlace {
    const text = formatPath(path);
    const exact = part === "value" ? this.#values.get(text) : undefined;
    return { file: this.file, ...(exact ?? this.#nearest(path)), path: text === "" ? undefined : shorten(text) };
  }

  #nearest(path: DocumentPath): Position | undefined {
    for (let length = path.length; length >= 0; length--) {
      const text = formatPath(path.slice(0, length));
      const position = this.#keys.get(text) ?? this.#values.get(text);
      if (position !== undefined) return position;
    }
    return undefined;
  }
}
