import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createAccount, SecurityGroupError, type Account, type Fetch } from "../../src/index.ts";
import { eventClock, type EventClock } from "../support/event-clock.ts";
import { bucket, limitedCloud, windows } from "./limiters.ts";
import { requestTo } from "./load.ts";

const answer =
  (status = 200, headers: Record<string, string> = {}): Fetch =>
  async () =>
    new Response(null, { status, headers });

/** A cloud that answers nothing until it is told to. */
function silentCloud() {
  const open: { readonly request: Request; answer(response?: Response): void }[] = [];
  const fetch: Fetch = (request) =>
    new Promise((resolve, reject) => {
      request.signal.addEventListener("abort", () => reject(request.signal.reason as Error), { once: true });
      open.push({ request, answer: (response = new Response(null)) => resolve(response) });
    });
  return { fetch, open };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** How long that took, in seconds. */
async function seconds(clock: EventClock, work: () => Promise<unknown>): Promise<number> {
  const start = clock.passed();
  await clock.run(work);
  return (clock.passed() - start) / 1_000;
}

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.fail("it did not fail"),
    (error: unknown) => error,
  );
}

describe("sending", () => {
  it("hands the request to fetch and gives its answer", async () => {
    const account = createAccount();
    const response = await account.send(
      requestTo("groups?depth=5", { method: "POST", body: "{}" }),
      async (request) => {
        expect(`${request.method} ${request.url} ${await request.text()}`).toBe(
          "POST https://cloud.example/groups?depth=5 {}",
        );
        return new Response("made", { status: 202, headers: { Location: "/there" } });
      },
    );
    expect([response.status, response.headers.get("Location"), await response.text()]).toEqual([202, "/there", "made"]);
  });

  it("sends eight at once while nothing is known, then as many as the cloud tells", async () => {
    const { fetch, open } = silentCloud();
    const account = createAccount();
    for (let index = 0; index < 30; index++) void account.send(requestTo(`${index}`), fetch);
    await settled();
    expect(open).toHaveLength(8);
    open[0]?.answer(new Response(null, { headers: { "X-RateLimit-Burst": "12" } }));
    await settled();
    expect(open).toHaveLength(13);
    expect(open.map(({ request }) => new URL(request.url).pathname)).toEqual(open.map((_, index) => `/${index}`));
  });

  it("goes on after a request that failed without an answer", async () => {
    const account = createAccount();
    const broken: Fetch = () => Promise.reject(new TypeError("connection refused"));
    const all = Array.from({ length: 20 }, () => errorOf(account.send(requestTo("groups"), broken)));
    for (const error of await Promise.all(all)) expect(error).toMatchObject({ message: "connection refused" });
    expect((await account.send(requestTo("groups"), answer())).status).toBe(200);
  });

  it.each([
    ["no more than 2 at once", 2],
    ["no more than 1 at once", 1],
  ])("keeps to the order of asking, with %s", async (_, burst) => {
    const clock = eventClock();
    const cloud = limitedCloud({ clock, limiter: bucket(6, 60), told: { limit: 60, burst } });
    const account = createAccount({ clock });
    await clock.run(() => account.send(requestTo("first"), cloud.fetch));
    const paths = Array.from({ length: 20 }, (__, index) => `/${index}`);
    await clock.run(() => Promise.all(paths.map((path) => account.send(requestTo(path.slice(1)), cloud.fetch))));
    expect(cloud.accepted.slice(1)).toEqual(paths);
    expect(cloud.mostAtOnce()).toBe(burst);
  });
});

