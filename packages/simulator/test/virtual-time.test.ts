import { describe, expect, it } from "vitest";
import { createVirtualTime, delayFetch, type VirtualTime } from "../src/index.ts";
import { createRandom } from "../src/seeded-random.ts";

const start = Date.UTC(2026, 0, 1);

describe("virtual time", () => {
  it("wakes sleepers in the order of their times, and those of the same time in the order of their sleep", async () => {
    const time = createVirtualTime({ start });
    const woken: string[] = [];
    const wake = async (name: string, milliseconds: number): Promise<void> => {
      await time.sleep(milliseconds);
      woken.push(`${name} at ${time.now() - start}`);
    };
    await time.run(() => Promise.all([wake("a", 30), wake("b", 10), wake("c", 30), wake("d", 0), wake("e", -5)]));
    expect(woken).toEqual(["d at 0", "e at 0", "b at 10", "a at 30", "c at 30"]);
  });

  it("does not pass while nobody runs, nor beyond what the work needs", async () => {
    const time = createVirtualTime({ start });
    const late = time.sleep(1000);
    expect(await time.run(async () => "done")).toBe("done");
    expect(time.now()).toBe(start);
    await time.run(() => time.sleep(10));
    expect(time.now()).toBe(start + 10);
    await time.run(() => late);
    expect(time.now()).toBe(start + 1000);
  });

  it("rejects with what the work rejects with, whenever it does", async () => {
    const time = createVirtualTime();
    const failure = new Error("no");
    await expect(time.run(() => Promise.reject(failure))).rejects.toBe(failure);
    await expect(
      time.run(async () => {
        await time.sleep(5);
        throw failure;
      }),
    ).rejects.toBe(failure);
    await expect(
      time.run(() => {
        throw failure;
      }),
    ).rejects.toBe(failure);
    expect(await time.run(async () => 1)).toBe(1);
  });

  it("runs one work at a time", async () => {
    const time = createVirtualTime();
    const first = time.run(() => time.sleep(1));
    await expect(time.run(() => time.sleep(1))).rejects.toThrow("one run at a time");
    await first;
  });

  it("does not let Not-a-number, nor for ever, be slept", async () => {
    const time = createVirtualTime();
    await expect(time.sleep(Number.NaN)).rejects.toThrow(RangeError);
    await expect(time.sleep(Number.POSITIVE_INFINITY)).rejects.toThrow(RangeError);
  });

  it("jumps without waking anybody, and its steady clock does not jump", async () => {
    const time = createVirtualTime({ start });
    let isAwake = false;
    const sleeper = async (): Promise<void> => {
      await time.sleep(1000);
      isAwake = true;
    };
    await time.run(async () => {
      const asleep = sleeper();
      time.jump(3_600_000);
      await time.sleep(999);
      expect([isAwake, time.now(), time.steadyNow()]).toEqual([false, start + 3_600_999, start + 999]);
      time.jump(-7_200_000);
      expect(time.now()).toBe(start - 3_599_001);
      await asleep;
      expect(time.steadyNow()).toBe(start + 1000);
    });
  });
});

describe("an abort of a sleep", () => {
  it("rejects with the signal's reason, before the sleep and during it, and takes the timer away", async () => {
    const time = createVirtualTime({ start });
    const reason = new Error("enough");
    await expect(time.sleep(10, AbortSignal.abort(reason))).rejects.toBe(reason);
    const stop = new AbortController();
    await time.run(async () => {
      const long = time.sleep(100_000, stop.signal);
      const rejected = expect(long).rejects.toBe(reason);
      await time.sleep(10);
      stop.abort(reason);
      await rejected;
      expect(time.now()).toBe(start + 10);
    });
    await expect(time.run(() => new Promise(() => {}))).rejects.toThrow("Deadlock");
    expect(time.now()).toBe(start + 10);
  });

  it("after the sleep does nothing", async () => {
    const time = createVirtualTime();
    const stop = new AbortController();
    await time.run(() => time.sleep(1, stop.signal));
    stop.abort(new Error("too late"));
    expect(await time.run(async () => "fine")).toBe("fine");
  });
});

describe("work that does not end", () => {
  it("is a deadlock when it waits and nobody sleeps", async () => {
    const time = createVirtualTime();
    await expect(
      time.run(async () => {
        await time.sleep(2000);
        await new Promise(() => {});
      }),
    ).rejects.toThrow("Deadlock after 1 events and 2 s of virtual time");
    // And leaves the clock in good order.
    await time.run(() => time.sleep(1));
  });

  it("is stopped after a number of events", async () => {
    const time = createVirtualTime({ maximumEvents: 10 });
    let rounds = 0;
    const work = async (): Promise<never> => {
      for (; ; rounds++) await time.sleep(1);
    };
    await expect(time.run(work)).rejects.toThrow("no more events are allowed");
    expect(rounds).toBe(10);
  });

  it("is stopped after an amount of time", async () => {
    const time = createVirtualTime({ start, maximumMs: 60_000 });
    await time.run(() => time.sleep(60_000));
    await expect(time.run(() => time.sleep(1))).rejects.toThrow("past the maximum of 60 s");
    expect(time.now()).toBe(start + 60_000);
  });
});

