import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { SecurityGroupError, type Operation } from "../../src/index.ts";
import { waitForOperations, type Outcome } from "../../src/operation/wait-for-operations.ts";
import { eventClock, type EventClock } from "../support/event-clock.ts";
import { errorOf } from "../support/memory-target.ts";
import { timedCloud, type TimedCloud } from "./scripted-adapter.ts";

const { signal } = new AbortController();
const settled = () => new Promise((resolve) => setImmediate(resolve));

function world(roundTripMs?: number): { clock: EventClock; cloud: TimedCloud } {
  const clock = eventClock();
  return { clock, cloud: timedCloud(clock, roundTripMs) };
}

/** So many operations, which end one after another or all at once. */
function startMany(
  cloud: TimedCloud,
  count: number,
  milliseconds: number,
  isSerial: boolean,
  name = "op",
): Operation[] {
  return Array.from({ length: count }, (_, index) =>
    cloud.start(`${name}${index}`, milliseconds, isSerial ? { after: `${name}${index - 1}` } : {}),
  );
}

describe("looks", () => {
  const shapes = [0.5, 2].flatMap((seconds) =>
    [1, 10, 100].flatMap((count) => [true, false].map((isSerial) => ({ seconds, count, isSerial }))),
  );

  it.each(shapes)("find the end of $count operations of $seconds s in time, serial: $isSerial", async (shape) => {
    const { clock, cloud } = world();
    const { seconds, count, isSerial } = shape;
    const late: number[] = [];
    for (let run = 0; run < 6; run++) {
      const start = clock.passed();
      const operations = startMany(cloud, count, seconds * 1_000, isSerial, `run${run}-`);
      await clock.run(() => waitForOperations(cloud.adapter, operations, { clock, signal }));
      // Half a round trip passes before anybody can know.
      late.push((clock.passed() - start) / (cloud.end() + 75 - start));
    }
    // What was sent in vain costs most where an operation takes hardly longer than a look.
    expect(Math.max(...late)).toBeLessThan(seconds < 1 && (count === 1 || !isSerial) ? 1.25 : 1.1);
    expect(late.at(-1)).toBeLessThan(1.1);
  });

  it("come more often with time, not with the number of operations", async () => {
    const counts = await Promise.all(
      [1, 100].map(async (count) => {
        const { clock, cloud } = world();
        await clock.run(() =>
          waitForOperations(cloud.adapter, startMany(cloud, count, 30_000, false), { clock, signal }),
        );
        return cloud.looks.length;
      }),
    );
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThan(60);
  });

  it("ask for all that anybody waits for, in one go", async () => {
    const { clock, cloud } = world();
    const waits = Array.from({ length: 20 }, (_, index) => [
      cloud.start(`a${index}`, 3_000),
      cloud.start(`b${index}`, 6_000),
    ]);
    await clock.run(() => Promise.all(waits.map((each) => waitForOperations(cloud.adapter, each, { clock, signal }))));
    expect(cloud.looks[0]?.handles).toHaveLength(40);
    expect(cloud.looks.at(-1)?.handles).toHaveLength(20);
    expect(cloud.looks.length).toBeLessThan(45);
    for (const [index, { at }] of cloud.looks.entries())
      expect(at - (cloud.looks[index - 1]?.at ?? -Infinity)).toBeGreaterThanOrEqual(100);
  });

  it("do not come before operations of the account usually end", async () => {
    const { clock, cloud } = world();
    const once = (name: string) => () =>
      waitForOperations(cloud.adapter, [cloud.start(name, 20_000)], { clock, signal });
    await clock.run(once("first"));
    const before = cloud.looks.length;
    for (const name of ["second", "third", "fourth"]) {
      const start = clock.passed();
      const looked = cloud.looks.length;
      await clock.run(once(name));
      expect((cloud.looks[looked]?.at ?? 0) - start).toBeGreaterThan(17_000);
    }
    expect(cloud.looks.length - before).toBeLessThan(before / 2);
  });

  it("find out when operations take less time than they used to", async () => {
    const { clock, cloud } = world();
    const took: number[] = [];
    for (let run = 0; run < 40; run++) {
      const start = clock.passed();
      const operation = cloud.start(`op${run}`, run < 3 ? 20_000 : 1_000);
      await clock.run(() => waitForOperations(cloud.adapter, [operation], { clock, signal }));
      took.push(clock.passed() - start);
    }
    expect(took.at(-1)).toBeLessThan(2_000);
  });

  it("are not put off by a few operations that take longer", async () => {
    const { clock, cloud } = world();
    for (let run = 0; run < 20; run++) {
      const [length = 0] = run % 3 === 2 ? [8_000] : [500];
      const start = clock.passed();
      const operation = cloud.start(`op${run}`, length);
      await clock.run(() => waitForOperations(cloud.adapter, [operation], { clock, signal }));
      expect(clock.passed() - start).toBeLessThan(length * 1.15 + 300);
    }
  });

  it("are spared while the account has little left", async () => {
    const { clock, cloud } = world();
    const headers = { "X-RateLimit-Limit": "20", "X-RateLimit-Remaining": "20" };
    const tell = (remaining: string) =>
      cloud.account.send(
        new Request("https://cloud.example/"),
        async () => new Response(null, { headers: { ...headers, "X-RateLimit-Remaining": remaining } }),
      );
    await clock.run(() => tell("20"));
    await clock.run(() => tell("4"));
    await clock.run(() => waitForOperations(cloud.adapter, [cloud.start("op", 20_000)], { clock, signal }));
    expect(cloud.looks.length).toBeLessThanOrEqual(6);
  });
});

