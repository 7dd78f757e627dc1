import { buildCommand, type Command } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import { loadCommand } from "./load-command.ts";
import { jsonFlag, quietFlag, switchFlag, takeText } from "./parameters.ts";

export interface ApplyFlags {
  readonly yes?: boolean | undefined;
  readonly force?: boolean | undefined;
  readonly allowInterruption?: boolean | undefined;
  readonly relabel?: boolean | undefined;
  readonly resume?: boolean | undefined;
  readonly rollback?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

export const applyCommand: Command<CommandContext> = buildCommand<ApplyFlags, [file?: string], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-apply.ts")).runApply, "lines"),
  parameters: {
    flags: {
      yes: switchFlag("Do not ask"),
      force: switchFlag("Remove even a large share of a group's rules"),
      allowInterruption: switchFlag("Run also steps that the plan says may interrupt traffic"),
      relabel: switchFlag("Change descriptions also where the rule is away for a moment (Gcore)"),
      resume: switchFlag("Go on with an apply that did not come to its end"),
      rollback: switchFlag("Plan the way back to before the last apply, and ask"),
      json: { ...jsonFlag, brief: "Print what happens as JSON, an object on each line" },
      quiet: { ...quietFlag, brief: "Say nothing but what went wrong; needs --yes" },
    },
    aliases: { y: "yes" },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: "A document, or a plan file of `secgroup plan --out`",
          placeholder: "FILE",
          parse: takeText,
          optional: true,
        },
      ],
    },
  },
  docs: {
    customUsage: [
      "[--yes] [--relabel] [--force] [--allow-interruption] [--json | --quiet] [FILE]",
      "--resume [FILE]",
      "--rollback [FILE]",
    ],
    brief: "Make the clouds as the document says: plan, ask, write, wait, read back",
    fullDescription: [
      "Plans, shows the plan, asks, writes, waits for the clouds and reads everything",
      "back. A plan file is run exactly as it stands, or refused as stale when a group",
      "has changed since. A plan that may interrupt traffic is refused, unless",
      "--allow-interruption says that it may.",
      "",
      "What is done is written down beside the file, in FILE.journal, before and after",
      "each write. After a crash --resume goes on from there; --rollback leads back.",
      "",
      "--json prints what happens while it happens: an object on each line, with `kind`",
      "(target-started, step-sent, step-ended, waiting, waiting-until-quiet,",
      "planned-again, reading-back, target-ended), `target`, and `at` in milliseconds",
      "since 1970. The last line is the report, of kind report, or an error, of kind",
      "error. The plan and the progress for people are on stderr.",
      "",
      "Ctrl-C stops before the next write and tells what is done, what is not and what",
      "is unknown (exit code 130); a second Ctrl-C leaves at once.",
      "",
      "  secgroup apply",
      "  secgroup apply network.yaml --yes",
      "  secgroup apply plan.json --yes --json",
      "  secgroup apply network.yaml --resume",
    ].join("\n"),
  },
});
