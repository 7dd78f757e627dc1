import { LineCounter, parseDocument } from "yaml";
import type { ProblemList } from "../problem/problem-list.ts";
import type { DocumentPath } from "./document-path.ts";
import type { Position } from "./places.ts";
import { YamlReader } from "./yaml-reader.ts";

// After the first few, syntax problems are only the echo of earlier ones.
const maximumSyntaxProblems = 5;

const syntaxMessages: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "a tab is used to indent; YAML wants spaces",
  MULTIPLE_DOCS: "a second document begins here; one file holds one document, so remove the --- line or make two files",
  TAG_RESOLVE_FAILED: "tags are not understood; remove the tag",
  RESOURCE_EXHAUSTION: "the document is nested too deeply",
};

/** How a text is parsed: no tags but those of plain data, so that nothing becomes bytes, a date or a set. Keys are checked by the reader, which can say where the first of two stands. */
export const yamlOptions = {
  schema: "core",
  resolveKnownTags: false,
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
} as const;

/** Reads YAML (JSON is YAML) into plain data, noting where everything stands; aliases are followed, merge keys are refused. */
export function readYaml(
  text: string,
  readText: (text: string, path: DocumentPath) => string,
  problems: ProblemList,
): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { ...yamlOptions, lineCounter: lines });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  problems.places.set([], "value", { line: 1, column: 1 });
  const syntaxProblems = [...document.errors, ...document.warnings];
  for (const { code, message, pos } of syntaxProblems.slice(0, maximumSyntaxProblems)) {
    const said = syntaxMessages[code] ?? `this is not valid YAML: ${message}`;
    problems.addAt({ file: problems.places.file, ...position(pos[0]) }, said);
  }
  if (syntaxProblems.length > 0) return undefined;
  return new YamlReader(document, position, readText, problems).read(document.contents, [], 0);
}
