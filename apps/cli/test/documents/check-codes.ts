import { findUnknown, type KnownCommands } from "./known-commands.ts";
import { findWrongScript } from "./not-run.ts";
import type { Problem } from "./problem.ts";
import type { Prose } from "./read-document.ts";

/** Commands in the text that are not there; in a row of a table that begins with one, flags are its own. */
export function checkCodes({ line, is, codes }: Prose, known: KnownCommands): readonly Problem[] {
  const command = is === "tableRow" && codes[0]?.startsWith("secgroup ") ? codes[0].split(" ").slice(1) : undefined;
  return codes.flatMap((code) => {
    const what = findWrong(code, command, known);
    return what === undefined ? [] : [{ line, what }];
  });
}

function findWrong(code: string, command: readonly string[] | undefined, known: KnownCommands): string | undefined {
  const [program, ...words] = code.split(/ +/);
  if (program === "secgroup") return findUnknown(words, known);
  if (program === "pnpm") return findWrongScript(words);
  return command !== undefined && code.startsWith("--")
    ? findUnknown([...command, ...code.split(/ +/)], known)
    : undefined;
}
