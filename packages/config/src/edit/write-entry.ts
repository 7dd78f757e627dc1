import { Document, isMap, isScalar, visit, type Node } from "yaml";
import type { RuleEntry } from "../document.ts";
import { escapeValues } from "../source/expand-environment.ts";

/** Writes an entry on one line, as JSON where the entry that it replaces is. */
export function writeEntry(entry: RuleEntry, replaced: Node): string {
  const value = escapeValues(entry);
  // A text in JSON has no line breaks of its own.
  if (isJson(replaced)) return JSON.stringify(value, undefined, 1).replaceAll(/\n */g, " ");
  const document = new Document(value, { schema: "core", aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === "string" && scalar.value.includes("\n")) scalar.type = "QUOTE_DOUBLE";
    },
  });
  return document
    .toString({ collectionStyle: "flow", lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER })
    .trimEnd();
}

function isJson(node: Node): boolean {
  if (!isMap(node) || node.flow !== true) return false;
  const key = node.items[0]?.key;
  return isScalar(key) && key.type === "QUOTE_DOUBLE";
}
