import { describe, expect, it, vi } from "vitest";
import { openProcessContext } from "../src/process-context.ts";
import { createHarness } from "./support/harness.ts";
import { readReport } from "./support/apply-lines.ts";
import { drifted } from "./support/documents.ts";

const leftInTheMiddle =
  "left at once; what was sent may still take effect: `secgroup apply --resume` awaits it and goes on";

describe("a second Ctrl-C", () => {
  it("says during an apply, and only then, what becomes of what was sent", async () => {
    const { run, write, clock, leaving, writesSince } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    await run("plan");
    expect([...leaving]).toEqual([]);
    const said: (readonly string[])[] = [];
    clock.onSleep(() => writesSince(0).length > 0 && said.push([...leaving]));
    expect((await run("apply --yes")).code).toBe(0);
    expect(said[0]).toEqual([leftInTheMiddle]);
    expect([...leaving]).toEqual([]);
  });

  it("says it before it ends the process", () => {
    const before = process.listeners("SIGINT");
    const exit = vi.spyOn(process, "exit").mockImplementation(() => {
      throw new Error("ended");
    });
    const writes: string[] = [];
    const output = { write: (text: string) => void writes.push(text), isTerminal: false, hasColor: false, columns: 80 };
    const context = openProcessContext({ stdout: output, stderr: output });
    const stop = process.listeners("SIGINT").find((listener) => !before.includes(listener));
    context.sayOnLeaving("not any more")();
    context.sayOnLeaving("still");
    try {
      stop?.("SIGINT");
      expect(context.signal.aborted).toBe(true);
      expect({ writes, ended: exit.mock.calls }).toEqual({ writes: [], ended: [] });
      expect(() => stop?.("SIGINT")).toThrow("ended");
      expect({ writes, ended: exit.mock.calls }).toEqual({ writes: ["still\n"], ended: [[130]] });
    } finally {
      exit.mockRestore();
      for (const signal of ["SIGINT", "SIGTERM"] as const)
        for (const listener of process.listeners(signal)) if (listener === stop) process.off(signal, listener);
    }
  });
});

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
