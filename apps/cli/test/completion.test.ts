import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createHarness } from "./support/harness.ts";

const binary = fileURLToPath(new URL("../bin/secgroup.js", import.meta.url));

/** The words that are proposed for the last of these. */
async function propose(...words: readonly string[]): Promise<readonly string[]> {
  const { run } = createHarness();
  const { code, stdout, stderr } = await run(["__complete", ...words].join("\u0000"), { separator: "\u0000" });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout.split("\n").flatMap((line) => line.split("\t")[0] || []);
}

describe("proposals", () => {
  it.each<[words: readonly string[], wanted: readonly string[]]>([
    [["pl"], ["plan"]],
    [
      ["import", ""],
      ["ionos", "gcore"],
    ],
    [
      ["plan", "--"],
      ["--json", "--quiet", "--out", "--html", "--markdown", "--detailed-exitcode", "--relabel", "--help"],
    ],
    [["plan", "--json", "--d"], ["--detailed-exitcode"]],
    [
      ["completion", ""],
      ["bash", "zsh", "fish"],
    ],
    [
      ["init", "--begin", ""],
      ["import", "example"],
    ],
    [["init", "--target", "lux=gcore/1/2", "--b"], ["--begin"]],
    [["--v"], ["--version"]],
    // Files, which the shell knows.
    [["plan", ""], []],
    [["plan", "--out", ""], []],
    [["nothing", ""], []],
  ])("for %j are %j", async (words, wanted) => {
    expect(await propose(...words)).toEqual(wanted);
  });

  it("are every command that the help has, each with what it does", async () => {
    const { run } = createHarness();
    const { stdout } = await run("--help");
    const commands = new Set([...stdout.matchAll(/^ {2}secgroup (\w+)/gm)].map(([, command]) => command));
    expect(new Set(await propose(""))).toEqual(commands);
    expect((await run("__complete dem")).stdout).toMatch(/^demo\tShow it all on two simulated clouds/);
  });
});

/** A folder with the program as `secgroup`, and two files to complete. */
function prepareFolder(): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
  const cwd = mkdtempSync(join(tmpdir(), "secgroup-test-"));
  const program = join(cwd, "secgroup");
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${binary}' "$@"\n`);
  chmodSync(program, 0o755);
  writeFileSync(join(cwd, "network.yaml"), "");
  writeFileSync(join(cwd, "plan.json"), "");
  return { cwd, env: { PATH: [cwd, process.env["PATH"]].join(delimiter), HOME: cwd } };
}

const lines = [
  "secgroup pl",
  "secgroup import g",
  "secgroup plan --det",
  "secgroup apply netw",
  "secgroup plan --out pl",
];
const completed = ["plan", "gcore", "--detailed-exitcode", "network.yaml", "plan.json"];

/** In milliseconds; a shell that waits for ever is a failure. */
const timeout = 50_000;

const isThere = (shell: string): boolean => spawnSync(shell, ["--version"]).status === 0;

describe("a shell that has read its script", () => {
  it.skipIf(!isThere("bash"))("bash completes commands, flags and files", () => {
    const { cwd, env } = prepareFolder();
    // Readline's own completion: the line is typed, Tab is pressed, and what stands there is echoed in place of being run.
    const typed = lines.map((line) => `${line}\t\u0001echo "<\u0005>"\n`).join("");
    const script = `eval "$(secgroup completion bash)"; bind "set bell-style none"\n${typed}exit\n`;
    const said = execFileSync("bash", ["--norc", "--noprofile", "-i"], {
      cwd,
      env,
      timeout,
      input: script,
      stdio: "pipe",
    });
    const found = [...said.toString().matchAll(/^<secgroup .*?(\S+) ?>$/gm)].map(([, word]) => word);
    expect(found).toEqual(completed);
  });

  it.skipIf(!isThere("fish"))("fish completes commands, flags and files", () => {
    const { cwd, env } = prepareFolder();
    const script = `secgroup completion fish | source\n${lines.map((line) => `complete -C '${line}'\n`).join("")}`;
    const said = execFileSync("fish", ["--no-config", "-c", script], { cwd, env, timeout }).toString();
    expect(said.split("\n").flatMap((line) => line.split("\t")[0] || [])).toEqual(completed);
  });

  it.skipIf(!isThere("zsh"))("zsh completes commands, flags and files", () => {
    const { cwd, env } = prepareFolder();
    const typed = lines.map(
      (line) =>
        `zpty -w -n z $'${line}\\t\\C-aecho "<\\C-e>"\\n'; zpty -r z said '*<secgroup*>'$'\\r\\n'; print -r -- $said`,
    );
    const script = `zmodload zsh/zpty; zpty z zsh -f -i
zpty -w z "autoload -Uz compinit; compinit -u -D; source <(secgroup completion zsh); echo read''y"
zpty -r z said '*ready*'
${typed.join("\n")}
zpty -d z`;
    const said = execFileSync("zsh", ["-f", "-c", script], { cwd, env, timeout }).toString();
    const found = [...said.matchAll(/^<secgroup .*?(\S+) ?>\r?$/gm)].map(([, word]) => word);
    expect(found).toEqual(completed);
  });
});
