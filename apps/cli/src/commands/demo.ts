import { buildCommand, type Command } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import { loadCommand } from "./load-command.ts";

export const demoCommand: Command<CommandContext> = buildCommand<object, [], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-demo.ts")).runDemo),
  parameters: {},
  docs: {
    brief: "Show it all on two simulated clouds: plan, apply, plan again",
    fullDescription: [
      "Plans and applies a document to two simulated clouds that have drifted from it,",
      "then plans again. Needs neither account nor network.",
      "",
      "  secgroup demo",
    ].join("\n"),
  },
});