describe("an abort", () => {
  it("takes a request that waits out of the queue, and nothing of it is sent", async () => {
    const { fetch, open } = silentCloud();
    const account = createAccount();
    const aborts = Array.from({ length: 12 }, () => new AbortController());
    const calls = aborts.map(({ signal }, index) => account.send(requestTo(`${index}`, { signal }), fetch));
    const reason = new Error("enough");
    aborts[9]?.abort(reason);
    expect(await errorOf(calls[9] ?? settled())).toBe(reason);
    for (let index = 0; index < 11; index++) {
      await settled();
      open[index]?.answer();
    }
    await Promise.all(calls.filter((_, index) => index !== 9));
    expect(open.map(({ request }) => new URL(request.url).pathname)).not.toContain("/9");
    expect(open).toHaveLength(11);
  });

  it("that came before the call sends nothing", async () => {
    const fetch = vi.fn<Fetch>();
    const reason = new Error("enough");
    const signal = AbortSignal.abort(reason);
    expect(await errorOf(createAccount().send(requestTo("groups", { method: "DELETE", signal }), fetch))).toBe(reason);
    expect(fetch).not.toHaveBeenCalled();
  });

  it("reaches a read that is on its way, and no write", async () => {
    const { fetch, open } = silentCloud();
    const account = createAccount();
    const abort = new AbortController();
    const { signal } = abort;
    const read = account.send(requestTo("groups", { signal }), fetch);
    const writes = ["POST", "PUT", "PATCH", "DELETE"].map((method) =>
      account.send(requestTo("groups", { method, signal }), fetch),
    );
    await settled();
    const reason = new Error("enough");
    abort.abort(reason);
    expect(await errorOf(read)).toBe(reason);
    for (const each of open) each.answer();
    expect((await Promise.all(writes)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it("during a pause leaves no timer behind", async () => {
    const clock = eventClock();
    const account = createAccount({ clock });
    await account.send(requestTo("groups"), answer(429, { "Retry-After": "60" }));
    const abort = new AbortController();
    const call = account.send(requestTo("groups", { signal: abort.signal }), answer());
    await settled();
    expect(clock.sleepers()).toBe(1);
    abort.abort(new Error("enough"));
    await errorOf(call);
    await settled();
    expect(clock.sleepers()).toBe(0);
  });
});

describe("after a refusal", () => {
  it.each([
    [{ "Retry-After": "90" }, 90],
    [{ "Retry-After": "Sun, 22 Nov 2026 12:02:00 GMT", Date: "Sun, 22 Nov 2026 12:00:00 GMT" }, 120],
  ])("everybody waits for Retry-After in full: %j", async (headers, wanted) => {
    const clock = eventClock();
    const account = createAccount({ clock });
    await account.send(requestTo("groups"), answer(429, headers));
    const all = () => Promise.all([1, 2, 3].map(() => account.send(requestTo("groups"), answer())));
    expect(await seconds(clock, all)).toBeGreaterThanOrEqual(wanted);
    expect(clock.passed() / 1_000).toBeLessThan(wanted + 120);
  });

  it.each(["", "-5", "soon", "NaN", "1e3", "0"])(
    "a Retry-After of %j is as good as none: the pauses begin at a second and grow",
    async (text) => {
      const clock = eventClock();
      const account = createAccount({ clock, random: () => 1 });
      const fetch = answer(429, { "Retry-After": text, "X-RateLimit-Remaining": "5" });
      const waits: number[] = [];
      for (let index = 0; index < 9; index++) {
        waits.push(await seconds(clock, () => account.send(requestTo("groups"), fetch)));
      }
      expect(waits[0]).toBe(0);
      expect(waits.slice(1, 4)).toEqual([1.25, 2.5, 5]);
      expect(waits.at(-1)).toBe(75);
    },
  );

  it("that asks for more than an hour nobody waits, and whoever asks is told until when", async () => {
    const clock = eventClock();
    const account = createAccount({ clock });
    const refused = { status: 429, headers: { "Retry-After": "315360000" } };
    await account.send(requestTo("groups"), answer(429, refused.headers));
    const error = await errorOf(account.send(requestTo("groups"), answer()));
    expect(error).toBeInstanceOf(SecurityGroupError);
    expect(error).toMatchObject({ code: "rate-limited", retryable: false });
    expect((error as Error).message).toBe(
      "the cloud takes no more requests of this account until 2035-12-30T00:00:00.000Z",
    );
  });

  it.each(["9".repeat(400), "999999999999999999"])("a Retry-After of %s seconds does no harm", async (text) => {
    const account = createAccount({ clock: eventClock() });
    await account.send(requestTo("groups"), answer(429, { "Retry-After": text }));
    expect(await errorOf(account.send(requestTo("groups"), answer()))).toMatchObject({ code: "rate-limited" });
  });

  it("keeps to the pause when the clock is set meanwhile", async () => {
    for (const jump of [-7_200_000, 7_200_000]) {
      const clock = eventClock();
      const account = createAccount({ clock });
      await account.send(requestTo("groups"), answer(429, { "Retry-After": "30" }));
      const call = account.send(requestTo("groups"), answer());
      await settled();
      clock.jump(jump);
      const another = account.send(requestTo("groups"), answer());
      expect(await seconds(clock, () => call)).toBe(30);
      expect(await seconds(clock, () => another)).toBeLessThanOrEqual(60);
    }
  });

  it("storms end: however often it is refused, each caller that repeats gets through", async () => {
    const clock = eventClock();
    const account = createAccount({ clock });
    let refusals = 200;
    const fetch: Fetch = async (request) => {
      await clock.sleep(100, new AbortController().signal);
      return answer(refusals-- > 0 ? 429 : 200, { "Retry-After": "1" })(request);
    };
    const persist = async (): Promise<void> => {
      while ((await account.send(requestTo("groups"), fetch)).status === 429);
    };
    await clock.run(() => Promise.all(Array.from({ length: 40 }, persist)));
    expect(refusals).toBeLessThan(0);
  });
});

describe("headers", () => {
  it("that say that nothing remains stop the next request before it is refused", async () => {
    const clock = eventClock();
    const account = createAccount({ clock });
    await account.send(requestTo("groups"), answer(200, { "X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "0" }));
    expect(await seconds(clock, () => account.send(requestTo("groups"), answer()))).toBeGreaterThanOrEqual(1);
  });

  it.each(["", "many", "-1", "1.5", "1e9", "99999999999999999999"])("of %j are as good as none", async (text) => {
    const clock = eventClock();
    const account = createAccount({ clock });
    const headers = { "X-RateLimit-Limit": text, "X-RateLimit-Burst": text, "X-RateLimit-Remaining": text };
    const all = () => Promise.all(Array.from({ length: 50 }, () => account.send(requestTo("x"), answer(200, headers))));
    expect(await seconds(clock, all)).toBe(0);
  });

  it("tell the poller to be sparing only while little is left", async () => {
    const account = createAccount({ clock: eventClock() });
    const told = (remaining: number) =>
      account.send(
        requestTo("groups"),
        answer(200, { "X-RateLimit-Limit": "120", "X-RateLimit-Remaining": String(remaining) }),
      );
    expect(account.spacing()).toBe(0);
    await told(100);
    expect(account.spacing()).toBe(0);
    await told(30);
    expect(account.spacing()).toBe(500);
  });
});

describe("the size of an answer", () => {
  const stream = (chunks: number): ReadableStream<Uint8Array> => {
    let left = chunks;
    return new ReadableStream({
      pull(controller) {
        if (left-- > 0) controller.enqueue(new Uint8Array(1024 * 1024));
        else controller.close();
      },
    });
  };

  it("may be 64 MiB", async () => {
    const response = await createAccount().send(requestTo("groups"), async () => new Response(stream(64)));
    expect((await response.arrayBuffer()).byteLength).toBe(64 * 1024 * 1024);
  });

  it("beyond that fails the read of the body, with a typed error", async () => {
    const response = await createAccount().send(requestTo("groups"), async () => new Response(stream(10_000)));
    expect(response.ok).toBe(true);
    expect(await errorOf(response.text())).toMatchObject({
      code: "unexpected-response",
      message: "the answer to GET /groups is larger than 64 MiB",
    });
  });

  it("is no question where there is no body", async () => {
    const response = await createAccount().send(requestTo("groups"), answer(204));
    expect([response.status, await response.text()]).toEqual([204, ""]);
  });
});

describe("with hundreds of calls under one signal", () => {
  afterEach(() => void vi.restoreAllMocks());

  it("nobody warns of listeners, and none is left", async () => {
    const warn = vi.fn();
    process.on("warning", warn);
    const abort = new AbortController();
    const added = vi.spyOn(abort.signal, "addEventListener");
    const removed = vi.spyOn(abort.signal, "removeEventListener");
    const account: Account = createAccount();
    const send = (): Promise<Response> => account.send({ ...fake, signal: abort.signal } as Request, answer());
    const fake = { method: "GET", url: "https://cloud.example/groups" };
    await Promise.all(Array.from({ length: 500 }, send));
    await settled();
    process.off("warning", warn);
    expect(warn).not.toHaveBeenCalled();
    expect(added).toHaveBeenCalledTimes(500);
    expect(removed).toHaveBeenCalledTimes(500);
  });
});

it("any mixture of calls and aborts ends, in order, within the allowance, with nothing sent that was aborted", async () => {
  const limiters = fc.record({
    limit: fc.integer({ min: 20, max: 120 }),
    burst: fc.integer({ min: 1, max: 9 }),
    model: fc.constantFrom("bucket", "small bucket", "windows"),
    offset: fc.integer({ min: 1, max: 60_000 }),
  });
  const calls = fc.array(
    fc.record({ at: fc.nat(100_000), abortAfter: fc.option(fc.nat(20_000), { nil: undefined }) }),
    { minLength: 1, maxLength: 60 },
  );
  await fc.assert(
    fc.asyncProperty(limiters, calls, async ({ limit, burst, model, offset }, wanted) => {
      const clock = eventClock();
      const capacity = model === "small bucket" ? Math.max(10, burst) : limit;
      const limiter = model === "windows" ? windows(limit, offset) : bucket(capacity, limit);
      const cloud = limitedCloud({ clock, limiter, told: { limit, burst } });
      const account = createAccount({ clock });
      const { signal: never } = new AbortController();
      await clock.run(() => account.send(requestTo("first"), cloud.fetch));
      const asked: string[] = [];
      const unsent = new Set<string>();
      await clock.run(() =>
        Promise.all(
          wanted.map(async ({ at, abortAfter }, index) => {
            await clock.sleep(at, never);
            const abort = new AbortController();
            const reason = new Error("enough");
            if (abortAfter !== undefined) void clock.sleep(abortAfter, never).then(() => abort.abort(reason));
            asked.push(`/${index}`);
            const request = requestTo(`${index}`, { method: "POST", signal: abort.signal });
            await account.send(request, cloud.fetch).catch((error: unknown) => {
              expect(error).toBe(reason);
              unsent.add(`/${index}`);
            });
          }),
        ),
      );
      expect(cloud.refused).toEqual([]);
      expect(cloud.mostAtOnce()).toBeLessThanOrEqual(burst);
      expect(cloud.accepted.slice(1)).toEqual(asked.filter((path) => !unsent.has(path)));
    }),
    { numRuns: 60 },
  );
});
