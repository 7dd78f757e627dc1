import { buildCommand, type Command } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import { loadCommand } from "./load-command.ts";
import { jsonFlag, takeText, textFlag } from "./parameters.ts";

export interface DiffFlags {
  readonly file?: string | undefined;
  readonly json?: boolean | undefined;
}

export const diffCommand: Command<CommandContext> = buildCommand<DiffFlags, [a: string, b: string], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-diff.ts")).runDiff),
  parameters: {
    flags: {
      file: textFlag("The document; default secgroup.yaml, .yml or .json of this folder", "FILE"),
      json: jsonFlag,
    },
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "One side", placeholder: "A", parse: takeText },
        { brief: "The other side", placeholder: "B", parse: takeText },
      ],
    },
  },
  docs: {
    brief: "Tell what traffic only one side allows; exit code 2 when any",
    fullDescription: [
      "Compares what two sides allow, whatever rules they say it with. A side is",
      "  group:KEY     a group as the document declares it",
      "  target:NAME   all groups of a target, as they stand",
      "  NAME/GROUP    one group of a target, as it stands",
      "  FILE          all groups of a document, by its ending (.yaml, .json, …)",
      "Of group:KEY and target:NAME the word alone will do where it can mean only one.",
      "Groups are paired by their key in the document, else by name; beside a target, a",
      "document stands for what it places there.",
      "Exit codes: 0 equal, 1 error, 2 different.",
      "",
      "  secgroup diff fra lux",
      "  secgroup diff web fra/web",
      "  secgroup diff secgroup.yaml next.yaml --json",
    ].join("\n"),
  },
});
