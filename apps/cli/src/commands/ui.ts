import { buildCommand, type Command } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import { loadCommand } from "./load-command.ts";
import { fileArgument, portFlag } from "./parameters.ts";

export interface UiFlags {
  readonly port?: number | undefined;
}

export const uiCommand: Command<CommandContext> = buildCommand<UiFlags, [file?: string], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-ui.ts")).runUi),
  parameters: {
    flags: { port: portFlag("The port to listen on; default any free one") },
    positional: fileArgument,
  },
  docs: {
    brief: "Look at the plan in a browser, and apply it there",
    fullDescription: [
      "Serves a page to this machine alone, at an address that cannot be guessed: the",
      "targets and their groups, those that the document does not name too, what differs",
      "from it, the plan as a picture, and the progress of an apply that you confirm there.",
      "Credentials stay in this process.",
      "Ends with Ctrl-C, after what is on its way.",
      "",
      "  secgroup ui",
      "  secgroup ui network.yaml --port 8081",
    ].join("\n"),
  },
});
