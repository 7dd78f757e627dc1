// Uses what would be published as a stranger would, `pnpm try-packages`: one line for each thing that was checked, and what is wrong below it.
// With `--keep` the folder stays, to look at what is wrong.
import { mkdtemp, mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildAfresh } from "./build-afresh.ts";
import { checkContents } from "./check-contents.ts";
import { checkEntryTypes, lintPackage } from "./check-entries.ts";
import { createChecklist } from "./checklist.ts";
import { findNode, type NodeVersion } from "./find-node.ts";
import { packPackage, type PackedPackage } from "./packed-package.ts";
import { findPublishedPackages } from "./published-packages.ts";
import { tryAtTheEdge } from "./portable/at-the-edge.ts";
import { bundleScript } from "./portable/bundle-script.ts";
import { tryInChromium } from "./portable/in-chromium.ts";
import { tryInDeno } from "./portable/in-deno.ts";
import { measureSizes } from "./measure-sizes.ts";
import {
  checkTypes,
  installPackages,
  installProject,
  loadEntries,
  makeProject,
  runExample,
} from "./stranger-project.ts";

/** How many packages are published. One more or fewer is a decision, and not an oversight. */
const expectedPackages = 9;
const nodeMajors = [22, 24, 26] as const;

const tool = fileURLToPath(new URL("..", import.meta.url));
const root = join(tool, "../..");
const compiler = join(tool, "node_modules/.bin/tsc");
const folder = await mkdtemp(join(tmpdir(), "try-packages-"));
const { check, passed, failed } = createChecklist(2, console.log);
let examplesRun = 0;

async function tryPackage(
  packed: PackedPackage,
  all: ReadonlyMap<string, PackedPackage>,
  nodes: readonly NodeVersion[],
): Promise<void> {
  const { name } = packed;
  const isPacked = Promise.all([
    check(`${name}: contents`, () => checkContents(packed)),
    check(`${name}: publint`, () => lintPackage(packed, tool)),
    check(`${name}: attw`, () => checkEntryTypes(packed, tool)),
  ]);
  const project = await makeProject(packed, join(folder, "projects"));
  if (await check(`${name}: npm install`, () => installProject(project, all))) {
    const isTyped = await check(`${name}: types, NodeNext`, () => checkTypes(project, "NodeNext", compiler));
    await check(`${name}: types, Bundler`, () => checkTypes(project, "Bundler", compiler));
    await check(`${name}: has an example`, async () =>
      project.examples.length > 0 ? [] : ["README.md has none that says what it prints"],
    );
    if (isTyped) await Promise.all(nodes.map((node) => runOn(node)));
  }
  await isPacked;

  async function runOn(node: NodeVersion): Promise<void> {
    await check(`${name}: entries, Node ${node.version}`, () => loadEntries(project, node.path));
    for (const index of project.examples.keys()) {
      await check(`${name}: example ${index + 1}, Node ${node.version}`, () =>
        runExample(project, index, node.path, node.bin),
      );
      examplesRun++;
    }
  }
}

/** Core and both adapters where there is no Node. */
async function tryElsewhere(all: ReadonlyMap<string, PackedPackage>): Promise<void> {
  const project = join(folder, "projects/portable");
  let script = "";
  const isBundled = await check("portable: npm install, and a bundle without modules of Node's", async () => {
    const problems = await installPackages(
      ["@secgroup/core", "@secgroup/adapter-ionos", "@secgroup/adapter-gcore"],
      project,
      all,
    );
    if (problems.length === 0) script = await bundleScript(project);
    return problems;
  });
  if (!isBundled) return;
  // It imports what has just been built.
  const { readCloudAnswers } = await import("./portable/cloud-answers.ts");
  const answers = await readCloudAnswers();
  await check("portable: in Chromium", () => tryInChromium(script, answers));
  await check("portable: at the edge", () => tryAtTheEdge(script, answers));
  await check("portable: in Deno", () => tryInDeno(script, answers));
}

try {
  const published = await findPublishedPackages(root);
  await check(`${expectedPackages} packages are published`, async () =>
    published.size === expectedPackages ? [] : [`these are: ${[...published.keys()].join(", ")}`],
  );
  await check("a clean build", () => buildAfresh([...published.values()], root));
  const nodes: NodeVersion[] = [];
  for (const major of nodeMajors)
    await check(`Node ${major}`, async () => (nodes.push(await findNode(major, tmpdir())), []));
  await mkdir(join(folder, "tarballs"));
  const all = new Map<string, PackedPackage>();
  await Promise.all(
    [...published.values()].map((each) =>
      check(
        `${each.name}: pack`,
        async () => (all.set(each.name, await packPackage(each, join(folder, "tarballs"))), []),
      ),
    ),
  );
  for (const { title, problems } of await measureSizes(tool)) await check(title, async () => problems);
  await Promise.all([tryElsewhere(all), ...[...all.values()].map((packed) => tryPackage(packed, all, nodes))]);
  await check("every example was run on every Node", async () =>
    examplesRun >= expectedPackages * nodeMajors.length ? [] : [`only ${examplesRun} runs`],
  );
} finally {
  if (process.argv.includes("--keep")) console.log(`kept: ${folder}`);
  else await rm(folder, { recursive: true, force: true });
}
console.log(`\n${passed()} passed, ${failed()} failed; ${examplesRun} runs of examples`);
if (failed() > 0) process.exitCode = 1;
