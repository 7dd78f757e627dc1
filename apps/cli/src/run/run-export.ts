import type { ExportFlags } from "../commands/export.ts";
import type { Context } from "../context.ts";
import { openDocument } from "../document/open-document.ts";
import { writeNewText } from "../document/write-new-text.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { writeTerraform } from "../export/terraform/write-terraform.ts";
import { stylesFor } from "../render/styles.ts";
import { count } from "../render/words.ts";
import { writeLines } from "../render/write.ts";

/** `secgroup export terraform`. */
export async function runExportTerraform(context: Context, { out }: ExportFlags, named?: string): Promise<ExitCode> {
  const { configuration } = await openDocument(named, context);
  const { text, groups, notices } = writeTerraform(configuration);
  await writeNewText(text, out, context);
  const styles = stylesFor(context.stderr);
  writeLines(context.stderr, [
    ...notices.map((notice) => `${styles.yellow("note")} ${notice}`),
    ...(out === undefined ? [] : [`${styles.green("✓")} ${out}: ${count(groups, "group")}`]),
  ]);
  return exitCode.success;
}
