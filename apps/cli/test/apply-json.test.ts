import { describe, expect, it } from "vitest";
import { readLines } from "./support/apply-lines.ts";
import { drifted } from "./support/documents.ts";
import { createHarness } from "./support/harness.ts";

describe("secgroup apply --json", () => {
  it("prints what happens on a line each, with its time, and the report last", async () => {
    const { run, write, clock } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const start = clock.now();
    const { code, stdout } = await run("apply --yes --json");
    expect(code).toBe(0);
    const lines = readLines(stdout);
    const events = lines.flatMap((line) => ("at" in line ? [line] : []));
    expect(events).toHaveLength(lines.length - 1);
    expect(lines.at(-1)).toMatchObject({ kind: "report", converged: true });
    const times = events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((left, right) => left - right));
    expect(times[0]).toBeGreaterThanOrEqual(start);
    expect(times.at(-1)).toBeLessThanOrEqual(clock.now());
    const kinds = events.filter(({ target }) => target === "fra").map(({ kind }) => kind);
    expect(kinds[0]).toBe("target-started");
    expect(kinds.at(-1)).toBe("target-ended");
    for (const kind of ["step-sent", "step-ended"]) expect(kinds.filter((one) => one === kind)).toHaveLength(4);
    expect(events).toContainEqual({
      kind: "step-ended",
      target: "fra",
      at: expect.any(Number),
      status: "done",
      step: expect.objectContaining({ kind: "delete-group" }),
    });
  });

  it("prints each line when it happens, not at the end", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { stdoutWrites } = await run("apply --yes --json");
    expect(stdoutWrites.every(({ text }) => text.indexOf("\n") === text.length - 1)).toBe(true);
    expect(stdoutWrites.at(-1)?.at).toBeGreaterThan(stdoutWrites[0]?.at ?? Infinity);
  });

  it.each<[what: string, line: string, code: string]>([
    ["no document", "apply --yes --json", "usage"],
    ["nobody to ask", "apply net.yaml --json", "usage"],
    ["no journal", "apply net.yaml --resume --json", "usage"],
    ["a flag that is none", "apply --yes --json --nonsense", "usage"],
  ])("says in one line that nothing was begun: %s", async (_what, line, code) => {
    const { run, write } = createHarness({ seed: true });
    write("net.yaml", drifted);
    const ran = await run(line);
    expect(ran.code).toBe(1);
    expect(readLines(ran.stdout)).toEqual([{ kind: "error", error: expect.objectContaining({ code }) }]);
  });

  it("says in one line that nobody agreed, and that there was nothing to go on with", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const refused = await run("apply --json", { answer: false });
    expect(refused.code).toBe(1);
    expect(readLines(refused.stdout)).toMatchObject([{ kind: "error", error: { code: "aborted" } }]);
    expect((await run("apply --yes")).code).toBe(0);
    expect(readLines((await run("apply --resume --json")).stdout)).toEqual([
      { kind: "report", converged: true, targets: ["fra", "lux"].map((target) => ({ target, steps: [] })) },
    ]);
  });

  it("tells of the way back in the same lines", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    expect((await run("apply --yes")).code).toBe(0);
    const { code, stdout } = await run("apply --rollback --yes --json --force --relabel");
    const lines = readLines(stdout);
    expect({ code, last: lines.at(-1)?.kind }).toEqual({ code: 0, last: "report" });
    expect(lines.map(({ kind }) => kind)).toContain("step-ended");
  });

  it("leaves the screen to the lines where both would be on one", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { stderr } = await run("apply --yes --json", { isTerminal: true });
    expect(stderr).not.toContain("━");
    expect(stderr).toContain("Plan:");
  });
});
