import { expect, it } from "vitest";
import { createChecklist } from "../src/checklist.ts";

it("prints a line for each check, and what is wrong below; one that throws has failed", async () => {
  const lines: string[] = [];
  const { check, passed, failed } = createChecklist(1, (line) => lines.push(line.replace(/ {2}\d+\.\d s$/, "")));
  const results = await Promise.all([
    check("fine", async () => []),
    check("broken", async () => ["this is wrong"]),
    check("thrown", () => Promise.reject(new Error("no"))),
  ]);
  expect(results).toEqual([true, false, false]);
  expect(lines).toEqual(["ok      fine", "failed  broken", "this is wrong", "failed  thrown", "Error: no"]);
  expect([passed(), failed()]).toEqual([1, 2]);
});

it("runs as many at once as it was told, and no more", async () => {
  const { check } = createChecklist(2, () => {});
  const running = new Set<number>();
  let most = 0;
  const work = (index: number) => async (): Promise<readonly string[]> => {
    running.add(index);
    most = Math.max(most, running.size);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    running.delete(index);
    return [];
  };
  await Promise.all([1, 2, 3, 4, 5].map((index) => check(String(index), work(index))));
  expect([most, running.size]).toEqual([2, 0]);
});
