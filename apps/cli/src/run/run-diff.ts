import type { DiffFlags } from "../commands/diff.ts";
import type { Context } from "../context.ts";
import { compareGroups, pairGroups } from "../diff/compare-groups.ts";
import { openSides } from "../diff/open-sides.ts";
import { isDocumentPath, isSingle, readSide } from "../diff/side.ts";
import { openDocument } from "../document/open-document.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { renderDiff, type Difference } from "../render/render-diff.ts";
import { stylesFor } from "../render/styles.ts";
import { writeJson, writeLines } from "../render/write.ts";

/** `secgroup diff`. */
export async function runDiff(context: Context, flags: DiffFlags, textA: string, textB: string): Promise<ExitCode> {
  const needsDocument = !isDocumentPath(textA) || !isDocumentPath(textB);
  const document = needsDocument ? await openDocument(flags.file, context) : undefined;
  const a = readSide(textA, document);
  const b = readSide(textB, document);
  const sides = await openSides(a, b, document?.configuration, context);
  const pairs = isSingle(a) && isSingle(b) ? [[sides.a[0], sides.b[0]] as const] : pairGroups(sides.a, sides.b);
  // A single group is compared with its like alone.
  const concerned = pairs.filter(([one, other]) => (!isSingle(a) || one) && (!isSingle(b) || other));
  const groups = concerned.map(([one, other]) => compareGroups(one, other, sides.clouds, sides.names));
  const difference: Difference = { equal: groups.every(({ equal }) => equal), a, b, groups };
  if (flags.json) writeJson(context.stdout, difference);
  else writeLines(context.stdout, renderDiff(difference, stylesFor(context.stdout)));
  return difference.equal ? exitCode.success : exitCode.changes;
}