describe("an operation without handles", () => {
  it("has ended, with neither a look nor a moment", async () => {
    const { clock, cloud } = world();
    const told: [number, Outcome][] = [];
    const groupId = "group-1" as Operation["groupId"];
    const done: Operation = { cloud: "memory", handles: [], groupId };
    const onOutcome = (index: number, outcome: Outcome): void => void told.push([index, outcome]);
    expect(await waitForOperations(cloud.adapter, [done], { clock, signal, onOutcome })).toEqual([
      { status: "succeeded", groupId },
    ]);
    const both = [cloud.start("op", 1_000), done];
    await clock.run(() => waitForOperations(cloud.adapter, both, { clock, signal }));
    expect(cloud.looks.map(({ handles }) => handles)).toEqual(cloud.looks.map(() => ["op"]));
    expect(told).toEqual([[0, { status: "succeeded", groupId }]]);
  });
});

describe("each wait", () => {
  it("has its own deadline, and does not disturb others with it", async () => {
    const { clock, cloud } = world();
    const ended: [string, number][] = [];
    const wait = async (handle: string, milliseconds: number, deadlineMs: number): Promise<Outcome | undefined> => {
      const operation = cloud.start(handle, milliseconds);
      const [outcome] = await waitForOperations(cloud.adapter, [operation], { clock, signal, deadlineMs });
      ended.push([handle, clock.passed()]);
      return outcome;
    };
    const outcomes = await clock.run(() =>
      Promise.all([wait("slow", 90_000, 10_000), wait("other", 30_000, 60_000), wait("never", Infinity, 100_000)]),
    );
    expect(outcomes.map((outcome) => outcome?.status)).toEqual(["pending", "succeeded", "pending"]);
    expect(ended.map(([handle]) => handle)).toEqual(["slow", "other", "never"]);
    // Each ends with a last look at its deadline.
    expect(ended[0]?.[1]).toBeCloseTo(10_150, -2);
    expect(ended[2]?.[1]).toBeCloseTo(100_150, -2);
  });

  it("has its own abort, which ends it at once and does not disturb others", async () => {
    const { clock, cloud } = world();
    const abort = new AbortController();
    const operations = [cloud.start("one", 5_000), cloud.start("two", 5_000)];
    const [one, two] = operations.map((operation, index) =>
      waitForOperations(cloud.adapter, [operation], { clock, signal: index === 0 ? abort.signal : signal }),
    );
    void clock.sleep(1_000, signal).then(() => abort.abort(new Error("enough")));
    const [error, at] = await clock.run(async () => [await errorOf(one ?? settled()), clock.passed()] as const);
    expect(error).toMatchObject({ code: "aborted" });
    expect(at).toBe(1_000);
    expect(await clock.run(() => two ?? settled())).toEqual([{ status: "succeeded" }]);
    expect(cloud.looks.filter(({ at, handles }) => at > 1_000 && handles.includes("one"))).toEqual([]);
  });

  it("leaves neither a timer, a listener nor a read behind", async () => {
    const { clock, cloud } = world();
    const warn = vi.fn();
    process.on("warning", warn);
    const abort = new AbortController();
    const added = vi.spyOn(abort.signal, "addEventListener");
    const removed = vi.spyOn(abort.signal, "removeEventListener");
    const waits = Array.from({ length: 300 }, (_, index) =>
      waitForOperations(cloud.adapter, [cloud.start(`op${index}`, 60_000)], { clock, signal: abort.signal }),
    );
    const errors = Promise.all(waits.map((wait) => errorOf(wait)));
    await settled();
    abort.abort(new Error("enough"));
    for (const error of await errors) expect(error).toMatchObject({ code: "aborted" });
    await settled();
    process.off("warning", warn);
    expect(clock.sleepers()).toBe(0);
    expect(warn).not.toHaveBeenCalled();
    expect(added).toHaveBeenCalledTimes(300);
    expect(removed).toHaveBeenCalledTimes(300);
    const next = waitForOperations(cloud.adapter, [cloud.start("next", 500)], { clock, signal });
    expect(await clock.run(() => next)).toEqual([{ status: "succeeded" }]);
  });

  it("that fails in its callback ends alone", async () => {
    const { clock, cloud } = world();
    const broken = new Error("broken callback");
    const onOutcome = (): void => {
      throw broken;
    };
    const one = waitForOperations(cloud.adapter, [cloud.start("one", 500)], { clock, signal, onOutcome });
    const two = waitForOperations(cloud.adapter, [cloud.start("two", 2_000)], { clock, signal });
    const error = one.catch((reason: unknown) => reason);
    expect(await clock.run(() => two)).toEqual([{ status: "succeeded" }]);
    expect(await error).toBe(broken);
  });
});

