import { describe, expect, it } from "vitest";
import { createMortalProcess, createVirtualTime, delayFetch, type Crash } from "../../src/index.ts";

const get = (name: number): Request => new Request(`http://a/${name}`);

/** A process that journals before and after each request, and cleans up at its end. */
async function live(crash: Crash | undefined) {
  const time = createVirtualTime({ start: 0 });
  const log: string[] = [];
  const cloud = delayFetch(
    async ({ url }) => {
      log.push(`cloud ${new URL(url).pathname.slice(1)}`);
      return new Response();
    },
    time,
    { roundTripMs: 100 },
  );
  const process = createMortalProcess(crash);
  const fetch = process.fetch(cloud);
  const clock = process.clock(time);
  const journal = process.guard(async (line: string) => void log.push(`journal ${line}`));
  const work = async (): Promise<string> => {
    try {
      for (let name = 1; name <= 2; name++) {
        await journal(`before ${name}`);
        await fetch(get(name));
        log.push(`saw ${name}`);
        await journal(`after ${name}`);
        await clock.sleep(1000);
      }
      return "done";
    } finally {
      await journal("end");
    }
  };
  const life = await time.run(() => process.run(work));
  // What the dead process left behind has its time, and changes nothing.
  await time.run(() => time.sleep(10_000));
  return { life, log, process };
}

const whole = ["journal before 1", "cloud 1", "saw 1", "journal after 1", "journal before 2", "cloud 2", "saw 2"];

describe("a process", () => {
  it("that is not to die ends with its result", async () => {
    const { life, log } = await live(undefined);
    expect(life).toEqual({ status: "ended", result: "done" });
    expect(log).toEqual([...whole, "journal after 2", "journal end"]);
  });

  it.each<{ crash: Crash; log: readonly string[] }>([
    { crash: { request: 1, when: "before" }, log: whole.slice(0, 1) },
    { crash: { request: 1, when: "unseen" }, log: whole.slice(0, 2) },
    { crash: { request: 1, when: "seen" }, log: whole.slice(0, 3) },
    { crash: { request: 2, when: "before" }, log: whole.slice(0, 5) },
    { crash: { request: 2, when: "unseen" }, log: whole.slice(0, 6) },
    { crash: { request: 2, when: "seen" }, log: whole },
  ])(
    "dies at request $crash.request, $crash.when, and does nothing more, not even clean up",
    async ({ crash, log }) => {
      const lived = await live(crash);
      expect(lived.life).toEqual({ status: "crashed" });
      expect(lived.log).toEqual(log);
    },
  );

  it("whose request is one that never comes does not die", async () => {
    expect((await live({ request: 3, when: "before" })).life.status).toBe("ended");
  });

  it("rejects with what its work rejects with", async () => {
    const failure = new Error("no");
    await expect(createMortalProcess().run(() => Promise.reject(failure))).rejects.toBe(failure);
  });

  it("sees errors of its effects", async () => {
    const failure = new TypeError("fetch failed");
    const process = createMortalProcess();
    await expect(process.fetch(() => Promise.reject(failure))(get(1))).rejects.toBe(failure);
  });

  it("leaves requests that are under way to arrive, and sees none of their answers", async () => {
    const time = createVirtualTime({ start: 0 });
    const arrived: string[] = [];
    const seen: string[] = [];
    const process = createMortalProcess({ request: 3, when: "before" });
    const cloud = delayFetch(async ({ url }) => new Response(String(arrived.push(url))), time, { roundTripMs: 100 });
    const fetch = process.fetch(cloud);
    const send = async (name: number): Promise<void> => void seen.push((await fetch(get(name))).statusText);
    const work = async (): Promise<void> => {
      const first = [send(1), send(2)];
      await time.sleep(10);
      await Promise.all([...first, send(3)]);
    };
    expect(await time.run(() => process.run(work))).toEqual({ status: "crashed" });
    await time.run(() => time.sleep(1000));
    expect(arrived).toEqual(["http://a/1", "http://a/2"]);
    expect(seen).toEqual([]);
  });

  it("once dead does not begin again", async () => {
    const { process } = await live({ request: 1, when: "seen" });
    let hasBegun = false;
    expect(await process.run(async () => (hasBegun = true))).toEqual({ status: "crashed" });
    expect(hasBegun).toBe(false);
  });
});
