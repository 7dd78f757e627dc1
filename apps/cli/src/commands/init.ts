import { buildChoiceParser, buildCommand, type Command } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import { beginnings, type Beginning } from "../init/starting-point.ts";
import { loadCommand } from "./load-command.ts";
import { quietFlag, switchFlag, takeText } from "./parameters.ts";

export interface InitFlags {
  readonly target?: readonly string[] | undefined;
  readonly begin?: Beginning | undefined;
  readonly force?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

export const initCommand: Command<CommandContext> = buildCommand<InitFlags, [file?: string], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-init.ts")).runInit),
  parameters: {
    flags: {
      target: {
        kind: "parsed",
        brief: "A place that groups live in; may be repeated",
        placeholder: "TARGET",
        // Read by the command: the parser would show an error of its own, without what to do.
        parse: takeText,
        optional: true,
        variadic: true,
      },
      begin: {
        kind: "parsed",
        brief: "What to begin with: import (what stands there) or example",
        placeholder: "WITH",
        parse: buildChoiceParser(beginnings),
        proposeCompletions: (partial) => beginnings.filter((beginning) => beginning.startsWith(partial)),
        optional: true,
      },
      force: switchFlag("Overwrite FILE"),
      quiet: { ...quietFlag, brief: "Ask nothing, and say only what was left out" },
    },
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "The document to write; default secgroup.yaml", placeholder: "FILE", parse: takeText, optional: true },
      ],
    },
  },
  docs: {
    brief: "Write a first document, and the JSON Schema that editors read",
    fullDescription: [
      "Asks which places the groups live in and what to begin with, and writes a document",
      "whose plan is empty: with every group that stands there, or with none and an",
      "example that is commented out. Beside it comes the JSON Schema of documents, which",
      "the document's first line names to editors.",
      "",
      "What flags say is not asked, and with --target and --begin nothing is; without a",
      "terminal they must say both.",
      "Credentials stay in the environment. A target is NAME=ionos/DATACENTER or",
      "NAME=gcore/PROJECT/REGION.",
      "",
      "  secgroup init",
      "  secgroup init --target lux=gcore/1234/76 --begin import",
      "  secgroup init net.yaml --target fra=ionos/9f1c0c5e-6a2b-4b39-9f43-0a6c1c6f2c11 --begin example",
    ].join("\n"),
  },
});