describe("a look that fails", () => {
  const passing = new SecurityGroupError("unavailable", "maintenance", { retryable: true });

  it("for a passing reason leaves all waiting, and the next ones come at growing distances", async () => {
    const { clock, cloud } = world();
    cloud.breakLooks(() => (clock.passed() < 30_000 ? passing : undefined));
    const waits = ["one", "two"].map((handle) =>
      waitForOperations(cloud.adapter, [cloud.start(handle, 1_000)], { clock, signal }),
    );
    expect((await clock.run(() => Promise.all(waits))).flat()).toEqual([
      { status: "succeeded" },
      { status: "succeeded" },
    ]);
    expect(clock.passed()).toBeLessThan(36_000);
    expect(cloud.looks.length).toBeLessThan(13);
  });

  it("with a longer Retry-After than the deadline is not repeated before it", async () => {
    const { clock, cloud } = world();
    cloud.breakLooks(() => passing.with({ retryAfterMs: 1_200_000 }));
    const wait = waitForOperations(cloud.adapter, [cloud.start("op", 100)], { clock, signal, deadlineMs: 60_000 });
    expect(await clock.run(() => wait)).toEqual([{ status: "pending" }]);
    expect(clock.passed()).toBe(60_000);
    expect(cloud.looks).toHaveLength(1);
  });

  it("with a Retry-After of years ends the waiting", async () => {
    const { clock, cloud } = world();
    cloud.breakLooks(() => passing.with({ retryAfterMs: 3e11 }));
    const wait = errorOf(waitForOperations(cloud.adapter, [cloud.start("op", 100)], { clock, signal }));
    expect(await clock.run(() => wait)).toMatchObject({ code: "unavailable" });
    expect(clock.passed()).toBeLessThan(1_000);
  });

  it("with an answer that cannot be read is made again, four times at most", async () => {
    const { clock, cloud } = world();
    let garbled = 0;
    const broken = new SecurityGroupError("unexpected-response", "cut off");
    cloud.breakLooks(() => (garbled++ < 4 ? broken : undefined));
    const wait = waitForOperations(cloud.adapter, [cloud.start("op", 100)], { clock, signal });
    expect(await clock.run(() => wait)).toEqual([{ status: "succeeded" }]);
    cloud.breakLooks(() => broken);
    const before = cloud.looks.length;
    const lasting = errorOf(waitForOperations(cloud.adapter, [cloud.start("other", 100)], { clock, signal }));
    expect(await clock.run(() => lasting)).toBe(broken);
    expect(cloud.looks.length - before).toBe(5);
  });

  it("because of one operation ends only the wait for that", async () => {
    const { clock, cloud } = world();
    const broken = new SecurityGroupError("unexpected-response", "what is this");
    cloud.breakLooks((handles) => (handles.includes("bad") ? broken : undefined));
    const waits = ["one", "bad", "two"].map((handle) =>
      waitForOperations(cloud.adapter, [cloud.start(handle, 1_000)], { clock, signal }).catch(
        (error: unknown) => error,
      ),
    );
    expect(await clock.run(() => Promise.all(waits))).toEqual([
      [{ status: "succeeded" }],
      broken,
      [{ status: "succeeded" }],
    ]);
  });

  it("is made once more for each wait, which ends those that it fails for, and those only", async () => {
    const { clock, cloud } = world();
    const [refused, later] = [new SecurityGroupError("forbidden", "no"), passing];
    cloud.breakLooks((handles) => {
      const isBad = handles.some((handle) => handle.startsWith("bad"));
      return isBad ? refused : clock.passed() < 1_000 ? later : undefined;
    });
    const wait = (handle: string): Promise<unknown> =>
      waitForOperations(cloud.adapter, [cloud.start(handle, 500)], { clock, signal }).catch((error: unknown) => error);
    const outcomes = await clock.run(() => Promise.all(["bad 1", "good", "bad 2"].map(wait)));
    expect(outcomes).toEqual([refused, [{ status: "succeeded" }], refused]);
    const asked = cloud.looks.map(({ handles }) => handles.join());
    expect(asked.slice(0, 4)).toEqual(["bad 1,good,bad 2", "bad 1", "good", "bad 2"]);
    expect(new Set(asked.slice(4))).toEqual(new Set(["good"]));
    // The one that may do better later is left in peace for a while.
    expect((cloud.looks[4]?.at ?? 0) - (cloud.looks[2]?.at ?? 0)).toBeGreaterThanOrEqual(500);
  });

  it("for what is wrong with the account ends all at once, with one read", async () => {
    const { clock, cloud } = world();
    cloud.breakLooks(() => new SecurityGroupError("unauthorized", "who are you"));
    const waits = Array.from({ length: 10 }, (_, index) =>
      errorOf(waitForOperations(cloud.adapter, [cloud.start(`op${index}`, 1_000)], { clock, signal })),
    );
    for (const error of await clock.run(() => Promise.all(waits)))
      expect(error).toMatchObject({ code: "unauthorized" });
    expect(cloud.looks).toHaveLength(1);
  });
});

