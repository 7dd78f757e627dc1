import { readLimitedFile } from "@secgroup/config";
import { readJournal, SecurityGroupError, type ApplyRecord, type JournalEntry } from "@secgroup/core";
import { access } from "node:fs/promises";
import { checkPlan } from "../plan-file/check-plan.ts";
import { maximumPlanBytes } from "../plan-file/maximum-plan-bytes.ts";
import { describeIssue } from "../plan-file/describe-issue.ts";
import { formatPath } from "../plan-file/format-path.ts";
import { throwTogether } from "../targets/collect-errors.ts";

/** A journal holds its plan, what was there before, and a few lines for each write. */
const maximumJournalBytes = 4 * maximumPlanBytes;

/**
 * What a journal tells. A last line that a crash cut off is passed over.
 *
 * Throws `journal-unusable` with the line and the field that is not as it was written, and `usage` for a file that cannot be read.
 */
export async function readJournalFile(path: string, name: string): Promise<ApplyRecord> {
  await refuseMissing(path, name);
  const text = new TextDecoder().decode(await readLimitedFile(path, maximumJournalBytes, name));
  const { journalEntrySchema } = await import("./journal-schema.ts");
  const lines = text.split("\n");
  const isWhole = lines.at(-1) === "";
  const entries = lines.flatMap((line, index): JournalEntry[] => {
    if (line === "") return [];
    const isLast = index === lines.length - 1;
    const value = readJson(line);
    if (value === undefined) {
      if (isLast && !isWhole) return [];
      throw unusable("the line is not JSON", name, index + 1);
    }
    const result = journalEntrySchema.safeParse(value);
    if (result.success) return [result.data];
    const [issue] = result.error.issues;
    throw unusable(
      `the line is not as it was written: ${issue ? describeIssue(issue, value) : "it is none of a journal"}`,
      name,
      index + 1,
      formatPath(issue?.path ?? []),
    );
  });
  const record = readJournal(entries);
  const [first] = entries;
  if (first?.kind === "begun") throwTogether(checkPlan(first.plan, name));
  return record;
}

async function refuseMissing(path: string, name: string): Promise<void> {
  try {
    await access(path);
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "ENOENT")) return;
    throw new SecurityGroupError("usage", `there is no ${name}: nothing was applied here under that name`, {
      hint: "Name the document or plan file that was applied; `secgroup plan` shows what is left to do.",
      place: { file: name },
      cause,
    });
  }
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function unusable(message: string, file: string, line: number, path?: string): SecurityGroupError {
  return new SecurityGroupError("journal-unusable", message, {
    hint: "A journal is not meant to be edited. Make a new plan: it starts from what the clouds hold now.",
    place: { file, line, path },
  });
}
