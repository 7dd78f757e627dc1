import { buildCommand, buildRouteMap, type Command, type RouteMap } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import { loadCommand } from "./load-command.ts";
import { takeText, textFlag } from "./parameters.ts";

export interface ImportFlags {
  readonly target?: string | undefined;
  readonly out?: string | undefined;
}

const flags = {
  target: textFlag("The target's name in the document; default the cloud's", "NAME"),
  out: textFlag("Write the document to this file, which must not exist; default stdout", "FILE"),
} as const;

const what = [
  "Writes a document for every group of the target. Its plan is empty at once, which",
  "is checked before it is written; a group that no document can describe is left",
  "out and named on stderr.",
  "",
];

const ionosCommand: Command<CommandContext> = buildCommand<ImportFlags, [datacenter: string], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-import.ts")).runImportIonos),
  parameters: {
    flags,
    positional: {
      kind: "tuple",
      parameters: [{ brief: "The id of the virtual datacenter", placeholder: "DATACENTER", parse: takeText }],
    },
  },
  docs: {
    brief: "From a datacenter of IONOS Cloud",
    fullDescription: [
      ...what,
      "  secgroup import ionos 9f1c0c5e-6a2b-4b39-9f43-0a6c1c6f2c11 --target fra",
      "  secgroup import ionos 9f1c0c5e-6a2b-4b39-9f43-0a6c1c6f2c11 --out secgroup.yaml",
    ].join("\n"),
  },
});

const gcoreCommand: Command<CommandContext> = buildCommand<ImportFlags, [place: string], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-import.ts")).runImportGcore),
  parameters: {
    flags,
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "The numbers of project and region, such as 1234/76", placeholder: "PROJECT/REGION", parse: takeText },
      ],
    },
  },
  docs: {
    brief: "From a project and region of Gcore",
    fullDescription: [...what, "  secgroup import gcore 1234/76 --target lux --out secgroup.yaml"].join("\n"),
  },
});

export const importCommands: RouteMap<CommandContext> = buildRouteMap({
  routes: { ionos: ionosCommand, gcore: gcoreCommand },
  docs: { brief: "Write a document for every group that stands on a target" },
});
