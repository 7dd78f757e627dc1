import { describe, expect, it } from "vitest";
import type { Plan, Step } from "@secgroup/core";
import { estimateRest } from "../src/progress/overall-progress.ts";
import { renderProgress } from "../src/progress/render-progress.ts";
import { advance, type TargetProgress } from "../src/progress/target-progress.ts";
import { stylesFor } from "../src/render/styles.ts";
import { startProgress } from "../src/progress/progress.ts";
import { createHarness } from "./support/harness.ts";
import { drifted } from "./support/documents.ts";
import { escape, withoutEscapes } from "./support/escapes.ts";

const step: Step = { kind: "delete-group", group: { name: "old" } };
const plan: Plan = {
  format: "secgroup-plan/1",
  targets: [
    { target: "fra", cloud: "ionos", location: {}, groups: [], waves: [[step, step]], unproved: [] },
    { target: "quiet", cloud: "ionos", location: {}, groups: [], waves: [], unproved: [] },
  ],
};

/** A terminal whose lines can be looked at, and a hand on its clock. */
function terminal(columns = 80) {
  const writes: string[] = [];
  let tick = (): void => {};
  let now = 0;
  const stop = new AbortController();
  const progress = startProgress(plan, {
    stderr: { write: (text) => void writes.push(text), isTerminal: true, hasColor: false, columns },
    clock: { now: () => now, sleep: async () => {} },
    signal: stop.signal,
    every: (_milliseconds, callback) => {
      tick = callback;
      return () => (tick = () => {});
    },
  });
  return {
    progress,
    writes,
    stop: () => stop.abort(),
    tick: () => tick(),
    pass: (milliseconds: number) => (now += milliseconds),
  };
}

const screen = (text: string | undefined): string => withoutEscapes(text ?? "");

