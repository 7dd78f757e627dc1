import { buildCommand, type Command } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import { loadCommand } from "./load-command.ts";
import { portFlag, switchFlag, textFlag } from "./parameters.ts";

export interface SimulateFlags {
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  readonly seed?: boolean | undefined;
}

export const simulateCommand: Command<CommandContext> = buildCommand<SimulateFlags, [], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-simulate.ts")).runSimulate),
  parameters: {
    flags: {
      port: portFlag("The port to listen on, 0 for any free one; default 8080"),
      host: textFlag("The address to listen on; default 127.0.0.1, this machine only", "ADDRESS"),
      seed: switchFlag("Start with the drifted groups of `secgroup demo` instead of empty clouds"),
    },
  },
  docs: {
    brief: "Serve simulated IONOS Cloud and Gcore APIs on one port",
    fullDescription: [
      "Serves both clouds at the vendors' own paths and prints the variables that make",
      "secgroup and the vendors' own SDKs talk to it. Ends with Ctrl-C.",
      "",
      "  secgroup simulate --port 8080 --seed",
    ].join("\n"),
  },
});
