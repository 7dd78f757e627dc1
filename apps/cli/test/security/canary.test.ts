import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { canary } from "../support/canary.ts";
import { drifted, targets } from "../support/documents.ts";
import { canaryEnvironment, createHarness } from "../support/harness.ts";

const leaking = `${targets}  web: { on: lux, description: "\${LEAK}", ingress: [] }\n`;
const environment = (leak: string) => ({ ...canaryEnvironment, LEAK: leak });

describe("the search for credentials in all that a run brings out", () => {
  it.each<[what: string, leak: string, command: string, place: string]>([
    ["the token of IONOS Cloud in a plan", canary.token, "plan", "IONOS_TOKEN leaked into stdout"],
    ["the password in JSON", canary.password, "plan --json", "IONOS_PASSWORD leaked into stdout"],
    ["the key of Gcore in a plan file", canary.apiKey, "plan --out plan.json --json", "GCORE_API_KEY leaked into"],
    [
      "what Basic authentication makes of name and password",
      Buffer.from(`somebody@example.com:${canary.password}`).toString("base64"),
      "plan",
      "IONOS_PASSWORD leaked into stdout",
    ],
    ["a key within other base64", Buffer.from(`x${canary.apiKey} and more`).toString("base64url"), "plan", "GCORE"],
    ["a token in hexadecimal", Buffer.from(canary.token).toString("hex"), "plan", "IONOS_TOKEN leaked into stdout"],
  ])("finds %s", async (_what, leak, command, message) => {
    const { run, write } = createHarness();
    write("secgroup.yaml", leaking);
    await expect(run(command, { environment: environment(leak) })).rejects.toThrow(message);
  });

  it("finds one in stderr, and in any file of the folder", async () => {
    const { run, write, folder } = createHarness();
    write("secgroup.yaml", leaking.replace("on: lux", "on: '${LEAK}'"));
    await expect(run("plan", { environment: environment(canary.apiKey) })).rejects.toThrow("leaked into stderr");
    const other = createHarness();
    writeFileSync(join(other.folder, "report.sarif"), `{"text":"${canary.token}"}`);
    await expect(other.run("validate")).rejects.toThrow("IONOS_TOKEN leaked into report.sarif");
    expect(folder).not.toBe(other.folder);
  });

  it("finds nothing where nothing leaks, though the clouds are entered with these credentials", async () => {
    const { run, write, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    expect((await run("plan --out plan.json")).code).toBe(0);
    expect((await run("apply plan.json --yes --json")).code).toBe(0);
    expect(simulator.requests.length).toBeGreaterThan(5);
    expect((await run("plan", { environment: { ...canaryEnvironment, IONOS_TOKEN: "another-one" } })).stderr).toContain(
      "error unauthorized",
    );
  });
});

describe("credentials", () => {
  const echo = (text: string) => async (): Promise<Response> =>
    new Response(JSON.stringify({ message: text, messages: [{ errorCode: "1", message: text }] }), {
      status: 400,
      headers: { "content-type": "application/json", "x-request-id": text },
    });

  it.each([
    ["lux", canary.apiKey],
    ["fra", canary.token],
  ])("of %s that a cloud says back in its error are not said on", async (target, secret) => {
    const { run, write } = createHarness();
    write("secgroup.yaml", `${targets}  web: { on: ${target}, ingress: [] }\n`);
    for (const command of ["plan", "plan --json", "drift", "apply --yes --json"]) {
      const { code, stderr } = await run(command, { fetch: echo(`you sent ${secret}`) });
      expect({ code, isRejected: stderr.includes("error rejected") }).toEqual({ code: 1, isRejected: true });
    }
  });
});