describe("progress on a terminal", () => {
  it("writes over one line for each target that has steps, and only when something is new", () => {
    const { progress, writes, tick, pass } = terminal();
    progress.onEvent({ kind: "target-started", target: "fra", at: 0, steps: 2 });
    progress.onEvent({ kind: "target-started", target: "quiet", at: 0, steps: 0 });
    tick();
    tick();
    expect(writes).toHaveLength(1);
    expect(screen(writes[0])).toBe("  fra  ────────────────  0 of 2  writing  0 s\n");
    progress.onEvent({ kind: "waiting", target: "fra", at: 0, operations: 2 });
    pass(3000);
    tick();
    expect(writes[1]?.startsWith(`${escape}[1A${escape}[2K`)).toBe(true);
    expect(screen(writes[1])).toBe("  fra  ────────────────  0 of 2  waiting for 2 operations  3 s\n");
    progress.onEvent({ kind: "step-ended", target: "fra", at: 3000, step, status: "done" });
    tick();
    expect(screen(writes[2])).toBe("  fra  ━━━━━━━━────────  1 of 2  waiting for 1 operation  3 s, about 3 s left\n");
    progress.onEvent({ kind: "step-ended", target: "fra", at: 3000, step, status: "failed" });
    progress.onEvent({ kind: "target-ended", target: "fra", at: 65_000, converged: false });
    pass(100_000);
    progress.end();
    expect(screen(writes[3])).toBe("  fra  ━━━━━━━━────────  1 of 2  not as planned (1 failed)  1 min 5 s\n");
    progress.onEvent({ kind: "waiting", target: "fra", at: 0, operations: 1 });
    tick();
    expect(writes).toHaveLength(4);
  });

  it("says that it is stopping, below the lines of the targets", () => {
    const { progress, writes, tick, stop } = terminal();
    progress.onEvent({ kind: "target-started", target: "fra", at: 0, steps: 2 });
    tick();
    stop();
    tick();
    expect(screen(writes[1])).toMatch(/0 of 2 .*\n {2}stopping; press Ctrl-C again to leave at once\n$/);
    progress.onEvent({ kind: "waiting", target: "fra", at: 0, operations: 1 });
    tick();
    expect(writes[2]?.startsWith(`${escape}[2A`)).toBe(true);
  });

  it("counts what is done only, and does not ask for another Ctrl-C when all is over", () => {
    const { progress, writes, tick, stop } = terminal();
    progress.onEvent({ kind: "target-started", target: "fra", at: 0, steps: 4 });
    progress.onEvent({ kind: "step-ended", target: "fra", at: 0, step, status: "done" });
    stop();
    tick();
    expect(screen(writes[0])).toContain("stopping");
    for (const status of ["unknown", "unknown", "not-done"] as const)
      progress.onEvent({ kind: "step-ended", target: "fra", at: 0, step, status });
    progress.onEvent({ kind: "target-ended", target: "fra", at: 0, converged: false });
    progress.end();
    expect(writes[1]?.startsWith(`${escape}[2A${escape}[2K`)).toBe(true);
    // What stood below is taken away.
    expect(writes[1]?.endsWith(`\n${escape}[J`)).toBe(true);
    expect(screen(writes[1])).toBe("  fra  ━━━━────────────  1 of 4  not as planned (2 unknown)  0 s\n");
  });

  it("says what an apply that goes on waits for before it sends anything", () => {
    const { progress, writes, tick, pass } = terminal();
    progress.onEvent({ kind: "target-started", target: "fra", at: 0, steps: 2 });
    progress.onEvent({ kind: "reading-back", target: "fra", at: 0 });
    pass(3000);
    tick();
    expect(screen(writes[0])).toBe("  fra  ────────────────  0 of 2  waiting until what was sent shows  3 s\n");
    progress.onEvent({ kind: "planned-again", target: "fra", at: 3000, steps: 1 });
    progress.onEvent({ kind: "step-sent", target: "fra", at: 3000, step });
    progress.onEvent({ kind: "step-ended", target: "fra", at: 3000, step, status: "done" });
    progress.onEvent({ kind: "reading-back", target: "fra", at: 3000 });
    tick();
    expect(screen(writes[1])).toBe("  fra  ━━━━━━━━━━━━━━━━  1 of 1  reading back  3 s\n");
  });

  it("counts in its sums what is done only", () => {
    const shown = ["fra", "lux"].map((target) => {
      const started = advance(undefined, { kind: "target-started", target, at: 0, steps: 2 });
      const half = advance(started, { kind: "step-ended", target, at: 0, step, status: "done" });
      const status = target === "fra" ? "done" : "unknown";
      const all = advance(half, { kind: "step-ended", target, at: 0, step, status });
      return advance(all, { kind: "target-ended", target, at: 0, converged: status === "done" });
    });
    expect(renderProgress(shown, 0, 80, stylesFor({ hasColor: false })).at(-1)).toBe(
      "  3 of 4 steps, 1 of 2 targets done",
    );
  });

  it.each<[columns: number, name: string, wanted: string]>([
    [80, "fra", "  fra  ────────────────  0 of 2  waiting for 2 operations  0 s"],
    [60, "fra", "  fra  0 of 2  waiting for 2 operations  0 s"],
    [30, "fra", "  fra  0 of 2  waiting for 2 "],
    [30, "production-frankfurt-1", "  prod…  0 of 2  waiting for "],
    [12, "fra", "  fra  0 of"],
    [3, "fra", "  "],
  ])("never lets a line wrap: %i columns, %s", (columns, name, wanted) => {
    const { progress, writes, tick } = terminal(columns);
    const at = 0;
    progress.onEvent({ kind: "target-started", target: "fra", at, steps: 2 });
    progress.onEvent({ kind: "waiting", target: "fra", at, operations: 2 });
    tick();
    expect(screen(writes[0]).split("\n")[0]?.length).toBeLessThan(columns);
    const state = advance(advance(undefined, { kind: "target-started", target: name, at, steps: 2 }), {
      kind: "waiting",
      target: name,
      at,
      operations: 2,
    });
    expect(renderProgress([state], 0, columns, stylesFor({ hasColor: false }))).toEqual([wanted]);
  });

  it("says after a second that all is looked at before anything is written", () => {
    const { progress, writes, tick, pass } = terminal();
    tick();
    expect(writes).toEqual([]);
    pass(1000);
    tick();
    expect(screen(writes[0])).toBe("  reading fra before anything is written, 1 s\n");
    progress.onEvent({ kind: "target-started", target: "fra", at: 1000, steps: 2 });
    tick();
    expect(writes[1]?.startsWith(`${escape}[1A${escape}[2K`)).toBe(true);
    expect(screen(writes[1])).toBe("  fra  ────────────────  0 of 2  writing  0 s\n");
  });

  it("is painted by the clock alone, however much happens", () => {
    const { progress, writes, tick } = terminal();
    progress.onEvent({ kind: "target-started", target: "fra", at: 0, steps: 1000 });
    for (let number = 0; number < 1000; number++)
      progress.onEvent({ kind: "step-ended", target: "fra", at: 0, step, status: "done" });
    tick();
    progress.end();
    expect(writes).toHaveLength(1);
  });
});

