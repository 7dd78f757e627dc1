import { isAlias, isMap, isScalar, isSeq, type Alias, type Document, type Node, type Pair } from "yaml";
import type { ProblemList } from "../problem/problem-list.ts";
import type { DocumentPath } from "./document-path.ts";
import { findAnchors } from "./find-anchors.ts";
import { keyText } from "./key-text.ts";
import type { Position } from "./places.ts";
import { checkKey, maximumDepth } from "./plain-data.ts";

// Aliases may repeat a part of the text, but must not blow it up.
const maximumAliases = 1000;
const maximumRepeatedValues = 100_000;

const instead = "name the addresses or services instead";

/** Turns the nodes of one YAML document into plain data, noting where each stands. */
export class YamlReader {
  readonly #position: (offset: number) => Position;
  readonly #readText: (text: string, path: DocumentPath) => string;
  readonly #problems: ProblemList;
  readonly #anchored: ReadonlyMap<Alias, Node | undefined>;
  #aliases = 0;
  /** Aliases that are being followed right now, and the values that were read within such. */
  #openAliases = 0;
  #repeatedValues = 0;
  #isTooDeep = false;

  constructor(
    document: Document.Parsed,
    position: (offset: number) => Position,
    readText: (text: string, path: DocumentPath) => string,
    problems: ProblemList,
  ) {
    this.#position = position;
    this.#readText = readText;
    this.#problems = problems;
    this.#anchored = findAnchors(document);
  }

  read(node: Node | null, path: DocumentPath, depth: number): unknown {
    const offset = node?.range?.[0];
    if (offset !== undefined) this.#problems.places.set(path, "value", this.#position(offset));
    if (depth > maximumDepth) {
      if (!this.#isTooDeep) this.#problems.add(path, "the document is nested too deeply, or an alias holds itself");
      this.#isTooDeep = true;
      return undefined;
    }
    if (this.#openAliases > 0 && this.#isRepeatedTooOften(path)) return undefined;
    if (isAlias(node)) return this.#readAlias(node, path, depth);
    if (isMap<Node, Node | null>(node)) return this.#readMap(node.items, path, depth);
    if (isSeq<Node>(node)) return node.items.map((item, index) => this.read(item, [...path, index], depth + 1));
    const value = isScalar(node) ? node.value : null;
    return typeof value === "string" ? this.#readText(value, path) : value;
  }

  #readAlias(alias: Alias, path: DocumentPath, depth: number): unknown {
    const node = this.#anchored.get(alias);
    if (node === undefined) {
      this.#problems.add(
        path,
        `*${alias.source} names no anchor before it; write &${alias.source} where the value stands`,
      );
      return undefined;
    }
    this.#aliases++;
    if (this.#aliases === maximumAliases + 1) {
      this.#problems.add(path, `more than ${maximumAliases} aliases are followed by here; ${instead}`);
    }
    if (this.#aliases > maximumAliases) return undefined;
    this.#openAliases++;
    const value = this.read(node, path, depth + 1);
    this.#openAliases--;
    return value;
  }

  #isRepeatedTooOften(path: DocumentPath): boolean {
    this.#repeatedValues++;
    if (this.#repeatedValues === maximumRepeatedValues + 1)
      this.#problems.add(path, `aliases repeat more than ${maximumRepeatedValues} values by here; ${instead}`);
    return this.#repeatedValues > maximumRepeatedValues;
  }

  #readMap(pairs: readonly Pair<Node, Node | null>[], path: DocumentPath, depth: number): unknown {
    const fields = new Map<string, unknown>();
    for (const { key, value } of pairs) {
      const text = this.#readKey(key, path);
      if (text === undefined) continue;
      const fieldPath = [...path, text];
      const offset = key.range?.[0];
      if (fields.has(text)) {
        const first = this.#problems.places.at(fieldPath, "key");
        const place = offset === undefined ? first : { ...first, ...this.#position(offset) };
        this.#problems.addAt(place, `the key stands twice, first on line ${first.line}; remove or rename one of them`);
        continue;
      }
      if (offset !== undefined) this.#problems.places.set(fieldPath, "key", this.#position(offset));
      fields.set(text, undefined);
      if (checkKey(text, fieldPath, this.#problems)) fields.set(text, this.read(value, fieldPath, depth + 1));
    }
    return Object.fromEntries(fields);
  }

  #readKey(key: Node | null, path: DocumentPath): string | undefined {
    const offset = key?.range?.[0];
    const around = this.#problems.places.at(path);
    const place = offset === undefined ? around : { ...around, ...this.#position(offset) };
    if (isScalar(key) && key.type === "PLAIN" && key.source === "<<") {
      const message =
        "merge keys are not understood; write the fields themselves, or name addresses and services instead";
      this.#problems.addAt(place, message);
      return undefined;
    }
    const text = keyText(key);
    if (text === undefined) this.#problems.addAt(place, "a key must be text; write a name before the colon");
    return text;
  }
}
