import { buildCommand, type Command } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import { loadCommand } from "./load-command.ts";

export const schemaCommand: Command<CommandContext> = buildCommand<object, [], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-schema.ts")).runSchema),
  parameters: {},
  docs: {
    brief: "Print the JSON Schema of documents, for editors",
    fullDescription: [
      "Prints the JSON Schema of documents. `secgroup init` writes it beside the document,",
      "which names it to YAML language servers in its first line:",
      "",
      "  # yaml-language-server: $schema=./secgroup.schema.json",
      "",
      "A document in JSON names it in its field $schema. After an update of secgroup:",
      "",
      "  secgroup schema > secgroup.schema.json",
    ].join("\n"),
  },
});
