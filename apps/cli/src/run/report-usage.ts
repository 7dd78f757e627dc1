import { SecurityGroupError } from "@secgroup/core";
import type { Output } from "../context.ts";
import { reportError } from "./report-error.ts";

/** Says what is wrong with a command line, as any other error is said, and gives the exit code. */
export function reportUsage(
  complaints: readonly string[],
  inputs: readonly string[],
  streams: { readonly stdout: Output; readonly stderr: Output },
): number {
  const [first = "", second = ""] = inputs;
  const isNested = /^(import (ionos|gcore|file)|export terraform)$/.test(`${first} ${second}`);
  const command = first.startsWith("-") ? "" : ` ${first}${isNested ? ` ${second}` : ""}`;
  const isKnown = !complaints.some((complaint) => complaint.startsWith("No command"));
  const error = new SecurityGroupError("usage", complaints.map((complaint) => complaint.trim()).join("\n"), {
    hint: `See \`secgroup${isKnown ? command : ""} --help\`.`,
  });
  const form = first === "apply" ? "lines" : "value";
  const json = inputs.includes("--json") ? form : undefined;
  return reportError(error, { ...streams, json });
}
