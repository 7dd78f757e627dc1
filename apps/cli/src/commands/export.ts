import { buildCommand, buildRouteMap, type Command, type RouteMap } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import { loadCommand } from "./load-command.ts";
import { fileArgument, textFlag } from "./parameters.ts";

export interface ExportFlags {
  readonly out?: string | undefined;
}

const terraformCommand: Command<CommandContext> = buildCommand<ExportFlags, [file?: string], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-export.ts")).runExportTerraform),
  parameters: {
    flags: { out: textFlag("Write to this file, which must not exist; default stdout", "FILE") },
    positional: fileArgument,
  },
  docs: {
    brief: "As a configuration of Terraform",
    fullDescription: [
      "Writes the groups of the document as a configuration of Terraform, for the",
      "providers ionos-cloud/ionoscloud and G-Core/gcore (2.x): one resource for each",
      "group and each rule. What a provider cannot express is an error. Needs neither",
      "network nor credentials.",
      "",
      "  secgroup export terraform --out main.tf",
    ].join("\n"),
  },
});

export const exportCommands: RouteMap<CommandContext> = buildRouteMap({
  routes: { terraform: terraformCommand },
  docs: { brief: "Write the document in the format of another tool" },
});
