import type { Target } from "@secgroup/config";
import { whileReading } from "../progress/while-reading.ts";
import type { ImportFlags } from "../commands/import.ts";
import type { Context } from "../context.ts";
import { writeNewText } from "../document/write-new-text.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { importGroups } from "../import/import-groups.ts";
import { readProjectAndRegion } from "../import/read-place.ts";
import { silence } from "../output/silence.ts";
import { renderImport } from "../import/render-import.ts";
import { stylesFor } from "../render/styles.ts";
import { writeLines } from "../render/write.ts";
import { openTarget } from "../targets/open-target.ts";
import { readGroups } from "../targets/read-groups.ts";

/** `secgroup import ionos`. */
export function runImportIonos(context: Context, flags: ImportFlags, datacenter: string): Promise<ExitCode> {
  return importTarget({ name: flags.target ?? "ionos", cloud: "ionos", datacenter }, flags, context);
}

/** `secgroup import gcore`. */
export async function runImportGcore(context: Context, flags: ImportFlags, place: string): Promise<ExitCode> {
  return importTarget({ name: flags.target ?? "gcore", ...readProjectAndRegion(place) }, flags, context);
}

async function importTarget(target: Target, { out, quiet }: ImportFlags, context: Context): Promise<ExitCode> {
  const open = openTarget(target, context);
  const standing = await whileReading([open.target.name], quiet ? silence(context) : context, () =>
    readGroups(open, context),
  );
  const imported = await importGroups(
    [open],
    standing.map((group) => ({ target: target.name, group })),
    context,
  );
  await writeNewText(imported.text, out, context);
  writeLines(
    context.stderr,
    renderImport(imported, quiet ? undefined : out, "its plan is empty", stylesFor(context.stderr)),
  );
  return exitCode.success;
}