describe("work outside the event loop", () => {
  it("is none when it is a digest, however long it takes", async () => {
    const time = createVirtualTime({ start });
    const large = new Uint8Array(8_000_000);
    const order: string[] = [];
    const hash = async (): Promise<void> => {
      await crypto.subtle.digest("SHA-256", large);
      order.push(`hashed at ${time.now() - start}`);
      await time.sleep(5);
      order.push(`rested at ${time.now() - start}`);
    };
    const sleep = async (): Promise<void> => {
      await time.sleep(10);
      order.push("slept");
    };
    await time.run(() => Promise.all([sleep(), hash()]));
    expect(order).toEqual(["hashed at 0", "rested at 5", "slept"]);
  });

  it("gives the digests that it gives elsewhere", async () => {
    const hex = async (name: string, data: ArrayBuffer | ArrayBufferView<ArrayBuffer>): Promise<string> =>
      Buffer.from(await crypto.subtle.digest({ name }, data)).toString("hex");
    const bytes = new TextEncoder().encode("security group").subarray(3, 9);
    for (const name of ["SHA-1", "SHA-256", "SHA-384", "SHA-512"])
      for (const data of [bytes, bytes.slice().buffer, new DataView(bytes.buffer, 2, 4)])
        expect(await createVirtualTime().run(() => hex(name, data))).toBe(await hex(name, data));
  });

  it("has the digest back as it was when the last run is over", async () => {
    const isReplaced = (): boolean => Object.hasOwn(crypto.subtle, "digest");
    const [outer, inner] = [createVirtualTime(), createVirtualTime()];
    await outer.run(async () => {
      await inner.run(() => inner.sleep(1));
      expect(isReplaced()).toBe(true);
    });
    expect(isReplaced()).toBe(false);
    await expect(outer.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(isReplaced()).toBe(false);
  });

  it("is waited for when it is tracked", async () => {
    const time = createVirtualTime({ start });
    let at = Number.NaN;
    const load = async (): Promise<void> => {
      await time.track(() => new Promise((resolve) => void setTimeout(resolve, 20)));
      at = time.now();
    };
    await time.run(() => Promise.all([load(), time.sleep(1000)]));
    expect(at).toBe(start);
  });

  it("is no deadlock when it is over soon", async () => {
    const time = createVirtualTime({ start });
    await time.run(async () => {
      await new Promise((resolve) => void setTimeout(resolve, 20));
      await time.sleep(7);
    });
    expect(time.now()).toBe(start + 7);
  });
});

/** A crowd that sleeps, hashes and reads bodies; tells in which order what happened. */
async function crowd(time: VirtualTime): Promise<string> {
  const random = createRandom(7);
  const events: string[] = [];
  const plans = Array.from({ length: 12 }, (_, name) => ({
    name,
    steps: Array.from({ length: 8 }, () => ({ kind: Math.floor(random() * 4), amount: Math.floor(random() * 20) })),
  }));
  const person = async ({ name, steps }: (typeof plans)[number]): Promise<void> => {
    for (const { kind, amount } of steps) {
      if (kind === 0) await time.sleep(amount);
      // Of different sizes, which threads would finish in any order.
      if (kind === 1) await crypto.subtle.digest("SHA-256", new Uint8Array(amount * 1000));
      if (kind === 2) await new Request("http://a/", { method: "POST", body: "x".repeat(amount) }).clone().text();
      if (kind === 3) await new Response(new Blob(["x".repeat(amount)]).stream()).arrayBuffer();
      events.push(`${name}:${kind}@${time.now() - start}`);
    }
  };
  await time.run(() => Promise.all(plans.map(person)));
  return events.join(" ");
}

describe("the same work", () => {
  it("runs in the same order, two hundred times over", async () => {
    const orders = new Set<string>();
    for (let repetition = 0; repetition < 200; repetition++) orders.add(await crowd(createVirtualTime({ start })));
    expect(orders.size).toBe(1);
    expect([...orders][0]?.split(" ").length).toBeGreaterThan(40);
  });
});

describe("the way to a cloud", () => {
  const arrivals = (
    time: VirtualTime,
  ): { readonly at: number[]; readonly fetch: (request: Request) => Promise<Response> } => {
    const at: number[] = [];
    return {
      at,
      fetch: async () => {
        at.push(time.now() - start);
        return new Response("here");
      },
    };
  };

  it("takes half of the round trip each way, for many at once", async () => {
    const time = createVirtualTime({ start });
    const cloud = arrivals(time);
    const fetch = delayFetch(cloud.fetch, time, { roundTripMs: 150 });
    const answers = await time.run(() => Promise.all([1, 2, 3].map(() => fetch(new Request("http://a/")))));
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(["here", "here", "here"]);
    expect(cloud.at).toEqual([75, 75, 75]);
    expect(time.now()).toBe(start + 150);
  });

  it("lets errors take the way back as well", async () => {
    const time = createVirtualTime({ start });
    const failure = new TypeError("fetch failed");
    const fetch = delayFetch(() => Promise.reject(failure), time, { roundTripMs: 100 });
    await expect(time.run(() => fetch(new Request("http://a/")))).rejects.toBe(failure);
    expect(time.now()).toBe(start + 100);
  });

  it.each([
    { after: 50, arrived: 0 },
    { after: 100, arrived: 1 },
  ])("ends with an abort after $after ms, with $arrived requests arrived", async ({ after, arrived }) => {
    const time = createVirtualTime({ start });
    const cloud = arrivals(time);
    const fetch = delayFetch(cloud.fetch, time, { roundTripMs: 150 });
    const stop = new AbortController();
    const reason = new Error("enough");
    await time.run(async () => {
      const rejected = expect(fetch(new Request("http://a/", { signal: stop.signal }))).rejects.toBe(reason);
      await time.sleep(after);
      stop.abort(reason);
      await rejected;
    });
    expect(cloud.at).toHaveLength(arrived);
    expect(time.now()).toBe(start + after);
  });
});
