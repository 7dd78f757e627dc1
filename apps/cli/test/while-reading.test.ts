import { describe, expect, it } from "vitest";
import { whileReading } from "../src/progress/while-reading.ts";

/** What is written while a read takes so many seconds. */
async function written(isTerminal: boolean, seconds: number): Promise<string> {
  let text = "";
  let now = 0;
  let tick = (): void => {};
  let stopped = false;
  const context = {
    stderr: { write: (part: string) => void (text += part), isTerminal, hasColor: false, columns: 40 },
    clock: { now: () => now, sleep: async () => {} },
    every: (_milliseconds: number, callback: () => void) => {
      tick = callback;
      return () => void (stopped = true);
    },
  };
  const read = whileReading(["fra", "lux"], context, async () => {
    for (let second = 0; second < seconds; second++) {
      now += 1_000;
      tick();
    }
    throw new Error("no answer");
  });
  await expect(read).rejects.toThrow("no answer");
  expect(stopped).toBe(true);
  return text;
}

describe("while targets are read", () => {
  it("says nothing in less than a second", async () => {
    expect(await written(true, 0)).toBe("");
    expect(await written(false, 0)).toBe("");
  });

  it("counts the seconds on a terminal, on one line that is gone at the end", async () => {
    expect(await written(true, 2)).toBe(
      "\r\u001B[2K  reading fra, lux, 1 s\r\u001B[2K  reading fra, lux, 2 s\r\u001B[2K",
    );
  });

  it("says it in a pipe after a second, and again every ten", async () => {
    expect(await written(false, 3)).toBe("reading fra, lux, 1 s\n");
    expect(await written(false, 12)).toBe("reading fra, lux, 1 s\nreading fra, lux, 11 s\n");
  });
});
