import { buildCommand, buildRouteMap, type Command, type RouteMap } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import { loadCommand } from "./load-command.ts";
import { quietFlag, takeText, textFlag } from "./parameters.ts";

export interface ImportFlags {
  readonly target?: string | undefined;
  readonly out?: string | undefined;
  readonly quiet?: boolean | undefined;
}

/** The formats of other tools that groups are taken over from. */
export type ImportFormat = "terraform-state" | "openstack-json";

export interface ImportFileFlags extends ImportFlags {
  readonly from: ImportFormat;
  readonly to?: string | undefined;
}

const flags = {
  target: textFlag("The target's name in the document; default the cloud's", "NAME"),
  out: textFlag("Write the document to this file, which must not exist; default stdout", "FILE"),
  quiet: { ...quietFlag, brief: "Say only what was left out" },
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

function readFormat(input: string): ImportFormat {
  if (input === "terraform-state" || input === "openstack-json") return input;
  throw new Error("a format is terraform-state or openstack-json");
}

const fileCommand: Command<CommandContext> = buildCommand<ImportFileFlags, [file: string], CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-import-file.ts")).runImportFile),
  parameters: {
    flags: {
      from: {
        kind: "parsed",
        brief: "What the file is: terraform-state or openstack-json",
        placeholder: "FORMAT",
        parse: readFormat,
      },
      to: textFlag("ionos:DATACENTER or gcore:PROJECT/REGION, where the file does not say it", "PLACE"),
      ...flags,
    },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "The file of the other tool", placeholder: "FILE", parse: takeText }],
    },
  },
  docs: {
    brief: "From a file of Terraform or OpenStack",
    fullDescription: [
      "Writes a document for the security groups in a file of another tool, without any",
      "network. What no document can say, or what the file does not tell whole, is left",
      "out and named on stderr; plan the document before you apply it.",
      "",
      "terraform-state is what `terraform state pull` and `terraform show -json` print,",
      "with resources ionoscloud_nsg, ionoscloud_nsg_firewallrule, gcore_securitygroup,",
      "gcore_cloud_security_group and gcore_cloud_security_group_rule.",
      "openstack-json is what `openstack security group show -f json` prints, a list of",
      "these, or an answer of the Networking API (GET /v2.0/security-groups).",
      "",
      "  secgroup import --from terraform-state state.json --out secgroup.yaml",
      "  secgroup import --from openstack-json groups.json --to gcore:1234/76",
    ].join("\n"),
  },
});

export const importCommands: RouteMap<CommandContext> = buildRouteMap({
  routes: { ionos: ionosCommand, gcore: gcoreCommand, file: fileCommand },
  defaultCommand: "file",
  docs: { brief: "Write a document for groups that stand on a target, or in a file of another tool" },
});
