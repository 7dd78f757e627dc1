import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./find-documents.ts";
import { findUnknown, type KnownCommands } from "./known-commands.ts";

/** Commands that no test can run, each kind with the reason, and what is checked of it instead. The list is closed. */
interface NotRun {
  readonly command: RegExp;
  readonly reason: string;
  /** What is wrong, if anything. */
  readonly check: (words: readonly string[], known: KnownCommands) => string | undefined;
}

export const notRun: readonly NotRun[] = [
  {
    command: /^(npx -y -p node@24 -p pnpm@12 )?pnpm /,
    reason: "works on this repository: a test of the tests would never end",
    check: (words) => findWrongScript(words.slice(words.indexOf("pnpm") + 1)),
  },
  {
    command: /^npm (install|i|exec) |^npx (-y )?secgroup/,
    reason: "needs the registry, and what is not released yet",
    check: (words) => {
      const unknown = words
        .slice(1)
        .filter((word) => /^(@secgroup\/|secgroup)/.test(word))
        .map((word) => word.replace(/(?<=.)@[^@/]*$/, ""))
        .find((name) => !publishedPackages().includes(name));
      return unknown === undefined ? undefined : `${unknown} is not published`;
    },
  },
  {
    command: /^secgroup (ui|simulate)( |$)/,
    reason: "serves until it is interrupted; console.test.ts and simulate.test.ts run it",
    check: (words, known) => findUnknown(words.slice(1), known),
  },
];

/** pnpm's own commands that documents name. */
const ownCommands = new Set(["install", "exec"]);

/** What is wrong with the words behind `pnpm`, if anything: a script, a package or a program that is not there. */
export function findWrongScript(words: readonly string[]): string | undefined {
  const [first = "", second = "", ...rest] = words;
  if (first === "--filter") {
    const found = listPackages().find(({ name }) => name === second);
    if (found === undefined) return `no package is called ${second}`;
    const script = rest[0] === "run" ? rest[1] : rest[0];
    const missing = rest.slice(2).find((word) => word.includes("/") && !existsSync(join(root, found.folder, word)));
    if (missing !== undefined) return `${second} has no ${missing}`;
    return script !== undefined && (ownCommands.has(script) || script in found.scripts)
      ? undefined
      : `${second} has no script ${script}`;
  }
  const { scripts } = readManifest(".");
  return ownCommands.has(first) || first in scripts ? undefined : `package.json has no script ${first}`;
}

interface Manifest {
  readonly folder: string;
  readonly name: string;
  readonly private: boolean;
  readonly scripts: Readonly<Record<string, string>>;
}

function readManifest(folder: string): Manifest {
  const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Partial<Manifest>;
  return { folder, name: manifest.name ?? "", private: manifest.private ?? false, scripts: manifest.scripts ?? {} };
}

const listPackages = (): readonly Manifest[] =>
  ["apps", "packages", "tools"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => readManifest(`${folder}/${name}`)),
  );

export const publishedPackages = (): readonly string[] =>
  listPackages().flatMap((found) => (found.private ? [] : [found.name]));
