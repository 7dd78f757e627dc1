import { parse } from "shell-quote";
import { findWrongCommand } from "./find-wrong-command.ts";
import type { KnownCommands } from "./known-commands.ts";
import { notRun } from "./not-run.ts";
import type { Story } from "./open-story.ts";
import type { Problem } from "./problem.ts";
import type { Block } from "./read-document.ts";
import { runLine, type Keyboard, type Line } from "./run-line.ts";

export interface Ended {
  readonly printed: string;
  /** With what the last command ends, as the block says. */
  readonly code: number;
  readonly problems: readonly Problem[];
}

/** Runs a block of `sh`. Each command ends with 0, but for the last where the block says otherwise; `read` is told of each that runs. */
export async function runCommands(
  story: Story,
  block: Block,
  keyboard: Keyboard,
  known: KnownCommands,
  read: (command: string) => void,
): Promise<Ended> {
  const { line, information } = block;
  const problems: Problem[] = [];
  let printed = "";
  const code = Number(/^exit (\d+)$/.exec(information)?.[1] ?? 0);
  if (information !== "" && code === 0)
    problems.push({ line, what: `"${information}" is no end of a command, such as exit 2` });
  const commands = readCommands(block);
  if (commands.length === 0) problems.push({ line, what: "there is no command in this block" });
  for (const [index, { command, line: place }] of commands.entries()) {
    const wanted = index === commands.length - 1 ? code : 0;
    const words = command.replace(/ *([|>;&]| #).*/, "").split(/ +/);
    const exception = notRun.find((kind) => kind.command.test(command));
    // A flag that is not there ends with 1 as well.
    const wrong = findWrongCommand(words, known);
    if (wrong !== undefined) problems.push({ line: place, what: wrong });
    if (exception !== undefined && wanted !== 0)
      problems.push({ line: place, what: `this does not run here, so nothing shows that it ends with ${wanted}` });
    if (exception !== undefined && hasOperators(command))
      problems.push({ line: place, what: "this does not run here, so nothing shows what is done with it" });
    if (exception !== undefined || wrong !== undefined) continue;
    read(command);
    const ran = await runLine(story, command, keyboard);
    printed += ran.printed;
    const ended = findEnd(ran, wanted);
    if (ended !== wanted)
      problems.push({ line: place, what: `ends with ${ended}, not ${wanted}: ${command}`, printed: ran.printed });
  }
  return { printed, code, problems };
}

const hasOperators = (command: string): boolean =>
  parse(command).some((token) => typeof token !== "string" && "op" in token && token.op !== "glob");

/** With what a line ends: where something hides a failure of `secgroup`, with that. */
function findEnd({ code, hidden = 0 }: Line, wanted: number): number {
  if (hidden === 0) return code;
  return hidden === wanted && code !== 0 ? code : hidden;
}

/** The commands, each with its line; one goes on after a backslash at its end, and comments are none. */
function readCommands({ line, text }: Block): readonly { readonly command: string; readonly line: number }[] {
  const commands: { readonly command: string; readonly line: number }[] = [];
  let begun = "";
  for (const [index, one] of text.split("\n").entries()) {
    const command = begun + one;
    begun = command.endsWith("\\") ? command.slice(0, -1) : "";
    if (begun === "" && !/^\s*(#|$)/.test(command)) commands.push({ command, line: line + 1 + index });
  }
  return commands;
}
