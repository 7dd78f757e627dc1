import { buildCommand, type Command } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import { loadCommand } from "./load-command.ts";
import { fileArgument, jsonFlag, quietFlag, textFlag } from "./parameters.ts";

export interface JsonFlags {
  readonly json?: boolean | undefined;
}

export interface DriftFlags extends JsonFlags {
  readonly quiet?: boolean | undefined;
  readonly markdown?: string | undefined;
}

export const driftCommand: Command<CommandContext> = buildCommand<DriftFlags, [file?: string], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-drift.ts")).runDrift),
  parameters: {
    flags: {
      json: jsonFlag,
      quiet: quietFlag,
      markdown: textFlag("Write the drift as Markdown, for an issue", "FILE.md"),
    },
    positional: fileArgument,
  },
  docs: {
    brief: "Tell how the clouds differ from the document; exit code 2 when they do",
    fullDescription: [
      "Reads every target and says what is missing there, what nobody declared, and",
      "what reads differently. Nothing is changed.",
      "Exit codes: 0 nothing differs, 1 error, 2 something differs.",
      "",
      "  secgroup drift",
      "  secgroup drift network.yaml --json",
      "  secgroup drift --quiet || echo look at it",
    ].join("\n"),
  },
});
