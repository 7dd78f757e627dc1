import type { Target } from "@secgroup/config";
import { whileReading } from "../progress/while-reading.ts";
import { SecurityGroupError } from "@secgroup/core";
import type { ShowFlags } from "../commands/show.ts";
import type { Context } from "../context.ts";
import { openDocument } from "../document/open-document.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { renderStanding } from "../render/render-standing.ts";
import { stylesFor } from "../render/styles.ts";
import { writeJson, writeLines } from "../render/write.ts";
import { locate } from "../targets/locate-target.ts";
import { openTargets } from "../targets/open-target.ts";
import { readGroups } from "../targets/read-groups.ts";

/** `secgroup show`. */
export async function runShow(context: Context, flags: ShowFlags, named?: string): Promise<ExitCode> {
  const { configuration, file } = await openDocument(named, context);
  const open = openTargets(chooseTargets(configuration.targets, flags.target, file), context);
  const standing = [];
  for (const one of open) {
    const { name: target, cloud } = one.target;
    const groups = await whileReading([target], context, () => readGroups(one, context));
    standing.push({ target, cloud, location: locate(one.target), groups });
  }
  if (flags.json) writeJson(context.stdout, { targets: standing });
  else writeLines(context.stdout, renderStanding(standing, stylesFor(context.stdout)));
  return exitCode.success;
}

function chooseTargets(targets: readonly Target[], wanted: string | undefined, file: string): readonly Target[] {
  const chosen = targets.filter(({ name }) => wanted === undefined || name === wanted);
  if (chosen.length > 0) return chosen;
  throw new SecurityGroupError("usage", `${file} has no target ${wanted}`, {
    hint: `Its targets are ${targets.map(({ name }) => name).join(", ")}.`,
  });
}
