import type { Styles } from "../render/styles.ts";
import { count } from "../render/words.ts";
import type { ImportedDocument } from "./import-groups.ts";

/** What an import left out, and what it wrote to a file with a word on it. */
export function renderImport(
  { groups, leftOut }: Omit<ImportedDocument, "text">,
  file: string | undefined,
  promise: string,
  styles: Styles,
): readonly string[] {
  return [
    ...leftOut.map(
      ({ group: { group, address }, reason }) =>
        `${styles.yellow("left out")} ${address ?? group.name} (${address === undefined ? group.id : group.name}): ${reason}`,
    ),
    ...(file === undefined ? [] : [`${styles.green("✓")} ${file}: ${count(groups, "group")}; ${promise}`]),
  ];
}
