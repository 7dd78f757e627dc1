import { parseArgs } from "node:util";
import { providers } from "../provider.ts";
import type { VerifyOptions } from "../verify.ts";

/** What the command line asks for. */
export interface CommandArguments extends Omit<VerifyOptions, "environment"> {
  readonly isHelp: boolean;
  /** Files to write the report to. */
  readonly json: string | undefined;
  readonly junit: string | undefined;
}

/** Throws with what is wrong and how to get help. */
export function readArguments(args: readonly string[]): CommandArguments {
  const { values, positionals } = parse(args);
  const isHelp = values.help === true || positionals[0] === "help";
  if (!isHelp && (positionals[0] !== "verify" || positionals.length > 1))
    throw unusable(positionals.length === 0 ? "Say what to do." : `There is no command "${positionals.join(" ")}".`);
  const provider = providers.find(({ name }) => name === values.provider)?.name;
  if (values.provider !== undefined && provider === undefined)
    throw unusable(
      `There is no provider "${values.provider}"; there are ${providers.map(({ name }) => name).join(" and ")}.`,
    );
  const { pacts, spec, upstream, write, json, junit } = values;
  return { isHelp, provider, pacts, spec, upstream, baseUrl: values["base-url"], write, json, junit };
}

function parse(args: readonly string[]): ReturnType<typeof parseCommand> {
  try {
    return parseCommand(args);
  } catch (error) {
    throw unusable(error instanceof Error ? error.message : String(error));
  }
}

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const parseCommand = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      provider: text,
      pacts: text,
      spec: text,
      upstream: text,
      "base-url": text,
      write: flag,
      json: text,
      junit: text,
      help: { ...flag, short: "h" },
    },
  });

const unusable = (problem: string): Error =>
  new Error(`${problem}\nTry: secgroup-contracts verify, or secgroup-contracts --help.`);
