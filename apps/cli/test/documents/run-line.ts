import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "shell-quote";
import type { Environment } from "../../src/context.ts";
import type { Story } from "./open-story.ts";
import { pressCtrlC } from "./press-ctrl-c.ts";

export interface Line {
  readonly code: number;
  /** What a person would see of it. */
  readonly printed: string;
  /** With what `secgroup` ended, where a pipe or a `;` behind it hides that. */
  readonly hidden?: number;
}

/** What somebody types while a line runs. */
export interface Keyboard {
  /** To the questions of `secgroup init`, in their order; the last is also said to an apply that asks. */
  readonly answers?: readonly string[];
  /** When Ctrl-C is pressed, as `pressCtrlC` reads it. */
  readonly interrupt?: string;
}

const credentials = new Set(["IONOS_TOKEN", "IONOS_USERNAME", "IONOS_PASSWORD", "GCORE_API_KEY"]);

/** Runs one line of a block: `secgroup` in this process, on the story's clouds, and everything else in a real shell. */
export async function runLine(story: Story, line: string, { answers, interrupt }: Keyboard = {}): Promise<Line> {
  const { harness } = story;
  const tokens = parse(line, (name) => story.environment[name] ?? "");
  const end = tokens.findIndex((token) => typeof token !== "string" && !("pattern" in token));
  const words = tokens
    .slice(0, end === -1 ? tokens.length : end)
    .map((token) => (typeof token === "string" ? token : "*"));
  // Of `2> file` the number belongs to what the shell does.
  if (/^[12]$/.test(words.at(-1) ?? "") && line.includes(` ${words.at(-1)}>`)) words.pop();
  if (words[0] === "cd") throw new Error("each line runs in the folder of the document: cd would change nothing");
  if (words[0] === "export") {
    // The credentials of a document are for show; those of the simulated clouds stay.
    for (const [name, value] of readAssignments(words.slice(1)))
      if (!credentials.has(name)) story.environment = { ...story.environment, [name]: value };
    return { code: 0, printed: "" };
  }
  const start = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  if (words[start] !== "secgroup") {
    if (tokens.includes("secgroup"))
      throw new Error("secgroup must be the first command of its line, and the only one");
    return runShell(story, line);
  }
  const rest = tokens.slice(words.length);
  if (rest.includes("secgroup")) throw new Error("one secgroup on a line is all that runs here");
  const environment = { ...story.environment, ...Object.fromEntries(readAssignments(words.slice(0, start))) };
  const ran = await harness.run(words.slice(start + 1).join("\0"), {
    separator: "\0",
    environment,
    ...(answers !== undefined && { answers, answer: answers.at(-1) === "yes" }),
    ...(interrupt !== undefined && { signal: pressCtrlC(harness, interrupt) }),
  });
  if (rest.every((token) => typeof token !== "string" && "comment" in token))
    // A terminal shows what is typed, too.
    return {
      code: ran.code,
      printed: ran.screen.replace("(yes or no) ", () => `(yes or no) ${answers?.at(-1) ?? ""}\n`),
    };
  // The shell does what stands behind it, with what it printed and how it ended.
  const [out, err] = [ran.stdout, ran.stderr].map(writeTemporary);
  try {
    const ended = await runShell(story, `secgroup() { cat ${out}; cat ${err} >&2; return ${ran.code}; }\n${line}`);
    const operators = rest.flatMap((token) => (typeof token !== "string" && "op" in token ? [token.op] : []));
    const next = operators.find((operator) => !/[<>]/.test(operator));
    return next === "|" || next === ";" ? { ...ended, hidden: ran.code } : ended;
  } finally {
    for (const file of [out, err]) rmSync(file ?? "", { force: true });
  }
}

const readAssignments = (words: readonly string[]): readonly (readonly [string, string])[] =>
  words.map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]);

function writeTemporary(text: string): string {
  const file = join(tmpdir(), `secgroup-line-${randomUUID()}`);
  writeFileSync(file, text);
  return file;
}

function runShell({ harness: { folder }, environment }: Story, script: string): Promise<Line> {
  const withoutCredentials: Environment = Object.fromEntries(
    Object.entries(environment).filter(([name]) => !credentials.has(name)),
  );
  const env = {
    ...withoutCredentials,
    PATH: process.env["PATH"],
    HOME: folder,
    // What is left there goes away with the run of the tests.
    TMPDIR: tmpdir(),
    LC_ALL: "C.UTF-8",
    NODE_OPTIONS: "--conditions=@secgroup/source",
    GIT_AUTHOR_NAME: "you",
    GIT_AUTHOR_EMAIL: "you@example.com",
    GIT_COMMITTER_NAME: "you",
    GIT_COMMITTER_EMAIL: "you@example.com",
  };
  return new Promise((resolve) =>
    execFile("sh", ["-c", `exec 2>&1\n${script}`], { cwd: folder, env }, (error, printed) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), printed }),
    ),
  );
}
