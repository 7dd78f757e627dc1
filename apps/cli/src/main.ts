import {
  buildApplication,
  buildRouteMap,
  run,
  type Application,
  type StricliDynamicCommandContext,
  type StricliProcess,
} from "@stricli/core";
import { applyCommand } from "./commands/apply.ts";
import { completionCommand } from "./commands/completion.ts";
import { demoCommand } from "./commands/demo.ts";
import { diffCommand } from "./commands/diff.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { driftCommand } from "./commands/drift.ts";
import { explainCommand } from "./commands/explain.ts";
import { exportCommands } from "./commands/export.ts";
import { importCommands } from "./commands/import.ts";
import { initCommand } from "./commands/init.ts";
import { lintCommand } from "./commands/lint.ts";
import { planCommand } from "./commands/plan.ts";
import { schemaCommand } from "./commands/schema.ts";
import { showCommand } from "./commands/show.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { uiCommand } from "./commands/ui.ts";
import { validateCommand } from "./commands/validate.ts";
import { proposalRequest } from "./completion/shell.ts";
import type { CommandContext, Context, Output } from "./context.ts";
import { readVersion } from "./read-version.ts";

/** Gives a command its surroundings; not called for help and version, so that these start fast. */
export type OpenContext = () => Context | Promise<Context>;

const application: Application<CommandContext> = buildApplication(
  buildRouteMap({
    routes: {
      init: initCommand,
      plan: planCommand,
      apply: applyCommand,
      drift: driftCommand,
      ui: uiCommand,
      explain: explainCommand,
      diff: diffCommand,
      show: showCommand,
      import: importCommands,
      export: exportCommands,
      validate: validateCommand,
      lint: lintCommand,
      doctor: doctorCommand,
      schema: schemaCommand,
      completion: completionCommand,
      simulate: simulateCommand,
      demo: demoCommand,
    },
    docs: {
      brief: "Declare network security groups once; plan and apply them to IONOS Cloud and Gcore.",
      fullDescription: [
        "Declare network security groups once; plan and apply them to IONOS Cloud and",
        "Gcore. FILE is secgroup.yaml, secgroup.yml or secgroup.json of this folder",
        "unless you name one. Credentials come from the environment: IONOS_TOKEN (or",
        "IONOS_USERNAME and IONOS_PASSWORD) and GCORE_API_KEY.",
        "",
        "Exit codes: 0 done, 1 error, 2 changes (plan --detailed-exitcode, drift,",
        "diff), 130 interrupted.",
        "",
        "New here? `secgroup init` writes a first document, and `secgroup doctor` checks",
        "what it needs. No account at hand? `secgroup demo` shows it all on simulated",
        "clouds, and `secgroup simulate` serves them to you.",
      ].join("\n"),
    },
  }),
  {
    name: "secgroup",
    versionInfo: { getCurrentVersion: async () => readVersion() },
    scanner: { caseStyle: "allow-kebab-for-camel", allowArgumentEscapeSequence: false },
    documentation: { caseStyle: "convert-camel-to-kebab", useAliasInUsageLine: false },
  },
);

/** Runs one command line and gives its exit code; never throws. */
export async function main(
  inputs: readonly string[],
  streams: { readonly stdout: Output; readonly stderr: Output },
  openContext: OpenContext,
): Promise<number> {
  const complaints: string[] = [];
  const parserProcess: StricliProcess = {
    stdout: { write: streams.stdout.write, getColorDepth: () => (streams.stdout.hasColor ? 4 : 1) },
    // The parser complains here only; commands write to the stream of their own.
    stderr: { write: (text) => void complaints.push(text) },
  };
  const context: StricliDynamicCommandContext<CommandContext> = {
    process: parserProcess,
    forCommand: async () => ({ ...(await openContext()), process: parserProcess }),
  };
  if (inputs[0] === proposalRequest) {
    const { proposeWords } = await import("./completion/propose-words.ts");
    const proposals = await proposeWords(application, inputs.slice(1), context);
    for (const { word, brief } of proposals) streams.stdout.write(`${word}\t${brief}\n`);
    return 0;
  }
  await run(application, inputs, context);
  if (complaints.length > 0) {
    const { reportUsage } = await import("./run/report-usage.ts");
    return reportUsage(complaints, inputs, streams);
  }
  return Number(parserProcess.exitCode ?? 0);
}
