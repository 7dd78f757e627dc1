import { buildChoiceParser, buildCommand, type Command } from "@stricli/core";
import { shells, type Shell } from "../completion/shell.ts";
import type { CommandContext } from "../context.ts";
import { loadCommand } from "./load-command.ts";

export const completionCommand: Command<CommandContext> = buildCommand<object, [shell: Shell], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-completion.ts")).runCompletion),
  parameters: {
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: `The shell: ${shells.join(", ")}`,
          placeholder: "SHELL",
          parse: buildChoiceParser(shells),
          proposeCompletions: (partial) => shells.filter((shell) => shell.startsWith(partial)),
        },
      ],
    },
  },
  docs: {
    brief: "Print what a shell needs to complete commands, flags and files",
    fullDescription: [
      "Prints a script that makes the Tab key complete commands, flags and files. A line",
      "in the shell's own file reads it at each start:",
      "",
      '  ~/.bashrc                    eval "$(secgroup completion bash)"',
      "  ~/.zshrc, after compinit     source <(secgroup completion zsh)",
      "  ~/.config/fish/config.fish   secgroup completion fish | source",
    ].join("\n"),
  },
});
