import { proposeCompletions, type Application, type StricliDynamicCommandContext } from "@stricli/core";
import type { CommandContext } from "../context.ts";

/** A word that may stand where the unfinished one does, and what it is for. */
export interface Proposal {
  readonly word: string;
  readonly brief: string;
}

/** Flags that the parser of command lines knows by itself. */
const helpFlag: Proposal = { word: "--help", brief: "Print help and exit" };
const versionFlag: Proposal = { word: "--version", brief: "Print the version and exit" };

/** What may stand at the end of a command line; none where a file may, which the shell knows best. */
export async function proposeWords(
  application: Application<CommandContext>,
  words: readonly string[],
  context: StricliDynamicCommandContext<CommandContext>,
): Promise<readonly Proposal[]> {
  const last = words.at(-1) ?? "";
  const isFlag = last.startsWith("-");
  const proposed = await proposeCompletions(application, words, context);
  const common = isFlag ? [helpFlag, ...(words.length === 1 ? [versionFlag] : [])] : [];
  return [
    ...routesBeside(application, words),
    ...proposed
      .filter(({ kind }) => kind !== "argument:flag" || isFlag)
      .map(({ completion, brief }) => ({ word: completion, brief })),
    ...common.filter(({ word }) => word.startsWith(last)),
  ];
}

/** Where a file may stand in the place of a command, the parser proposes what the file's command takes, and forgets the others. */
function routesBeside(application: Application<CommandContext>, words: readonly string[]): readonly Proposal[] {
  const last = words.at(-1) ?? "";
  let target: Application<CommandContext>["root"] | undefined = application.root;
  for (const word of words.slice(0, -1)) {
    target = target !== undefined && "getAllEntries" in target ? target.getRoutingTargetForInput(word) : undefined;
  }
  if (target === undefined || !("getAllEntries" in target) || target.getDefaultCommand() === undefined) return [];
  const ofFiles = target.getDefaultCommand();
  return target
    .getAllEntries()
    .filter((route) => route.target !== ofFiles && route.name.original.startsWith(last))
    .map(({ name, target: { brief } }) => ({ word: name.original, brief }));
}
