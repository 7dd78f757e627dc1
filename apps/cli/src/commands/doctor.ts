import { buildCommand, type Command } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import type { JsonFlags } from "./drift.ts";
import { loadCommand } from "./load-command.ts";
import { fileArgument, jsonFlag } from "./parameters.ts";

export const doctorCommand: Command<CommandContext> = buildCommand<JsonFlags, [file?: string], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-doctor.ts")).runDoctor),
  parameters: { flags: { json: jsonFlag }, positional: fileArgument },
  docs: {
    brief: "Check credentials, rights, the way to each cloud, the clock, and limits in use",
    fullDescription: [
      "Looks at each target of the document, or those that the environment names where",
      "there is no document: whether credentials are there and accepted, whether the",
      "cloud can be reached, what may be read, how this machine's clock goes, and how much",
      "of the limits is in use. That takes a few reads; nothing is written.",
      "",
      "Each line says ok, warning, failed, or unknown for what a cloud does not tell.",
      "Exit code 0 when nothing failed, else 1.",
      "",
      "  secgroup doctor",
      "  secgroup doctor network.yaml --json",
    ].join("\n"),
  },
});
