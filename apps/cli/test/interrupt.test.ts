import { describe, expect, it } from "vitest";
import { createHarness } from "./support/harness.ts";
import { readReport } from "./support/apply-lines.ts";
import { drifted } from "./support/documents.ts";

describe("Ctrl-C", () => {
  it("in the middle of apply leaves with 130 and says what is done, what is not, and what is unknown", async () => {
    const { run, write, simulator, clock } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const interrupt = new AbortController();
    clock.onSleep(() => {
      if (
        simulator.ionos
          .groups("5ec90000-0000-4000-8000-000000000001")
          .some(({ rules }) => rules.some(({ portRangeStart }) => portRangeStart === 443))
      )
        interrupt.abort();
    });
    const { code, stdout, stderr } = await run("apply --yes", { signal: interrupt.signal });
    expect(code).toBe(130);
    expect(stdout).toMatch(/✗ fra {2}not as planned: \d done, \d unknown and 1 not done\n/);
    expect(stdout).toContain("    not done  retired: delete the group\n");
    expect(stderr.match(/^error /gm)).toHaveLength(1);
    expect(stderr).toContain(
      "error aborted: stopped on request\n  hint: What is unknown may still take effect. `secgroup apply --resume`, with the same file behind it where you named one, awaits it",
    );
    expect(simulator.ionos.groups("5ec90000-0000-4000-8000-000000000001").map(({ name }) => name)).toContain("retired");
  });

  it("stops even while the cloud never ends an operation", async () => {
    const { run, write, simulator, clock } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    simulator.gcore.holdTasks(true);
    simulator.ionos.holdRequests(true);
    const interrupt = new AbortController();
    const start = clock.now();
    clock.onSleep(() => clock.now() - start > 60_000 && interrupt.abort());
    const { code, stdout } = await run("apply --yes --json", { signal: interrupt.signal });
    expect(code).toBe(130);
    const { converged, targets } = readReport(stdout);
    expect(converged).toBe(false);
    expect(targets[1]?.steps.map(({ status }) => status)).toEqual(["unknown", "unknown", "not-done"]);
  });

  it("while planning leaves with 130 and writes nothing", async () => {
    const { run, write, writesSince } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const interrupt = new AbortController();
    const { code, stderr } = await run("apply --yes", {
      signal: interrupt.signal,
      fetch: (request, fetch) => {
        interrupt.abort();
        request.signal.throwIfAborted();
        return fetch(request);
      },
    });
    expect(code).toBe(130);
    expect(stderr).toMatch(/^error aborted: /);
    expect(writesSince(0)).toEqual([]);
  });
});