describe("a wait for one operation", () => {
  it("is not asked for again when it fails for a lasting reason", async () => {
    const { clock, cloud } = world();
    cloud.breakLooks(() => new SecurityGroupError("forbidden", "no"));
    const error = errorOf(waitForOperations(cloud.adapter, [cloud.start("op", 1_000)], { clock, signal }));
    expect(await clock.run(() => error)).toMatchObject({ code: "forbidden" });
    expect(cloud.looks).toHaveLength(1);
  });

  it("does not begin when it was aborted before", async () => {
    const { clock, cloud } = world();
    const aborted = AbortSignal.abort(new Error("enough"));
    const wait = waitForOperations(cloud.adapter, [cloud.start("op", 1_000)], { clock, signal: aborted });
    expect(await errorOf(wait)).toMatchObject({ code: "aborted" });
    expect([cloud.looks, clock.sleepers()]).toEqual([[], 0]);
  });

  it("that has just begun is looked at soon, although another one has lasted for long", async () => {
    const { clock, cloud } = world();
    const old = waitForOperations(cloud.adapter, [cloud.start("old", 120_000)], { clock, signal });
    const took = clock.sleep(60_000, signal).then(async () => {
      const start = clock.passed();
      await waitForOperations(cloud.adapter, [cloud.start("new", 500)], { clock, signal });
      return clock.passed() - start;
    });
    await clock.run(() => Promise.all([old, took]));
    expect(await took).toBeLessThan(1_000);
  });
});

