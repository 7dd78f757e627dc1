import type { JsonFlags } from "../commands/drift.ts";
import type { Context } from "../context.ts";
import { openDocument } from "../document/open-document.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { renderNotices } from "../render/render-notices.ts";
import { stylesFor } from "../render/styles.ts";
import { count, list } from "../render/words.ts";
import { writeJson, writeLines } from "../render/write.ts";
import { throwTogether } from "../targets/collect-errors.ts";
import { findUnsupported } from "../targets/find-unsupported.ts";

/** `secgroup validate`. */
export async function runValidate(context: Context, flags: JsonFlags, named?: string): Promise<ExitCode> {
  const { configuration, file } = await openDocument(named, context);
  throwTogether(findUnsupported(configuration));
  const { targets, groups, notices } = configuration;
  const keys = new Set(groups.map(({ key }) => key)).size;
  if (flags.json) writeJson(context.stdout, { valid: true, targets: targets.length, groups: keys, notices });
  else {
    const styles = stylesFor(context.stdout);
    const size = list([count(targets.length, "target"), count(keys, "group")]);
    writeLines(context.stdout, [...renderNotices(notices, styles), `${styles.green("✓")} ${file} is valid: ${size}`]);
  }
  return exitCode.success;
}
