import { spawn } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSimulatedClouds } from "../../src/simulate/create-simulated-clouds.ts";
import { simulatedEnvironment } from "../../src/simulate/simulated-account.ts";
import { serveSimulator } from "@secgroup/simulator";
import { demoDocument } from "../../src/demo/demo-document.ts";

const program = fileURLToPath(new URL("../../bin/secgroup.js", import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly said: string;
  /** What the script wrote to $GITHUB_OUTPUT. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** A checkout with a document, a folder for tools, both clouds served on this machine, and programs that stand in for npm and gh. */
export interface Runner {
  readonly checkout: string;
  readonly temporary: string;
  readonly run: (script: string, environment?: Readonly<Record<string, string>>) => Promise<Ran>;
  /** What brings the program to a cloud. */
  readonly clouds: Readonly<Record<string, string>>;
  readonly put: (name: string, text: string) => void;
  readonly close: () => Promise<void>;
}

export async function createRunner(): Promise<Runner> {
  const root = mkdtempSync(join(tmpdir(), "secgroup-pull-request-"));
  const [checkout, temporary, programs] = ["checkout", "temporary", "programs"].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [checkout, temporary, programs]) mkdirSync(folder);
  copyFileSync(demoDocument, join(checkout, "secgroup.yaml"));
  const npm = `#!/bin/sh
[ "$1 $2 $3 $4" = "install --prefix . --ignore-scripts" ] || exit 9
mkdir -p node_modules/secgroup/bin
echo 'import ${JSON.stringify(program)};' > node_modules/secgroup/bin/secgroup.js
echo '{"type":"module"}' > node_modules/secgroup/package.json
`;
  writeFileSync(join(programs, "npm"), npm);
  const gh = readFileSync(new URL("./fake-gh.mjs", import.meta.url), "utf8");
  writeFileSync(join(programs, "gh"), `#!${process.execPath}\n${gh}`);
  for (const name of ["npm", "gh"]) chmodSync(join(programs, name), 0o755);
  // gh is an ES module without an ending.
  writeFileSync(join(programs, "package.json"), '{"type":"module"}');
  // The clouds' time runs fifty times as fast, so that nothing waits for what they do.
  const start = Date.now();
  const { simulator } = createSimulatedClouds(true, { now: () => start + 50 * (Date.now() - start) });
  const served = await serveSimulator(simulator, { port: 0, hostname: "127.0.0.1" });
  const clouds: Record<string, string> = {};
  for (const [name, value] of Object.entries(simulatedEnvironment(served.url)))
    if (value !== undefined) clouds[name] = value;
  let count = 0;
  return {
    checkout,
    temporary,
    clouds,
    put: (name, text) => writeFileSync(join(checkout, name), text),
    close: () => served.close(),
    run: (script, environment = {}) => {
      const output = join(root, `output-${(count += 1)}`);
      writeFileSync(output, "");
      const file = join(root, `script-${count}.sh`);
      writeFileSync(file, script);
      const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", file], {
        cwd: checkout,
        stdio: ["ignore", "pipe", "pipe"],
        env: {
          PATH: `${programs}:${join(process.execPath, "..")}:${process.env["PATH"]}`,
          RUNNER_TEMP: temporary,
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: join(root, "summary.md"),
          GITHUB_REPOSITORY: "owner/repository",
          GITHUB_SHA: "0".repeat(40),
          GITHUB_REF: "refs/pull/7/merge",
          GH_STORE: join(root, "github.json"),
          ...environment,
        },
      });
      let said = "";
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding("utf8").on("data", (text: string) => void (said += text));
      return new Promise((resolve) =>
        child.once("close", (code) => {
          const lines = readFileSync(output, "utf8")
            .split("\n")
            .filter((line) => line.includes("="));
          resolve({ code, said, outputs: Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2))) });
        }),
      );
    },
  };
}

export interface GitHubStore {
  readonly comments: readonly {
    readonly id: number;
    readonly body: string;
    readonly user: { readonly login: string };
  }[];
  readonly issues: readonly {
    readonly number: number;
    readonly body: string;
    readonly state: string;
    readonly title: string;
  }[];
  readonly calls: readonly string[];
  readonly sarif?: { readonly commit_sha: string; readonly ref: string; readonly sarif: string };
}

/** What stands on the imitated GitHub; with `change` it is changed first. */
export function readStore({ temporary }: Runner): GitHubStore {
  const file = join(temporary, "../github.json");
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as GitHubStore)
    : { comments: [], issues: [], calls: [] };
}

export function writeStore({ temporary }: Runner, store: object): void {
  writeFileSync(join(temporary, "../github.json"), JSON.stringify(store));
}
