import { resumeApply } from "@secgroup/core";
import type { ApplyFlags } from "../commands/apply.ts";
import type { Context } from "../context.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { findJournal } from "../journal/find-journal.ts";
import { openJournal } from "../journal/open-journal.ts";
import { readJournalFile } from "../journal/read-journal-file.ts";
import { writeApplyLine } from "../render/apply-line.ts";
import { targetAt } from "../targets/locate-target.ts";
import { openTargets } from "../targets/open-target.ts";
import { carryOut } from "./carry-out.ts";

/** Goes on with the last apply of a file, as its journal tells. What was agreed to then is not asked for again. Only what went wrong is said outside of `heard`. */
export async function resumeWork(
  file: string,
  flags: ApplyFlags,
  context: Context,
  heard: Pick<Context, "stderr">,
): Promise<ExitCode> {
  const { path, name } = await findJournal(file, context.folder);
  const record = await readJournalFile(path, name);
  if (record.isEnded && record.targets.every(({ converged }) => converged)) {
    if (flags.json) {
      const targets = record.targets.map(({ plan: { target } }) => ({ target, steps: [] }));
      writeApplyLine(context.stdout, { kind: "report", converged: true, targets });
    }
    heard.stderr.write("The last apply came to its end; there is nothing to go on with.\n");
    return exitCode.success;
  }
  const plans = record.targets.map(({ plan }) => plan);
  const open = openTargets(plans.map(targetAt), context);
  const adapters = new Map(open.map(({ target, adapter }) => [target.name, adapter]));
  const journal = await openJournal(path, name, "old");
  const work = { plan: { format: "secgroup-plan/1", targets: plans } as const, adapters };
  return carryOut(work, flags, context, journal, (options) => resumeApply(record, options));
}
