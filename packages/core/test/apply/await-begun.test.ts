import { describe, expect, it } from "vitest";
import { awaitBegun, type Adapter, type Operation, type TargetRecord } from "../../src/index.ts";
import { errorOf, memoryTarget } from "../support/memory-target.ts";
import { targetRun } from "../support/target-run.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const operation = (handle: string): Operation => ({ cloud: "memory", handles: [handle] });

function record(target: string, isUnsettled: boolean, ...open: readonly Operation[]): TargetRecord {
  return { plan: { ...targetRun([]).plan, target }, before: new Map(), sent: open.length, open, isUnsettled };
}

/** Awaits what had begun on two targets when the last that was heard was so long ago, in milliseconds. */
async function awaiting(ago: number, targets: readonly TargetRecord[], onSleep?: (abort: AbortController) => void) {
  const asked: string[] = [];
  const { adapter } = memoryTarget();
  const abort = new AbortController();
  const clock = virtualClock(() => onSleep?.(abort));
  const quick: Adapter = {
    ...adapter,
    readOperations: async (operations) => {
      asked.push(...operations.flatMap(({ handles }) => handles));
      return operations.map(() => ({ status: "succeeded" }));
    },
  };
  const adapters = new Map([
    ["here", quick],
    ["there", quick],
  ]);
  await awaitBegun(
    { isEnded: false, lastAt: clock.now() - ago, targets },
    { adapters, clock, signal: abort.signal, deadlineMs: 60_000 },
  );
  return { asked, slept: clock.slept };
}

describe("of an apply that was broken off", () => {
  it("what had begun is awaited, on every target", async () => {
    const targets = [record("here", false, operation("a"), operation("b")), record("there", false, operation("c"))];
    const { asked } = await awaiting(0, targets);
    expect(asked.toSorted()).toEqual(["a", "b", "c"]);
  });

  it.each<[string, number, readonly TargetRecord[], readonly number[]]>([
    [
      "the time to show it where one end is not known",
      10_000,
      [record("here", false), record("there", true)],
      [20_000],
    ],
    ["no time where that time has gone by", 40_000, [record("here", true)], []],
    ["no time where every end is known", 0, [record("here", false), record("there", false)], []],
    ["no time where there was nothing", 0, [], []],
  ])("the cloud is given %s", async (_, ago, targets, wanted) => {
    expect((await awaiting(ago, targets)).slept).toEqual(wanted);
  });

  it("nothing is awaited any more after an abort", async () => {
    const waiting = awaiting(0, [record("here", true)], (abort) => abort.abort());
    expect(await errorOf(waiting)).toMatchObject({ code: "aborted" });
  });

  it("nothing can be awaited on a target without an adapter", async () => {
    expect(await errorOf(awaiting(0, [record("elsewhere", false)]))).toMatchObject({
      code: "invalid-plan",
      place: { target: "elsewhere" },
    });
  });
});
