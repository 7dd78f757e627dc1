import { SecurityGroupError } from "@secgroup/core";
import type { Output } from "../context.ts";
import { reportError } from "./report-error.ts";

/** Says what is wrong with a command line, like any other error, and gives the exit code. */
export function reportUsage(
  complaints: readonly string[],
  inputs: readonly string[],
  streams: { readonly stdout: Output; readonly stderr: Output },
): number {
  const [first = "", second = ""] = inputs;
  const isNested = /^(import (ionos|gcore|file)|export terraform)$/.test(`${first} ${second}`);
  const command = first.startsWith("-") ? "" : ` ${first}${isNested ? ` ${second}` : ""}`;
  const isKnown = !complaints.some((complaint) => complaint.startsWith("No command"));
  const said = explainImport(inputs) ?? complaints.map((complaint) => complaint.trim()).join("\n");
  const error = new SecurityGroupError("usage", said, {
    hint: `See \`secgroup${isKnown ? command : ""} --help\`.`,
  });
  const form = first === "apply" ? "lines" : "value";
  const json = inputs.includes("--json") ? form : undefined;
  return reportError(error, { ...streams, json });
}

/** What `import` takes, where its first word leaves open what is to be imported: the parser takes anything for the name of a file. */
function explainImport([command, what, ...more]: readonly string[]): string | undefined {
  const isFile = [what, ...more].some((word) => word?.startsWith("--from"));
  if (command !== "import" || isFile || what === "ionos" || what === "gcore" || what === "file") return undefined;
  const ways = "import ionos DATACENTER, import gcore PROJECT/REGION, or import --from FORMAT FILE";
  return what === undefined || what.startsWith("-") ? `say what to import: ${ways}` : `"${what}" is no cloud: ${ways}`;
}
