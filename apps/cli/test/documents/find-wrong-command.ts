import { findWrongScript } from "./find-wrong-script.ts";
import { findUnknown, type KnownCommands } from "./known-commands.ts";
import { publishedPackages } from "./repository-packages.ts";

/** What is wrong with the words of a command, if anything: a command, a flag, a script or a package that is not there. */
export function findWrongCommand([program, ...words]: readonly string[], known: KnownCommands): string | undefined {
  if (program === "secgroup") return findUnknown(words, known);
  if (program === "pnpm") return findWrongScript(words);
  if (program === "npx") return findWrongRun(words, known);
  return program === "npm" ? findWrongNpm(words, known) : undefined;
}

function findWrongNpm([command = "", ...words]: readonly string[], known: KnownCommands): string | undefined {
  if (command === "exec") return findWrongRun(words, known);
  if (command !== "install" && command !== "i") return `nothing checks npm ${command}`;
  const names = new Set(publishedPackages().map(({ name }) => name));
  const unknown = words.filter((word) => !word.startsWith("-")).find((word) => !names.has(withoutVersion(word)));
  return unknown === undefined ? undefined : `${withoutVersion(unknown)} is not published`;
}

/** Of the words behind `npx` or `npm exec`. */
function findWrongRun([first, ...rest]: readonly string[], known: KnownCommands): string | undefined {
  if (first === "-y" || first === "--") return findWrongRun(rest, known);
  if (first === "-p") {
    const [name = "", ...behind] = rest;
    // What this repository needs, and nothing of it.
    return /^(node|pnpm)@\d+$/.test(name) ? findWrongRun(behind, known) : `nothing checks ${name}`;
  }
  if (first === undefined) return undefined;
  const program = withoutVersion(first);
  if (program === "secgroup" || program === "pnpm")
    return findWrongCommand([program, ...rest.filter((word) => word !== "--")], known);
  return publishedPackages().some(({ bin }) => program in bin) ? undefined : `no published package has ${program}`;
}

const withoutVersion = (name: string): string => name.replace(/(?<=.)@[^@/]*$/, "");
