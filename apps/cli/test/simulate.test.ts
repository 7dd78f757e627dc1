import { describe, expect, it } from "vitest";
import { createHarness } from "./support/harness.ts";

describe("secgroup simulate", () => {
  it("prints the variables and the seeded ids, serves until it is interrupted, and ends well", async () => {
    const { run } = createHarness();
    const stop = new AbortController();
    stop.abort();
    const { code, stdout, stderr } = await run("simulate --port 0 --seed", { signal: stop.signal });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const name of [
      "IONOS_API_URL",
      "IONOS_TOKEN",
      "GCORE_BASE_URL",
      "GCORE_API_KEY",
      "GCORE_CLOUD_PROJECT_ID",
      "GCORE_CLOUD_REGION_ID",
    ]) {
      expect(stdout).toMatch(new RegExp(`^export ${name}=\\S+$`, "m"));
    }
    expect(stdout).toMatch(/^# ionos group web: [0-9a-f-]{36}$/m);
    expect(stdout).toMatch(/^# gcore group web: [0-9a-f-]{36}$/m);
  });

  it("starts with groups in use and groups to be rid of only when seeded", () => {
    const { gcore, ionos } = createHarness({ seed: true }).simulator;
    const [web] = gcore.groups(1, 1);
    expect(gcore.ports(1, 1).map(({ groups }) => groups)).toEqual([[web?.id]]);
    expect(ionos.groups("5ec90000-0000-4000-8000-000000000001").map(({ name }) => name)).toEqual(["web", "retired"]);
    expect(createHarness().simulator.gcore.groups(1, 1)).toEqual([]);
  });

  it("prints an address that secgroup takes, and says what other machines need, when it listens for them", async () => {
    const { run } = createHarness();
    const stop = new AbortController();
    stop.abort();
    const { stdout } = await run("simulate --port 0 --host 0.0.0.0", { signal: stop.signal });
    expect(stdout).toMatch(/^export IONOS_API_URL=http:\/\/127\.0\.0\.1:\d+$/m);
    expect(stdout).toMatch(/^export GCORE_BASE_URL=http:\/\/127\.0\.0\.1:\d+$/m);
    expect(stdout).toContain("# It listens for other machines too.");
    expect((await run("simulate --port 0", { signal: stop.signal })).stdout).not.toContain("other machines");
  });

  it("says when it cannot listen", async () => {
    const { run } = createHarness();
    const { code, stderr } = await run("simulate --port 0 --host 203.0.113.77");
    expect(code).toBe(1);
    expect(stderr).toContain("error usage: cannot listen on 203.0.113.77:0: ");
  });
});
