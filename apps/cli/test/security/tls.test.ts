import { spawn } from "node:child_process";
import { createServer, type Server } from "node:net";
import { fileURLToPath } from "node:url";
import { serveSimulator, type ServedSimulator } from "@secgroup/simulator";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { demoDocument } from "../../src/demo/demo-document.ts";
import { processFetch } from "../../src/process-fetch.ts";
import { createSimulatedClouds } from "../../src/simulate/create-simulated-clouds.ts";
import { simulatedEnvironment } from "../../src/simulate/simulated-account.ts";
import { canary, refuseLeaks } from "../support/canary.ts";

const program = fileURLToPath(new URL("../support/run-source.ts", import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Ended> {
  const child = spawn(process.execPath, ["--conditions=@secgroup/source", program, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"], ...environment },
  });
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => (said[stream] += text));
  }
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said })));
}

let listener: Server;
let connections = 0;
let url = "";
let served: ServedSimulator;

beforeAll(async () => {
  // It speaks no TLS; that somebody came is all that counts.
  listener = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const address = listener.address();
  url = `https://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const { simulator } = createSimulatedClouds(true, {
    ionos: { token: canary.token },
    gcore: { apiKey: canary.apiKey },
  });
  served = await serveSimulator(simulator, { port: 0, hostname: "127.0.0.1" });
});
afterAll(async () => {
  listener.close();
  await served.close();
});
afterEach(() => {
  vi.unstubAllEnvs();
  connections = 0;
});

describe("with NODE_TLS_REJECT_UNAUTHORIZED=0", () => {
  it.each([
    ["plan", demoDocument],
    ["apply", "--yes", demoDocument],
    ["import", "gcore", "1/1"],
  ])("`secgroup %s` says why not, and connects to nobody", async (...args) => {
    const environment = { ...simulatedEnvironment(url, canary), NODE_TLS_REJECT_UNAUTHORIZED: "0" };
    const { code, stdout, stderr } = await start(args, environment);
    expect(code).toBe(1);
    expect(stderr).toContain(
      "error usage: NODE_TLS_REJECT_UNAUTHORIZED=0 is set, so anybody on the way could pose as the cloud and read the credentials; nothing was sent",
    );
    expect(stderr).toContain("NODE_EXTRA_CA_CERTS=");
    expect(stderr).not.toMatch(/\n +at .*:\d+\)/);
    expect(connections).toBe(0);
    refuseLeaks({ stdout, stderr }, environment);
  });

  it("clouds on this machine without TLS are reached, and so is nothing at all", async () => {
    const environment = { ...simulatedEnvironment(served.url, canary), NODE_TLS_REJECT_UNAUTHORIZED: "0" };
    const drift = await start(["drift", demoDocument], environment);
    expect(drift).toMatchObject({ code: 2, stderr: expect.not.stringContaining("error") });
    refuseLeaks({ stdout: drift.stdout, stderr: drift.stderr }, environment);
    expect((await start(["validate", demoDocument], environment)).code).toBe(0);
  });
});

describe("each request", () => {
  it.each([undefined, "", "1", "false", "00", " 0"])(
    "is sent when the variable is %j, with which Node verifies",
    async (value) => {
      vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", value);
      await expect(processFetch(new Request(url))).rejects.toThrow(TypeError);
      expect(connections).toBe(1);
    },
  );

  it("is refused as soon as something sets the variable, even later in the same process", async () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    await expect(processFetch(new Request(url))).rejects.toMatchObject({ code: "usage", retryable: false });
    expect(connections).toBe(0);
  });
});
