import type { Misfit } from "../import/find-misfits.ts";
import type { SchemaFile } from "../init/schema-file.ts";
import type { StartingPoint } from "../init/starting-point.ts";
import type { Styles } from "./styles.ts";
import { count, list } from "./words.ts";

/** What `secgroup init` has done. */
export interface InitResult {
  readonly start: StartingPoint;
  readonly groups: number;
  readonly leftOut: readonly Misfit[];
  readonly schema: SchemaFile;
  /** What has to be set before the targets can be reached. */
  readonly missing: readonly string[];
}

/** What was written, what was left out, and what comes next. */
export function renderInit({ start, groups, leftOut, schema, missing }: InitResult, styles: Styles): readonly string[] {
  const size = list([count(start.targets.length, "target"), count(groups, "group")]);
  return [
    ...renderLeftOut(leftOut, styles),
    `${styles.green("✓")} ${start.file}: ${size}; its plan is empty`,
    renderSchema(schema, styles),
    ...missing.map((message) => `${styles.yellow("not set")} ${message}`),
    `Next: secgroup ${missing.length > 0 ? "doctor" : "plan"} ${start.file}`,
  ];
}

/** The groups that stand there and that the document does not hold. */
export function renderLeftOut(leftOut: readonly Misfit[], styles: Styles): readonly string[] {
  return leftOut.map(
    ({ group, reason }) => `${styles.yellow("left out")} ${group.group.name} (${group.group.id}): ${reason}`,
  );
}

function renderSchema({ file, state }: SchemaFile, styles: Styles): string {
  switch (state) {
    case "written":
      return `${styles.green("✓")} ${file}: what editors read to complete and check the document`;
    case "same":
      return `${styles.green("✓")} ${file} is there already`;
    case "other":
      return `${styles.yellow("left as it is")} ${file}, which is not the one of this version; \`secgroup schema > ${file}\` renews it`;
  }
}
