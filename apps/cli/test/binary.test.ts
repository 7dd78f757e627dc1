import { spawn, type ChildProcessByStdio } from "node:child_process";
import { copyFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { demoDocument } from "../src/demo/demo-document.ts";

const binary = fileURLToPath(new URL("../bin/secgroup.js", import.meta.url));

type Child = ChildProcessByStdio<null, Readable, Readable>;

const children: Child[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the built program; `onText` sees all that it has said so far. */
function start(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  onText: (text: string, child: Child) => void = () => {},
): Promise<Ended> {
  const child = spawn(process.execPath, [binary, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"], ...environment },
  });
  children.push(child);
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      said[stream] += text;
      onText(said.stdout + said.stderr, child);
    });
  }
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said })));
}

describe("the built program", () => {
  it("tells its version", async () => {
    expect(await start(["--version"], {})).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: "",
    });
  });

  it("serves the simulated clouds, and stops an apply at Ctrl-C with 130", async () => {
    let served: NodeJS.ProcessEnv = {};
    let simulator: Child | undefined;
    const ready = new Promise<void>((resolve) => {
      const ended = start(["simulate", "--port", "0", "--seed"], {}, (text, child) => {
        simulator = child;
        served = Object.fromEntries(
          [...text.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
        );
        if (text.includes("_simulator/history")) resolve();
      });
      void ended.then(() => resolve());
    });
    await ready;
    expect(served["IONOS_API_URL"]).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);

    // A copy, since an apply keeps its journal beside the document.
    const document = join(mkdtempSync(join(tmpdir(), "secgroup-test-")), "secgroup.yaml");
    copyFileSync(demoDocument, document);
    const drift = await start(["drift", document], served);
    expect(drift.code).toBe(2);

    let interrupted = false;
    const apply = await start(["apply", "--yes", document], served, (text, child) => {
      if (interrupted || !text.includes("waiting for")) return;
      interrupted = true;
      child.kill("SIGINT");
    });
    expect(apply.code).toBe(130);
    expect(apply.stderr).toContain("stopping; press Ctrl-C again to leave at once\n");
    expect(apply.stdout).toContain("    not done  retired: delete the group\n");

    const closed = new Promise((resolve) => simulator?.once("close", resolve));
    simulator?.kill("SIGINT");
    expect(await closed).toBe(0);
  });

  it("shows no stack and no colour when it fails in a pipe", async () => {
    const { code, stdout, stderr } = await start(["plan", "nowhere.yaml"], {});
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("error usage: nowhere.yaml cannot be read");
    expect(stderr).not.toContain("\u001b");
    expect(stderr).not.toMatch(/\n +at .*:\d+\)/);
  });
});
