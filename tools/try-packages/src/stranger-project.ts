import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackedPackage } from "./packed-package.ts";
import { importedPackages, readDocument, readExamples, type Example } from "./read-examples.ts";
import { problemsOf, runCommand } from "./run-command.ts";

/** An empty project outside of the workspace, with one package and what its examples import. */
export interface StrangerProject {
  readonly packed: PackedPackage;
  readonly folder: string;
  readonly examples: readonly Example[];
}

/** Makes the project; nothing is installed yet. */
export async function makeProject(packed: PackedPackage, into: string): Promise<StrangerProject> {
  const folder = join(into, packed.name.replace("/", "-"));
  const examples = readExamples(packed.readme);
  await mkdir(folder, { recursive: true });
  const imports = packed.entries.map((entry, index) => `import * as entry${index} from "${entry}";`);
  const names = packed.entries.map((_, index) => `entry${index}`).join(", ");
  await writeFile(join(folder, "entries.ts"), `${imports.join("\n")}\nconsole.log([${names}].length);\n`);
  await Promise.all(
    examples.map(({ language, code }, index) => writeFile(join(folder, `example-${index + 1}.${language}`), code)),
  );
  const document = readDocument(packed.readme);
  if (document !== undefined) await writeFile(join(folder, "secgroup.yaml"), document);
  return { packed, folder, examples };
}

/** Installs these packages of ours and what they need, with npm, in a folder that is made for it. */
export async function installPackages(
  names: readonly string[],
  folder: string,
  all: ReadonlyMap<string, PackedPackage>,
): Promise<readonly string[]> {
  const missing = names.filter((name) => !all.has(name)).map((name) => `${name} is imported, and not one of ours`);
  const needed = new Set(names.flatMap((name) => [name, ...(all.get(name)?.needs ?? [])]));
  const archives = [...needed].flatMap((name) => all.get(name)?.tarball ?? []);
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, "package.json"),
    `${JSON.stringify({ name: "stranger", private: true, type: "module" })}\n`,
  );
  const flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--no-package-lock"];
  return [...missing, ...(await problemsOf("npm", ["install", ...flags, ...archives], { cwd: folder }))];
}

/** Installs the package and what its examples import. */
export function installProject(
  { packed, folder, examples }: StrangerProject,
  all: ReadonlyMap<string, PackedPackage>,
): Promise<readonly string[]> {
  return installPackages([packed.name, ...importedPackages(examples)], folder, all);
}

/** The two ways in which TypeScript finds modules that a stranger may have set. */
export const resolutions = {
  NodeNext: { module: "NodeNext", moduleResolution: "NodeNext" },
  Bundler: { module: "ESNext", moduleResolution: "Bundler" },
} as const;

/**
 * Checks the types of examples, entries and all declarations that they reach, without any types of Node's; for `NodeNext` the modules that
 * `runExample` runs are written as well.
 */
export async function checkTypes(
  { folder }: StrangerProject,
  resolution: keyof typeof resolutions,
  compiler: string,
): Promise<readonly string[]> {
  const compilerOptions = {
    ...resolutions[resolution],
    target: "ES2023",
    strict: true,
    skipLibCheck: false,
    types: [],
    ...(resolution === "NodeNext" ? { outDir: "out" } : { noEmit: true }),
  };
  const config = join(folder, `tsconfig.${resolution}.json`);
  await writeFile(config, JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  return problemsOf(compiler, ["-p", config], { cwd: folder });
}

/** Loads every entry with this Node. */
export function loadEntries({ folder }: StrangerProject, node: string): Promise<readonly string[]> {
  return problemsOf(node, ["out/entries.js"], { cwd: folder });
}

/** Runs one example, by its position, and compares what it prints with what the README says. `bin` is the folder of Node. */
export async function runExample(
  { folder, examples }: StrangerProject,
  index: number,
  node: string,
  bin: string,
): Promise<readonly string[]> {
  const example = examples[index];
  if (example === undefined) return [`there is no example ${index + 1}`];
  const file = `example-${index + 1}`;
  const environment = { PATH: `${bin}:${join(folder, "node_modules/.bin")}:${process.env["PATH"] ?? ""}` };
  const { isSuccess, stdout, output } =
    example.language === "ts"
      ? await runCommand(node, [`out/${file}.js`], { cwd: folder })
      : await runCommand("sh", ["-e", `${file}.sh`], { cwd: folder, environment });
  if (!isSuccess) return [output];
  return stdout.trimEnd() === example.prints.trimEnd()
    ? []
    : [`the README says that it prints\n${example.prints.trimEnd()}\nbut it prints\n${stdout.trimEnd()}`];
}