describe("the estimate", () => {
  const at = (ended: number, steps: number, endedAt?: number): TargetProgress => ({
    target: "fra",
    steps,
    ended,
    done: ended,
    failed: 0,
    unknown: 0,
    hasSent: true,
    phase: "writing",
    operations: 0,
    startedAt: 0,
    endedAt,
  });

  it.each<[what: string, targets: readonly TargetProgress[], wanted: string]>([
    ["nothing done", [at(0, 100)], ""],
    ["too little done", [at(4, 100)], ""],
    ["a tenth done", [at(1, 10)], ", about 1 min 30 s left"],
    ["five done", [at(5, 100)], ", about 3 min 10 s left"],
    ["all done", [at(10, 10)], ""],
    ["the slower of two", [at(50, 100), at(10, 100)], ", about 1 min 30 s left"],
    [
      "one that is through does not hide one that is slow",
      [at(190, 190, 4_000), at(10, 190)],
      ", about 3 min 0 s left",
    ],
    ["one of which nothing is known yet", [at(190, 200), at(2, 190)], ""],
  ])("after ten seconds: %s", (_what, targets, wanted) => {
    expect(estimateRest(targets, 10_000)).toBe(wanted);
  });
});

describe("progress in a pipe", () => {
  it("is one line for each thing that happens, and no colour", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { stderr } = await run("apply --yes");
    const fra = stderr.split("\n").filter((line) => line.startsWith("fra: "));
    expect(fra[0]).toBe("fra: start, 4 steps");
    expect(fra).toContain("fra: waiting for 3 operations; 0 of 7 steps, 0 of 2 targets done");
    expect(fra).toContain(
      "fra: 3 of 4 done: web: change ingress tcp/23 from any (IPv4) to ingress tcp/443 from any (IPv4)",
    );
    expect(fra).toContain("fra: 4 of 4 done: retired: delete the group");
    expect(fra.at(-2)).toBe("fra: reading back");
    expect(fra.at(-1)).toMatch(/^fra: as planned after \d+ s$/);
    expect(stderr).not.toContain("\u001b");
  });

  it("says how far all is every ten seconds, also where nothing happens", async () => {
    const { run, write, simulator, clock } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    simulator.gcore.holdTasks(true);
    const interrupt = new AbortController();
    const start = clock.now();
    clock.onSleep(() => clock.now() - start > 120_000 && interrupt.abort());
    const { writes } = await run("apply --yes", { signal: interrupt.signal });
    expect(writes.some(({ text }) => /^at work for \d.* s: \d of 7 steps, \d of 2 targets done/.test(text))).toBe(true);
    const until = writes.filter(({ at }) => at - start <= 120_000);
    const silences = until.map(({ at }, index) => at - (until[index - 1]?.at ?? start));
    // A poll may come a little later than the ten seconds.
    expect(Math.max(...silences)).toBeLessThan(25_000);
  });
});
