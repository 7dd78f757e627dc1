import { createHarness } from "../support/harness.ts";

/** What `--help` says of each command, by its words behind `secgroup`. */
export type KnownCommands = ReadonlyMap<string, ReadonlySet<string>>;

export async function readKnownCommands(): Promise<KnownCommands> {
  const { run } = createHarness();
  const known = new Map<string, ReadonlySet<string>>();
  const look = async (command: string): Promise<void> => {
    const { stdout } = await run(`${command} --help`);
    const [, list = ""] = stdout.split("COMMANDS\n");
    known.set(command, new Set(["--help", ...(stdout.match(/--[a-z][a-z-]*/g) ?? [])]));
    for (const [, name] of list.matchAll(/^ {2}([a-z]+) /gm)) await look(`${command} ${name}`.trim());
  };
  await look("");
  known.set("", new Set(["--help", "--version"]));
  return known;
}

/** What is wrong with the words behind `secgroup`, if anything: a command or a flag that is not there. */
export function findUnknown(words: readonly string[], known: KnownCommands): string | undefined {
  const [first = "", second = ""] = words.filter((word) => !word.startsWith("-"));
  const command = known.has(`${first} ${second}`) ? `${first} ${second}` : first;
  const flags = known.get(command);
  if (flags === undefined) return `there is no command secgroup ${first}`;
  const unknown = words.flatMap((word) => /^--[^=]*/.exec(word) ?? []).find((flag) => !flags.has(flag));
  return unknown === undefined ? undefined : `secgroup ${command} has no flag ${unknown}`;
}
