import { buildCommand, type Command } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import { loadCommand } from "./load-command.ts";
import { fileArgument, jsonFlag, textFlag } from "./parameters.ts";

export interface ShowFlags {
  readonly target?: string | undefined;
  readonly json?: boolean | undefined;
}

export const showCommand: Command<CommandContext> = buildCommand<ShowFlags, [file?: string], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-show.ts")).runShow),
  parameters: {
    flags: { target: textFlag("Only this target of the document", "NAME"), json: jsonFlag },
    positional: fileArgument,
  },
  docs: {
    brief: "List the groups that stand on the document's targets, with ids and rules",
    fullDescription: [
      "Lists every group that stands on the document's targets, declared or not, with",
      "its id and rules; --json has the ids of rules and everything else that was read.",
      "",
      "  secgroup show",
      "  secgroup show --target fra --json",
    ].join("\n"),
  },
});
