import type { Target } from "@secgroup/config";
import { whileReading } from "../progress/while-reading.ts";
import { SecurityGroupError } from "@secgroup/core";
import type { ImportFlags } from "../commands/import.ts";
import type { Context } from "../context.ts";
import { writeNewFile } from "../document/write-new-file.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { importGroups } from "../import/import-groups.ts";
import { stylesFor } from "../render/styles.ts";
import { count } from "../render/words.ts";
import { writeLines } from "../render/write.ts";
import { openTarget } from "../targets/open-target.ts";
import { readGroups } from "../targets/read-groups.ts";

/** `secgroup import ionos`. */
export function runImportIonos(context: Context, flags: ImportFlags, datacenter: string): Promise<ExitCode> {
  return importTarget({ name: flags.target ?? "ionos", cloud: "ionos", datacenter }, flags, context);
}

/** `secgroup import gcore`. */
export async function runImportGcore(context: Context, flags: ImportFlags, place: string): Promise<ExitCode> {
  const [, project, region] = /^([1-9]\d{0,14})\/([1-9]\d{0,14})$/.exec(place) ?? [];
  if (project === undefined || region === undefined) {
    throw new SecurityGroupError("usage", `"${place}" is not PROJECT/REGION`, {
      hint: "Give both as numbers, such as 1234/76.",
    });
  }
  return importTarget(
    { name: flags.target ?? "gcore", cloud: "gcore", project: Number(project), region: Number(region) },
    flags,
    context,
  );
}

async function importTarget(target: Target, { out }: ImportFlags, context: Context): Promise<ExitCode> {
  const open = openTarget(target, context);
  const standing = await whileReading([open.target.name], context, () => readGroups(open, context));
  const { text, groups, leftOut } = await importGroups(open, standing, context);
  if (out === undefined) context.stdout.write(text);
  else await writeNewFile(text, out, context.folder, "Name another file with --out.");
  const styles = stylesFor(context.stderr);
  writeLines(context.stderr, [
    ...leftOut.map(({ group, reason }) => `${styles.yellow("left out")} ${group.name} (${group.id}): ${reason}`),
    ...(out === undefined ? [] : [`${styles.green("✓")} ${out}: ${count(groups, "group")}; its plan is empty`]),
  ]);
  return exitCode.success;
}
