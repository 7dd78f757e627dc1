import type { GroupHistoryEntry } from "@secgroup/simulator";
import { describe, expect, it } from "vitest";
import type { Change, PlainRule } from "../src/comparison/change.ts";
import { judgeHistory } from "../src/comparison/judge-history.ts";
import { measure } from "../src/comparison/measure.ts";
import { createWalk } from "../src/comparison/ways/terraform-walk.ts";
import { terraformGcore } from "../src/comparison/ways/terraform-gcore.ts";
import { terraformIonos } from "../src/comparison/ways/terraform-ionos.ts";
import type { Way } from "../src/comparison/way.ts";
import { writeGcoreRule, writeIonosRule } from "../src/comparison/wire-rules.ts";

const [wide, narrow, elsewhere] = ["10.0.0.0/8", "10.0.0.0/9", "192.0.2.0/24"].map((network) => ({
  port: 22,
  network,
})) as [PlainRule, PlainRule, PlainRule];
const history = (...states: readonly (readonly [at: number, rules: readonly PlainRule[]])[]): GroupHistoryEntry[] =>
  states.map(([at, rules]) => ({
    at,
    cloud: "ionos",
    exists: true,
    name: "web",
    description: "",
    rules: rules.map((rule) => ({ ...writeIonosRule(rule) })),
  }));

describe("the judgement on a history", () => {
  it.each([
    ["both at once", history([0, [wide]], [5, [wide, narrow]], [9, [narrow]]), [undefined, undefined, true]],
    ["nothing in between", history([0, [wide]], [5, []], [9, [narrow]]), [4, undefined, true]],
    ["nothing for a moment", history([0, [wide]], [5, []], [5, [narrow]]), [0, undefined, true]],
    ["something else too", history([0, [wide]], [5, [wide, elsewhere]], [7, [narrow]]), [undefined, 2, true]],
    ["the old rules", history([0, [wide]]), [undefined, undefined, false]],
  ])("of %s", (_, states, [interruptedMs, openedMs, isAsWanted]) => {
    expect(judgeHistory([wide], [narrow], states)).toEqual({ interruptedMs, openedMs, isAsWanted });
  });

  it("reads rules of both clouds", () => {
    const states = history([0, []]).map((entry) => ({ ...entry, rules: [{ ...writeGcoreRule(narrow) }] }));
    expect(judgeHistory([], [narrow], states).isAsWanted).toBe(true);
  });
});

describe("Terraform's walk", () => {
  it("has ten operations under way, and begins them in the order of asking", async () => {
    const walk = createWalk();
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const operations = Array.from({ length: 12 }, (_, index) =>
      walk(async () => {
        begun.push(index);
        await new Promise<void>((resolve) => ends.push(resolve));
      }),
    );
    await Promise.resolve();
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    ends[4]?.();
    await operations[4];
    expect(begun).toHaveLength(11);
    for (const end of ends) end();
    await operations[10];
    ends.at(-1)?.();
    await Promise.all(operations);
    expect(begun).toEqual(Array.from({ length: 12 }, (_, index) => index));
  });
});

describe("a measurement", () => {
  const change: Change = { name: "narrower", old: () => [wide], next: () => [narrow] };

  it("counts calls and time, as the provider's source makes them", async () => {
    // Two refreshed, one PATCH, the request twice, one read; 5 s between the looks at the request.
    expect(await measure(terraformIonos, change, 1)).toEqual({
      calls: 6,
      writes: 1,
      tookMs: 5_600,
      interruptedMs: undefined,
      openedMs: undefined,
      isAsWanted: true,
    });
    // Two refreshed; DELETE and its task twice; POST, its task twice, and the group.
    expect(await measure(terraformGcore("destroy first"), change, 1)).toMatchObject({
      calls: 9,
      writes: 2,
      tookMs: 6_900,
    });
  });

  it("is none when it does not end as wanted", async () => {
    const idle: Way = { cloud: "gcore", title: "nobody", kind: "run", lead: async () => {} };
    await expect(measure(idle, change, 1)).rejects.toThrow("nobody: narrower of 1 does not end as wanted");
  });

  it("is none when the cloud refuses a call", async () => {
    const wrong: Change = { ...change, next: () => [{ port: 70_000, network: "10.0.0.0/8" }] };
    await expect(measure(terraformIonos, wrong, 1)).rejects.toThrow(/answered with 4\d\d/);
  });
});
