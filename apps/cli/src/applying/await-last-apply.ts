import { awaitBegun, SecurityGroupError, type ApplyRecord } from "@secgroup/core";
import { access } from "node:fs/promises";
import type { Context } from "../context.ts";
import type { JournalPlace } from "../journal/find-journal.ts";
import { readJournalFile } from "../journal/read-journal-file.ts";
import { sumCalls } from "../planning/plan-document.ts";
import { whileReading } from "../progress/while-reading.ts";
import { targetAt } from "../targets/locate-target.ts";
import { openTargets } from "../targets/open-target.ts";

/**
 * Awaits what the last apply of a file had begun when it was broken off, as its journal tells, so that a new plan does not start from a state in between.
 * Without a journal, and with one that cannot be read, there is nothing to await.
 */
export async function awaitLastApply({ path, name }: JournalPlace, context: Context): Promise<void> {
  const record = await readRecord(path, name);
  const targets = record?.targets.filter(({ isUnsettled }) => isUnsettled) ?? [];
  if (record === undefined || targets.length === 0) return;
  const open = openTargets(
    targets.map(({ plan }) => targetAt(plan)),
    context,
  );
  const adapters = new Map(open.map(({ target, adapter }) => [target.name, adapter]));
  context.stderr.write("The last apply did not come to its end; waiting for what it had begun.\n");
  await whileReading(
    open.map(({ target }) => target.name),
    context,
    () => awaitBegun({ ...record, targets }, { ...context, adapters }),
    () => sumCalls(open),
  );
}

async function readRecord(path: string, name: string): Promise<ApplyRecord | undefined> {
  try {
    await access(path);
    return await readJournalFile(path, name);
  } catch (error) {
    // It is about the last apply only; what stands is read anew in any case.
    if (!SecurityGroupError.is(error) && !(error instanceof Error && "code" in error)) throw error;
    return undefined;
  }
}
