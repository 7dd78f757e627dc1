import { buildCommand, type Command } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import { loadCommand } from "./load-command.ts";
import { fileArgument, jsonFlag, quietFlag, switchFlag, textFlag } from "./parameters.ts";

export interface LintFlags {
  readonly fix?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly sarif?: string | undefined;
  readonly strict?: boolean | undefined;
}

export const lintCommand: Command<CommandContext> = buildCommand<LintFlags, [file?: string], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-lint.ts")).runLint),
  parameters: {
    flags: {
      fix: switchFlag("Rewrite the document to the fewest rules that allow the same"),
      json: jsonFlag,
      quiet: { ...quietFlag, brief: "Say only what makes it fail: errors, with --strict all" },
      sarif: textFlag("Write a SARIF 2.1.0 report to this file; - for stdout", "REPORT.sarif"),
      strict: switchFlag("Exit with 1 for warnings and notes too"),
    },
    positional: fileArgument,
  },
  docs: {
    brief: "Find rules that are redundant, can be merged, or open too much; no network",
    fullDescription: [
      "Tells which rules the others cover, which can be merged, and whether SSH, RDP,",
      "databases or all ports are open to the internet, judged by the traffic of all",
      "rules of a group together. Needs neither network nor credentials.",
      "",
      "--fix drops and merges rules so that exactly the same is allowed. Entries whose",
      "rules all stay are not touched, and neither are the comments at them.",
      "",
      "Exit codes: 0 nothing, or warnings and notes only; 1 errors, also of the document.",
      "",
      "  secgroup lint",
      "  secgroup lint network.yaml --fix",
      "  secgroup lint --strict --sarif secgroup.sarif",
    ].join("\n"),
  },
});
