import { isEmptyPlan, SecurityGroupError, type Plan } from "@secgroup/core";
import { awaitLastApply } from "../applying/await-last-apply.ts";
import { carryOut, type Work } from "../applying/carry-out.ts";
import { planRollback } from "../applying/plan-rollback.ts";
import { resumeWork } from "../applying/resume-work.ts";
import type { ApplyFlags } from "../commands/apply.ts";
import type { Context, Output } from "../context.ts";
import { findDocument } from "../document/find-document.ts";
import { openDocument } from "../document/open-document.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { findJournal, type JournalPlace } from "../journal/find-journal.ts";
import { lockWhilePlanning } from "../journal/lock-journal.ts";
import { openJournal } from "../journal/open-journal.ts";
import { refuseJsonAndQuiet } from "../output/refuse-json-and-quiet.ts";
import { silence } from "../output/silence.ts";
import { readPlanFile } from "../plan-file/read-plan-file.ts";
import { countPlan, type TargetCounts } from "../planning/plan-counts.ts";
import { planDocument } from "../planning/plan-document.ts";
import { renderNotices } from "../render/render-notices.ts";
import { renderPlan } from "../render/render-plan.ts";
import { stylesFor } from "../render/styles.ts";
import { errorLine, writeApplyLine } from "../render/apply-line.ts";
import { writeFailed } from "../render/write-failed.ts";
import { writeLines } from "../render/write.ts";
import { targetAt } from "../targets/locate-target.ts";
import { openTargets } from "../targets/open-target.ts";

/** Work with what there is to say of it. */
export interface CountedWork extends Work {
  readonly counts: readonly TargetCounts[];
}

/** `secgroup apply`. */
export async function runApply(context: Context, flags: ApplyFlags, named?: string): Promise<ExitCode> {
  refuseContradictions(flags);
  // What a person would see and hear; what goes wrong is said on the streams of `context`.
  const heard = flags.quiet ? silence(context) : context;
  if (flags.resume) return resumeWork(await findDocument(named, context.folder), flags, context, heard);
  if (!flags.yes && !context.isInteractive) {
    throw new SecurityGroupError("usage", "there is no terminal to ask on", {
      hint: "Add --yes to apply without being asked.",
    });
  }
  const file = await findDocument(named, context.folder);
  const place = await findJournal(file, context.folder);
  const work = await prepare(file, place, flags, heard);
  writeFailed(work.failed ?? [], context.stderr);
  if (isEmptyPlan(work.plan)) return carryOut(work, flags, context);
  showPlan(work, flags.json ? heard.stderr : heard.stdout);
  // What will be refused is refused without a question.
  if (flags.yes || isRefused(work.plan, flags)) return begin(work, place, flags, context);
  if (await context.ask("\nApply this? (yes or no) "))
    return begin({ ...work, observed: undefined }, place, flags, context);
  if (flags.json) writeApplyLine(context.stdout, errorLine(declined));
  context.stderr.write("Nothing has been changed.\n");
  return exitCode.error;
}

const declined = new SecurityGroupError("aborted", "somebody was asked and did not agree; nothing has been changed");

function refuseContradictions({ json, quiet, yes, resume, rollback, relabel }: ApplyFlags): void {
  refuseJsonAndQuiet({ json, quiet });
  if (quiet && !yes && !resume)
    throw new SecurityGroupError("usage", "--quiet shows no plan, and nobody can agree to what they do not see", {
      hint: "Add --yes, or leave --quiet out.",
    });
  if (resume && rollback)
    throw new SecurityGroupError("usage", "--resume goes on and --rollback goes back", { hint: "Choose one of them." });
  if (resume && relabel)
    throw new SecurityGroupError("usage", "--relabel is a matter of planning, and what is resumed is planned already", {
      hint: "Leave it out.",
    });
}

/** Nobody else plans or applies the same document meanwhile. While somebody is asked, others may go on. */
async function prepare(file: string, place: JournalPlace, flags: ApplyFlags, context: Context): Promise<CountedWork> {
  const release = await lockWhilePlanning(place.path, place.name);
  try {
    if (flags.rollback) return await planRollback(place, flags, context);
    await awaitLastApply(place, context);
    return await makeWork(file, flags, context);
  } finally {
    await release();
  }
}

async function makeWork(file: string, flags: ApplyFlags, context: Context): Promise<CountedWork> {
  const saved = await readPlanFile(file, context.folder);
  return saved ? openPlan(saved, flags, context) : planFile(file, flags, context);
}

async function begin(
  work: CountedWork,
  { path, name }: JournalPlace,
  flags: ApplyFlags,
  context: Context,
): Promise<ExitCode> {
  if (isRefused(work.plan, flags)) return carryOut(work, flags, context);
  const journal = await openJournal(path, name, "new");
  return carryOut(work, flags, context, journal);
}

function openPlan(plan: Plan, { relabel }: ApplyFlags, context: Context): CountedWork {
  if (relabel) {
    throw new SecurityGroupError("usage", "--relabel is a matter of planning, and this plan is made already", {
      hint: "Use `secgroup plan --relabel --out PLAN.json` and apply that.",
    });
  }
  const open = openTargets(plan.targets.map(targetAt), context);
  return {
    plan,
    adapters: new Map(open.map(({ target, adapter }) => [target.name, adapter])),
    counts: countPlan(plan, () => 0),
  };
}

async function planFile(file: string, { relabel, json }: ApplyFlags, context: Context): Promise<CountedWork> {
  const { configuration } = await openDocument(file, context);
  const output = json ? context.stderr : context.stdout;
  writeLines(output, renderNotices(configuration.notices, stylesFor(output)));
  return planDocument(configuration, context, { relabel, awaitQuiet: true });
}

function showPlan({ plan, counts, failed }: CountedWork, output: Output): void {
  writeLines(output, renderPlan(plan.targets, counts, stylesFor(output), failed));
}

function isRefused({ targets }: Plan, { force, allowInterruption }: ApplyFlags): boolean {
  const isDrastic = targets.some(({ groups }) => groups.some((group) => "brake" in group && group.brake !== undefined));
  const interrupts = targets.some(({ unproved }) => unproved.length > 0);
  return (isDrastic && !force) || (interrupts && !allowInterruption);
}
