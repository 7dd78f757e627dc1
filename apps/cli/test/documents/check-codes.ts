import { findWrongCommand } from "./find-wrong-command.ts";
import type { KnownCommands } from "./known-commands.ts";
import { isFlagOfOthers } from "./flags-of-others.ts";
import type { Problem } from "./problem.ts";
import type { Prose } from "./read-document.ts";

/** Commands and flags in the text that are not there; in a row of a table that begins with a command, flags are its own. */
export function checkCodes(document: string, { line, is, codes }: Prose, known: KnownCommands): readonly Problem[] {
  const command = is === "tableRow" && codes[0]?.startsWith("secgroup ") ? codes[0].split(" ") : undefined;
  return codes.flatMap((code) => {
    const words = code.split(/\s+/);
    const what = code.startsWith("--")
      ? findWrongFlag(document, words, command, known)
      : findWrongCommand(words, known);
    return what === undefined ? [] : [{ line, what }];
  });
}

function findWrongFlag(
  document: string,
  words: readonly string[],
  command: readonly string[] | undefined,
  known: KnownCommands,
): string | undefined {
  if (command !== undefined) return findWrongCommand([...command, ...words], known);
  const flags = words.flatMap((word) => /^--[^=]*/.exec(word) ?? []);
  const unknown = flags.find(
    (flag) => !isFlagOfOthers(document, flag) && ![...known.values()].some((ofCommand) => ofCommand.has(flag)),
  );
  return unknown === undefined ? undefined : `no command has a flag ${unknown}`;
}
