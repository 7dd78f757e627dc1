import { describe, expect, it } from "vitest";
import { drifted, targets } from "./support/documents.ts";
import { createHarness } from "./support/harness.ts";

const open = `${targets}  web:\n    on: lux\n    ingress:\n      - { allow: ssh, from: any }\n      - { allow: tcp/443, from: any }\n      - { allow: tcp/443, from: 10.0.0.0/8 }\n`;
const datacenter = "5ec90000-0000-4000-8000-000000000001";

describe("--quiet", () => {
  it.each<[line: string, code: number]>([
    ["plan --quiet", 0],
    ["plan --quiet --detailed-exitcode", 2],
    ["plan --quiet --out plan.json", 0],
    ["drift --quiet", 2],
    ["apply --quiet --yes", 0],
    ["lint --quiet", 0],
    [`import ionos ${datacenter} --quiet --out new.yaml`, 0],
    [`init new.yaml --quiet --target lux=gcore/1/1 --begin import`, 0],
  ])("says nothing when all is well: secgroup %s", async (line, code) => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    for (const isTerminal of [false, true]) {
      const ran = await run(isTerminal ? line.replace("new.", "newer.") : line, { isTerminal });
      const again = isTerminal && line.startsWith("apply") ? 0 : code;
      // The plan file of the first run is there by the second.
      if (isTerminal && line.includes("plan.json")) continue;
      expect(ran).toMatchObject({ code: again, stdout: "", stderr: "" });
    }
  });

  it("still prints the document that an import is asked for", async () => {
    const { run } = createHarness({ seed: true });
    const { stdout, stderr } = await run(`import ionos ${datacenter} --quiet`);
    expect({ begins: stdout.startsWith("targets:"), stderr }).toEqual({ begins: true, stderr: "" });
  });

  it("says what went wrong: a target that could not be read", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    for (const line of ["plan --quiet", "drift --quiet"]) {
      const ran = await run(line, {
        fetch: (request, fetch) =>
          request.url.includes("/cloud/")
            ? Promise.resolve(new Response("{}", { status: 401, headers: { "content-type": "application/json" } }))
            : fetch(request),
      });
      expect(ran).toMatchObject({ code: 1, stdout: "" });
      expect(ran.stderr).toMatch(/^error unauthorized: /);
    }
  });

  it("says what went wrong: each step of a target that is not as planned", async () => {
    const { run, write, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    simulator.ionos.failNextRequest("The datacenter is on fire.");
    const { code, stdout, stderr } = await run("apply --quiet --yes");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("✗ fra  not as planned: 2 done, 1 failed and 1 not done\n");
    expect(stderr).toContain("error operation-failed: the cloud could not carry it out: The datacenter is on fire.");
    expect(stderr).not.toMatch(/waiting|start,/);
  });

  it("says what lint fails for, and no more", async () => {
    const { run, write } = createHarness();
    write("secgroup.yaml", open);
    const errors = await run("lint --quiet");
    expect(errors.code).toBe(1);
    expect(errors.stdout).toContain("error: web:");
    expect(errors.stdout).not.toContain("warning");
    expect((await run("lint --quiet --strict")).stdout).toContain("warning: web:");
  });

  it.each<[line: string, message: string]>([
    ["plan --quiet --json", "--json prints everything and --quiet nothing"],
    ["drift --quiet --json", "--json prints everything and --quiet nothing"],
    ["lint --quiet --json", "--json prints everything and --quiet nothing"],
    ["apply --yes --quiet --json", "--json prints everything and --quiet nothing"],
    ["apply --quiet", "--quiet shows no plan, and nobody can agree to what they do not see"],
    ["apply --rollback --quiet", "--quiet shows no plan, and nobody can agree to what they do not see"],
    ["init new.yaml --quiet", "nobody can be asked, and flags do not say the targets"],
  ])("is refused where it cannot be meant: secgroup %s", async (line, message) => {
    const { run, write, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { code, stderr } = await run(line, { answer: true });
    expect(code).toBe(1);
    expect(stderr).toContain(`error usage: ${message}`);
    expect(stderr).toContain("  hint: ");
    expect(simulator.requests).toEqual([]);
  });
});
