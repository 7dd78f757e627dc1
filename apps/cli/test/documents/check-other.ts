import { existsSync } from "node:fs";
import { join } from "node:path";
import { completePart } from "./complete-part.ts";
import type { Story } from "./open-story.ts";
import type { Problem } from "./problem.ts";
import type { Block } from "./read-document.ts";
import { unrunnable } from "./unrunnable.ts";

/** A part of a document, or a block of the closed list; anything else is a block that nothing checks. */
export async function checkOther({ harness }: Story, document: string, block: Block): Promise<readonly Problem[]> {
  const { line, language, text } = block;
  const exception = unrunnable.find((kind) => kind.document.test(document) && kind.language === language);
  if (exception !== undefined) {
    const what = exception.check(block);
    return what === undefined ? [] : [{ line, what }];
  }
  if (language !== "yaml") return [{ line, what: "nothing checks this block" }];
  const own = existsSync(join(harness.folder, "secgroup.yaml")) ? harness.read("secgroup.yaml") : undefined;
  const { code, screen } = await harness.run(
    `validate ${harness.write("part-of-document.yaml", completePart(text, own))}`,
  );
  return code === 0 ? [] : [{ line, what: "this does not validate", printed: screen }];
}
