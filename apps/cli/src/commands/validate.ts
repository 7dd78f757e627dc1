import { buildCommand, type Command } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import { loadCommand } from "./load-command.ts";
import type { JsonFlags } from "./drift.ts";
import { fileArgument, jsonFlag } from "./parameters.ts";

export const validateCommand: Command<CommandContext> = buildCommand<JsonFlags, [file?: string], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-validate.ts")).runValidate),
  parameters: { flags: { json: jsonFlag }, positional: fileArgument },
  docs: {
    brief: "Check a document to the last field, without any network",
    fullDescription: [
      "Checks the document to the last field, and that each target's cloud can express",
      "what is placed there. Needs neither network nor credentials.",
      "",
      "  secgroup validate",
      "  secgroup validate network.yaml",
    ].join("\n"),
  },
});
