import type { PlacedGroup } from "@secgroup/config";
import { isEmptyPlan } from "@secgroup/core";
import type { DriftFlags } from "../commands/drift.ts";
import type { Context } from "../context.ts";
import { openDocument } from "../document/open-document.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { driftComment } from "../markdown/drift-comment.ts";
import { tellingFailure, writeCommentFile } from "../markdown/write-comment-file.ts";
import { refuseJsonAndQuiet } from "../output/refuse-json-and-quiet.ts";
import { silence } from "../output/silence.ts";
import { planDocument } from "../planning/plan-document.ts";
import { driftToJson } from "../render/drift-to-json.ts";
import { renderDrift } from "../render/render-drift.ts";
import { renderNotices } from "../render/render-notices.ts";
import { stylesFor } from "../render/styles.ts";
import { writeFailed } from "../render/write-failed.ts";
import { writeJson, writeLines } from "../render/write.ts";

/** `secgroup drift`. */
export async function runDrift(context: Context, flags: DriftFlags, named?: string): Promise<ExitCode> {
  refuseJsonAndQuiet(flags);
  const heard = flags.quiet ? silence(context) : context;
  const read = async () => {
    const { configuration, file } = await openDocument(named, context);
    // What is different is to be told also where the way back would break a guardrail.
    const planned = await planDocument(configuration, heard, { prepare: tellUnlisted, guarded: false });
    return { configuration, file, ...planned };
  };
  const subject = { command: "drift", named } as const;
  const { configuration, file, plan, failed } = await tellingFailure(read, subject, flags.markdown, context);
  if (flags.markdown !== undefined) {
    await writeCommentFile(driftComment({ plan, failed }, named), flags.markdown, context);
  }
  const drifted = !isEmptyPlan(plan);
  writeFailed(failed, context.stderr);
  if (flags.json) writeJson(context.stdout, driftToJson(plan, failed));
  else {
    const styles = stylesFor(heard.stdout);
    writeLines(heard.stdout, [
      ...renderNotices(configuration.notices, styles),
      ...renderDrift(plan, file, styles, failed),
    ]);
  }
  if (failed.length > 0) return exitCode.error;
  return drifted ? exitCode.changes : exitCode.success;
}

/** Where a plan would fail because of unlisted rules, drift is to name them. */
function tellUnlisted(group: PlacedGroup): PlacedGroup {
  const { desired } = group;
  return desired.ensure === "present" && desired.unlistedRules === "fail"
    ? { ...group, desired: { ...desired, unlistedRules: "remove" } }
    : group;
}
