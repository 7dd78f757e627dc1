import { mapConcurrently } from "@secgroup/core";
import type { JsonFlags } from "../commands/drift.ts";
import type { Context } from "../context.ts";
import { examineTarget } from "../doctor/examine-target.ts";
import { findTargets } from "../doctor/find-targets.ts";
import type { Examination } from "../doctor/finding.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { whileReading } from "../progress/while-reading.ts";
import { examinationToJson, hasFailed } from "../render/examination-to-json.ts";
import { renderExamination } from "../render/render-examination.ts";
import { stylesFor } from "../render/styles.ts";
import { writeJson, writeLines } from "../render/write.ts";
import { createAccounts } from "../targets/accounts.ts";

/** Targets that are looked at at the same time. */
const concurrentTargets = 4;
/** Whoever asks what is wrong does not want to wait until it is over, in milliseconds. */
const longestWaitMs = 10_000;

/** `secgroup doctor`. */
export async function runDoctor(context: Context, flags: JsonFlags, named?: string): Promise<ExitCode> {
  const { targets, findings } = await findTargets(named, context);
  const accountOf = createAccounts(context, longestWaitMs);
  const names = targets.map(({ name }) => name);
  const examination: Examination = {
    findings,
    targets: await whileReading(names, context, () =>
      mapConcurrently(concurrentTargets, targets, (target) => examineTarget(target, context, accountOf(target.cloud))),
    ),
  };
  if (flags.json) writeJson(context.stdout, examinationToJson(examination));
  else writeLines(context.stdout, renderExamination(examination, stylesFor(context.stdout)));
  return hasFailed(examination) ? exitCode.error : exitCode.success;
}
