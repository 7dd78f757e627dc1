import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./find-documents.ts";
import { hasProgram, listPackages, readManifest } from "./repository-packages.ts";

/** What is wrong with the words behind `pnpm`, if anything: a script, a package, a program or a file that is not there. */
export function findWrongScript(words: readonly string[]): string | undefined {
  if (words[0] !== "--filter") return findWrong("package.json", readManifest("."), words);
  const [, name = "", ...rest] = words;
  const found = listPackages().find((one) => one.name === name);
  if (found === undefined) return `no package is called ${name}`;
  const missing = rest.slice(2).find((word) => word.includes("/") && !existsSync(join(root, found.folder, word)));
  return missing === undefined ? findWrong(name, found, rest) : `${name} has no ${missing}`;
}

function findWrong(
  where: string,
  { folder, scripts }: ReturnType<typeof readManifest>,
  [first = "", second = ""]: readonly string[],
): string | undefined {
  if (first === "install") return undefined;
  if (first === "exec") return hasProgram(folder, second) ? undefined : `${where} has no program ${second}`;
  const script = first === "run" ? second : first;
  return script in scripts ? undefined : `${where} has no script ${script}`;
}
