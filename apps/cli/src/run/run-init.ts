import { SecurityGroupError } from "@secgroup/core";
import { access } from "node:fs/promises";
import { resolve } from "node:path";
import type { InitFlags } from "../commands/init.ts";
import type { Context } from "../context.ts";
import { writeNewFile } from "../document/write-new-file.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { importGroups } from "../import/import-groups.ts";
import type { Misfit } from "../import/find-misfits.ts";
import type { FoundGroup } from "../import/found-group.ts";
import { askStartingPoint, type Told } from "../init/ask-starting-point.ts";
import { readTarget, refuseTwins, targetForm } from "../init/read-target.ts";
import { schemaComment, writeSchemaBeside } from "../init/schema-file.ts";
import type { StartingPoint } from "../init/starting-point.ts";
import { whyNotDocument } from "../init/why-not-document.ts";
import { writeExample } from "../init/write-example.ts";
import { replaceFile } from "../lint/replace-file.ts";
import { silence } from "../output/silence.ts";
import { whileReading } from "../progress/while-reading.ts";
import { listErrors } from "../render/list-errors.ts";
import { renderInit, renderLeftOut } from "../render/render-init.ts";
import { stylesFor } from "../render/styles.ts";
import { writeLines } from "../render/write.ts";
import { openTargets } from "../targets/open-target.ts";
import { readGroups } from "../targets/read-groups.ts";

/** `secgroup init`. */
export async function runInit(context: Context, flags: InitFlags, named?: string): Promise<ExitCode> {
  const { folder, stdout, stderr } = context;
  const exists = (file: string): Promise<boolean> =>
    access(resolve(folder, file)).then(
      () => true,
      () => false,
    );
  const start = await findStartingPoint(context, flags, named, exists);
  const isThere = await exists(start.file);
  if (isThere && !start.mayOverwrite) {
    throw new SecurityGroupError("usage", `${start.file} exists and is not overwritten`, {
      place: { file: start.file },
      hint: "Name another file, or overwrite it with --force.",
    });
  }
  const { text, groups, leftOut } = await writeStart(start, flags.quiet ? silence(context) : context);
  if (isThere) await replaceFile(resolve(folder, start.file), schemaComment + text);
  else await writeNewFile(schemaComment + text, start.file, folder, "Name another file.");
  const schema = await writeSchemaBeside(start.file, folder);
  const missing = findMissing(start, context);
  if (flags.quiet) writeLines(stderr, renderLeftOut(leftOut, stylesFor(stderr)));
  else writeLines(stdout, renderInit({ start, groups, leftOut, schema, missing }, stylesFor(stdout)));
  return exitCode.success;
}

async function findStartingPoint(
  context: Context,
  { target, begin: beginning, force, quiet }: InitFlags,
  file: string | undefined,
  exists: (file: string) => Promise<boolean>,
): Promise<StartingPoint> {
  const problem = file === undefined ? undefined : whyNotDocument(file);
  if (problem !== undefined) throw new SecurityGroupError("usage", `${file} cannot be the document: ${problem}`);
  const targets = target?.map(readTarget);
  refuseTwins(targets ?? []);
  if (targets !== undefined && beginning !== undefined)
    return { targets, beginning, file: file ?? "secgroup.yaml", mayOverwrite: force === true };
  const told: Told = { targets, beginning, file, mayOverwrite: force };
  if (context.isInteractive && !quiet) return askStartingPoint(told, context, exists);
  const missing = [
    ...(targets === undefined ? [`the targets (--target ${targetForm})`] : []),
    ...(beginning === undefined ? ["what to begin with (--begin import or --begin example)"] : []),
  ];
  throw new SecurityGroupError("usage", `nobody can be asked, and flags do not say ${missing.join(" and ")}`, {
    hint: "Say it with flags, or run init in a terminal and without --quiet. See `secgroup init --help`.",
  });
}

interface Start {
  readonly text: string;
  readonly groups: number;
  readonly leftOut: readonly Misfit[];
}

async function writeStart({ targets, beginning }: StartingPoint, context: Context): Promise<Start> {
  if (beginning === "example") return { text: writeExample(targets), groups: 0, leftOut: [] };
  const open = openTargets(targets, context);
  const standing: FoundGroup[] = [];
  for (const one of open) {
    const target = one.target.name;
    const groups = await whileReading([target], context, () => readGroups(one, context));
    standing.push(...groups.map((group) => ({ target, group })));
  }
  return importGroups(open, standing, context);
}

/** What has to be set before the targets can be reached, one sentence for each cloud. */
function findMissing({ targets }: StartingPoint, context: Context): readonly string[] {
  try {
    openTargets(targets, context);
    return [];
  } catch (error) {
    if (!SecurityGroupError.is(error)) throw error;
    return [...new Set(listErrors(error).map(({ message }) => message))];
  }
}
