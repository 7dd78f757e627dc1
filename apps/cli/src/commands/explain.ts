import { buildCommand, type Command } from "@stricli/core";
import type { CommandContext } from "../context.ts";
import { loadCommand } from "./load-command.ts";
import { jsonFlag, takeText, textFlag } from "./parameters.ts";

export interface ExplainFlags {
  readonly file?: string | undefined;
  readonly on?: string | undefined;
  readonly json?: boolean | undefined;
}

type ExplainArguments = [group: string, allow: string, direction: "ingress" | "egress", peer: string];

export const explainCommand: Command<CommandContext> = buildCommand<ExplainFlags, ExplainArguments, CommandContext>({
  loader: loadCommand(async () => (await import("../run/run-explain.ts")).runExplain),
  parameters: {
    flags: {
      on: textFlag("Only on this target of the document", "TARGET"),
      file: textFlag("The document; default secgroup.yaml, .yml or .json of this folder", "FILE"),
      json: jsonFlag,
    },
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "The key of a group of the document", placeholder: "GROUP", parse: takeText },
        { brief: "A protocol, a port such as tcp/22, a service, or any", placeholder: "ALLOW", parse: takeText },
        { brief: "from for ingress, to for egress", placeholder: "from|to", parse: readDirection },
        { brief: "An address, a CIDR, a named set, group:NAME, or any", placeholder: "PEER", parse: takeText },
      ],
    },
  },
  docs: {
    brief: "Tell whether a group allows some traffic, now and after the plan",
    fullDescription: [
      "Reads the group on its targets and says of each whether it allows the traffic,",
      "and by which rules: as it stands, and as the document would leave it. ALLOW and",
      "PEER are words of the document. What is allowed in part is shown in parts.",
      "",
      "  secgroup explain web tcp/22 from 203.0.113.9",
      "  secgroup explain database postgres from group:web --on lux",
      "  secgroup explain web any to any --json",
    ].join("\n"),
  },
});

function readDirection(input: string): "ingress" | "egress" {
  if (input === "from") return "ingress";
  if (input === "to") return "egress";
  throw new Error("it is neither from nor to");
}