describe("a defect", () => {
  const defect = new TypeError("not a function");

  it("of an adapter ends all waits with it, after one look", async () => {
    const { clock, cloud } = world();
    let looks = 0;
    const readOperations = (): Promise<never> => {
      looks++;
      throw defect;
    };
    const broken = { ...cloud.adapter, readOperations };
    const waits = ["one", "two"].map((handle) =>
      waitForOperations(broken, [cloud.start(handle, 1_000)], { clock, signal }).catch((error: unknown) => error),
    );
    expect(await clock.run(() => Promise.all(waits))).toEqual([defect, defect]);
    expect(looks).toBe(1);
  });

  it("of a clock ends the wait with it, and the next wait is made anew", async () => {
    const { clock, cloud } = world();
    let isBroken = true;
    const faulty = {
      now: () => clock.now(),
      sleep: (milliseconds: number, until: AbortSignal) =>
        isBroken ? Promise.reject(defect) : clock.sleep(milliseconds, until),
    };
    const wait = (): Promise<readonly Outcome[]> =>
      waitForOperations(cloud.adapter, [cloud.start("op", 1_000)], { clock: faulty, signal });
    await expect(wait()).rejects.toBe(defect);
    isBroken = false;
    expect(await clock.run(wait)).toEqual([{ status: "succeeded" }]);
  });
});

describe("a clock that is set", () => {
  it.each([-7_200_000, 7_200_000])("by %i ms neither ends a wait nor prolongs it", async (jump) => {
    const { clock, cloud } = world();
    for (const at of [350, 2_000, 4_020]) void clock.sleep(at, signal).then(() => clock.jump(jump));
    const waits = [
      waitForOperations(cloud.adapter, [cloud.start("one", 10_000)], { clock, signal, deadlineMs: 400_000 }),
      waitForOperations(cloud.adapter, [cloud.start("two", Infinity)], { clock, signal, deadlineMs: 400_000 }),
    ];
    expect((await clock.run(() => Promise.all(waits))).flat()).toEqual([
      { status: "succeeded" },
      { status: "pending" },
    ]);
    // A jump during a look counts as a minute at most.
    expect(clock.passed()).toBeGreaterThan(400_000 - 3 * 60_000 - 1_000);
    expect(clock.passed()).toBeLessThan(401_000);
    expect(cloud.looks.length).toBeLessThan(140);
  });
});

it("any mixture of waits ends, each as its operations did or with its own deadline or abort", async () => {
  const wanted = fc.record({
    at: fc.nat(20_000),
    lengths: fc.array(fc.nat(40_000), { maxLength: 4 }),
    deadlineMs: fc.integer({ min: 0, max: 30_000 }),
    abortAfter: fc.option(fc.nat(30_000), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(wanted, { minLength: 1, maxLength: 12 }), async (waits) => {
      const { clock, cloud } = world();
      await clock.run(() =>
        Promise.all(
          waits.map(async ({ at, lengths, deadlineMs, abortAfter }, index) => {
            await clock.sleep(at, signal);
            const abort = new AbortController();
            if (abortAfter !== undefined) void clock.sleep(abortAfter, signal).then(() => abort.abort());
            const operations = lengths.map((length, position) =>
              cloud.start(`${index}.${position}`, length, { fails: length % 2 === 1 }),
            );
            const start = clock.passed();
            const options = { clock, signal: abort.signal, deadlineMs };
            try {
              const outcomes = await waitForOperations(cloud.adapter, operations, options);
              const ends = (status: string): readonly number[] =>
                lengths.filter((_, position) => outcomes[position]?.status === status);
              for (const length of ends("succeeded")) expect(length % 2).toBe(0);
              for (const length of ends("failed")) expect(length % 2).toBe(1);
              for (const length of ends("pending")) expect(length).toBeGreaterThan(deadlineMs - 500);
              expect(clock.passed() - start).toBeLessThanOrEqual(deadlineMs + 500);
            } catch (error) {
              expect(error).toMatchObject({ code: "aborted" });
              expect(clock.passed() - start).toBe(abortAfter);
            }
          }),
        ),
      );
      for (const { handles } of cloud.looks) expect(new Set(handles).size).toBe(handles.length);
    }),
    { numRuns: 100 },
  );
});
