import type { PlanFlags } from "../commands/plan.ts";
import type { Context } from "../context.ts";
import { findDocument } from "../document/find-document.ts";
import { openDocument } from "../document/open-document.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { isEmptyPlan } from "@secgroup/core";
import { planComment } from "../markdown/plan-comment.ts";
import { tellingFailure, writeCommentFile } from "../markdown/write-comment-file.ts";
import { refuseJsonAndQuiet } from "../output/refuse-json-and-quiet.ts";
import { silence } from "../output/silence.ts";
import { createReport } from "../report/create-report.ts";
import { writeReport } from "../report/write-report.ts";
import { writePlanFile } from "../plan-file/write-plan-file.ts";
import { planDocument } from "../planning/plan-document.ts";
import { sumCounts } from "../planning/plan-counts.ts";
import { errorToJson } from "../render/error-to-json.ts";
import { writeFailed } from "../render/write-failed.ts";
import { renderNotices } from "../render/render-notices.ts";
import { renderPlan } from "../render/render-plan.ts";
import { stylesFor } from "../render/styles.ts";
import { writeJson, writeLines } from "../render/write.ts";

/** `secgroup plan`. */
export async function runPlan(context: Context, flags: PlanFlags, named?: string): Promise<ExitCode> {
  refuseJsonAndQuiet(flags);
  const heard = flags.quiet ? silence(context) : context;
  const read = async () => {
    const { configuration, file } = await openDocument(named, context);
    return { configuration, file, ...(await planDocument(configuration, heard, flags)) };
  };
  const subject = { command: "plan", named } as const;
  const planned = await tellingFailure(read, subject, flags.markdown, context);
  const { configuration, file, plan, counts, failed } = planned;
  if (flags.out !== undefined) {
    // Not the name that people are shown, which is as seen from where the process is.
    const document = await findDocument(named, context.folder);
    await writePlanFile(plan, document, flags.out, context.folder);
  }
  if (flags.html !== undefined) {
    // Only what the document names: the page is made to be handed on, to people who may not know what else there is.
    await writeReport(createReport(planned, file, context.clock.now()), flags.html, context.folder);
  }
  if (flags.markdown !== undefined) {
    await writeCommentFile(planComment({ plan, counts, failed }, named), flags.markdown, context);
  }
  // First, so that what a plan comes to is the last thing on a screen.
  writeFailed(failed, context.stderr);
  if (flags.json) {
    writeJson(context.stdout, {
      plan,
      counts: { targets: counts, total: sumCounts(counts) },
      notices: configuration.notices,
      failed: failed.length === 0 ? undefined : failed.map(errorToJson),
    });
  } else {
    const styles = stylesFor(heard.stdout);
    const next = flags.out === undefined ? nextApply(named, file, flags.relabel) : `secgroup apply ${flags.out}`;
    writeLines(heard.stdout, [
      ...renderNotices(configuration.notices, styles),
      ...renderPlan(plan.targets, counts, styles, failed),
      ...(isEmptyPlan(plan) ? [] : [`${styles.dim("Nothing has been changed. To change it:")} ${next}`]),
    ]);
  }
  if (failed.length > 0) return exitCode.error;
  return flags.detailedExitcode && !isEmptyPlan(plan) ? exitCode.changes : exitCode.success;
}

function nextApply(named: string | undefined, file: string, relabel: boolean | undefined): string {
  return `secgroup apply${named === undefined ? "" : ` ${file}`}${relabel ? " --relabel" : ""}`;
}
