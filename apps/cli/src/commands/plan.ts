import { buildCommand, type Command } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import { loadCommand } from "./load-command.ts";
import { fileArgument, jsonFlag, quietFlag, switchFlag, textFlag } from "./parameters.ts";

export interface PlanFlags {
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly out?: string | undefined;
  readonly html?: string | undefined;
  readonly markdown?: string | undefined;
  readonly detailedExitcode?: boolean | undefined;
  readonly relabel?: boolean | undefined;
}

export const planCommand: Command<CommandContext> = buildCommand<PlanFlags, [file?: string], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-plan.ts")).runPlan),
  parameters: {
    flags: {
      json: jsonFlag,
      quiet: quietFlag,
      out: textFlag("Write the plan to this file, for `secgroup apply PLAN.json`", "PLAN.json"),
      html: textFlag("Write the plan as one page to look at, for a pull request", "PAGE"),
      markdown: textFlag("Write the plan as Markdown, for a comment on a pull request", "FILE.md"),
      detailedExitcode: switchFlag("Exit with 0 for nothing to do, 1 for an error, 2 for changes"),
      relabel: switchFlag("Change descriptions also where the rule is away for a moment (Gcore)"),
    },
    positional: fileArgument,
  },
  docs: {
    customUsage: [
      "[--out PLAN.json] [--html PAGE] [--markdown FILE.md] [--relabel] [FILE]",
      "[--json | --quiet] [--detailed-exitcode] [--relabel] [FILE]",
    ],
    brief: "Show what would change on the clouds; change nothing",
    fullDescription: [
      "Reads every target of the document once and shows what leads to it: rules",
      "added (+), removed (-) and relabelled (~), groups created and deleted, the",
      "traffic that this opens and closes, and how many API calls it takes. A step that",
      "may interrupt what should stay is named. Nothing is changed.",
      "",
      "  secgroup plan",
      "  secgroup plan network.yaml --out plan.json",
      "  secgroup plan --html report.html --markdown comment.md",
      "  secgroup plan --json --detailed-exitcode",
    ].join("\n"),
  },
});
