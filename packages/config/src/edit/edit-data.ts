import { escapeValues } from "../source/expand-environment.ts";
import type { RuleEdit } from "./edit-rules.ts";

/** What the data of a document is to be after the edits. */
export function editData(data: unknown, edits: readonly RuleEdit[]): unknown {
  return edits.reduce(
    (before, { group, direction, entries }) =>
      changeAt(before, ["groups", group, direction], (list) =>
        Array.isArray(list)
          ? list.flatMap((entry: unknown, index) => entries.get(index)?.map(escapeValues) ?? [entry])
          : list,
      ),
    data,
  );
}

function changeAt(value: unknown, [step, ...steps]: readonly string[], change: (value: unknown) => unknown): unknown {
  if (step === undefined) return change(value);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(([key, inner]) => [
    key,
    key === step ? changeAt(inner, steps, change) : inner,
  ]);
  return Object.fromEntries(fields);
}
