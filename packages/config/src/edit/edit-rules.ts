import { SecurityGroupError, type Direction } from "@secgroup/core";
import { LineCounter, parseDocument } from "yaml";
import type { RuleEntry } from "../document.ts";
import { InvalidDocumentError } from "../problem/invalid-document-error.ts";
import { ProblemList } from "../problem/problem-list.ts";
import { findAnchors } from "../source/find-anchors.ts";
import { Places } from "../source/places.ts";
import { readYaml, yamlOptions } from "../source/read-yaml.ts";
import { editData } from "./edit-data.ts";
import { findList } from "./find-list.ts";
import { applySplices } from "./splice.ts";
import { spliceBlockList } from "./splice-block-list.ts";
import { spliceFlowList } from "./splice-flow-list.ts";

/** What is to change in one list of rules. */
export interface RuleEdit {
  /** The group's key in the document. */
  readonly group: string;
  readonly direction: Direction;
  /** What is to stand in place of entries, by their index in the list as it is; an empty list deletes the entry. */
  readonly entries: ReadonlyMap<number, readonly RuleEntry[]>;
}

/**
 * Changes rules in the text of a document in YAML or JSON; everything else stays as it is, comments, blank lines and style included.
 * At most one edit for each list.
 *
 * A deleted entry takes the comments directly above it along, a replaced one leaves them. The text must be one that
 * `readConfiguration` accepts; what an entry says is taken literally, so `${` is escaped. Throws `unsupported`, naming the line, for a
 * document that must be edited by hand: one where an alias repeats what is to change.
 */
export function editRules(text: string, edits: readonly RuleEdit[]): string {
  const lines = new LineCounter();
  const document = parseDocument(text, { ...yamlOptions, keepSourceTokens: true, lineCounter: lines });
  const parsed = { document, lines, shared: new Set(findAnchors(document).values()) };
  const splices = edits.flatMap((edit) => {
    const found = findList(parsed, edit);
    return found.list.flow === true
      ? spliceFlowList(text, found, edit.entries)
      : spliceBlockList(text, found, edit.entries);
  });
  const edited = applySplices(text, splices);
  // YAML has more ways to write a list than are worth knowing here; one that was not foreseen must not go unnoticed.
  if (says(edited, editData(readData(text), edits))) return edited;
  throw new SecurityGroupError(
    "unsupported",
    "the rules cannot be changed in this text without changing more than them",
    {
      hint: "Edit this document by hand.",
    },
  );
}

/** The data of a text, with nothing expanded. Throws `InvalidDocumentError` when it is no YAML. */
function readData(text: string): unknown {
  const problems = new ProblemList(new Places(""));
  const data = readYaml(text, (value) => value, problems);
  problems.throwIfAny();
  return data;
}

function says(text: string, wanted: unknown): boolean {
  try {
    return JSON.stringify(readData(text)) === JSON.stringify(wanted);
  } catch (error) {
    if (error instanceof InvalidDocumentError) return false;
    throw error;
  }
}
