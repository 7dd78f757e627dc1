import { describe, expect, it } from "vitest";
import { mapConcurrently } from "../../src/index.ts";

const turn = (): Promise<void> => Promise.resolve();

describe("mapConcurrently", () => {
  it("answers in the order of the items, with at most so many calls under way", async () => {
    let running = 0;
    let most = 0;
    const answers = await mapConcurrently(3, [5, 1, 4, 2, 3], async (item) => {
      most = Math.max(most, ++running);
      for (let index = 0; index < item; index++) await turn();
      running--;
      return item * 10;
    });
    expect(answers).toEqual([50, 10, 40, 20, 30]);
    expect(most).toBe(3);
  });

  it("begins no further call after a failure, and rejects with it", async () => {
    const begun: number[] = [];
    const map = mapConcurrently(2, [1, 2, 3, 4, 5, 6], async (item) => {
      begun.push(item);
      await turn();
      if (item === 2) throw new Error("no");
      await turn();
      await turn();
    });
    await expect(map).rejects.toThrow("no");
    expect(begun).toEqual([1, 2]);
  });
});
