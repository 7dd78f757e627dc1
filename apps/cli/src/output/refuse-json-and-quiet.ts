import { SecurityGroupError } from "@secgroup/core";

/** Throws `usage` where a command line asks for everything and for nothing. */
export function refuseJsonAndQuiet({
  json,
  quiet,
}: {
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}): void {
  if (json && quiet)
    throw new SecurityGroupError("usage", "--json prints everything and --quiet nothing", {
      hint: "Choose one of them.",
    });
}
