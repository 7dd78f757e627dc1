import { describe, expect, it } from "vitest";
import type { Capabilities, PresentGroup } from "../../../src/index.ts";
import { describeWavesOfGroups, targetOf, tcp } from "../../support/describe-waves.ts";
import { memoryTarget, present } from "../../support/memory-target.ts";
import { byRuleSet, from, inPlace, notInPlace } from "./expect-waves.ts";

describe("new groups", () => {
  const group = (name: string, ...remotes: string[]): PresentGroup =>
    present(name, { rules: [tcp(22), ...remotes.map(from)] });
  const wavesOf = async (capabilities: Partial<Capabilities>, ...groups: PresentGroup[]): Promise<string[][]> =>
    describeWavesOfGroups(targetOf(await memoryTarget(capabilities).plan(groups)), []);

  it.each([
    ["rule by rule", inPlace],
    ["whole rule sets", byRuleSet],
  ])("are one write each with their rules, all at once, with %s", async (_, capabilities) => {
    expect(await wavesOf(capabilities, group("a"), present("b", { rules: [tcp(1), tcp(2)] }), present("c"))).toEqual([
      ["a: create group with 22", "b: create group with 1 2", "c: create group"],
    ]);
  });

  it.each([
    ["rule by rule", inPlace],
    ["whole rule sets", byRuleSet],
  ])("are created in the order of their references, with %s", async (_, capabilities) => {
    expect(await wavesOf(capabilities, group("database", "app"), group("app", "web"), group("web"))).toEqual([
      ["web: create group with 22"],
      ["app: create group with 22 tcp from web"],
      ["database: create group with 22 tcp from app"],
    ]);
  });

  it("take one more write when they refer to themselves", async () => {
    expect(await wavesOf(inPlace, group("web", "web"))).toEqual([
      ["web: create group with 22"],
      ["web: create tcp from web"],
    ]);
    expect(await wavesOf(byRuleSet, group("web", "web"))).toEqual([
      ["web: create group with 22"],
      ["web: add 22 tcp from web"],
    ]);
  });

  it("take one more write when they refer in a circle", async () => {
    expect(await wavesOf(byRuleSet, group("a", "b"), group("b", "a"))).toEqual([
      ["a: create group with 22"],
      ["b: create group with 22 tcp from a"],
      ["a: add 22 tcp from b"],
    ]);
    expect(await wavesOf(inPlace, group("a", "b"), group("b", "a"))).toEqual([
      ["a: create group with 22"],
      ["b: create group with 22 tcp from a"],
      ["a: create tcp from b"],
    ]);
  });

  it.each([
    ["rule by rule", inPlace],
    ["rule by rule without updates", notInPlace],
    ["whole rule sets", byRuleSet],
  ])("end up as desired, whatever the circle, with %s", async (_, capabilities) => {
    const target = memoryTarget(capabilities);
    target.cloud.seed({ name: "old", rules: [tcp(1)] });
    const desired = [group("a", "b", "a", "c"), group("b", "a"), group("c", "b", "old"), group("old", "c", "a")];
    const plan = await target.plan(desired);
    expect(targetOf(plan).unproved).toEqual([]);
    const report = await target.apply(plan);
    expect(report.targets[0]?.error).toBeUndefined();
    expect(targetOf(await target.plan(desired)).waves).toEqual([]);
    const ids = new Map<string, string>(target.cloud.groups().map(({ name, id }) => [name, id]));
    const idsOf = (...names: string[]): string[] => names.map((name) => ids.get(name) ?? "").toSorted();
    const remotes = target.cloud
      .groups()
      .map(({ name, rules }) => [
        name,
        rules.flatMap(({ rule }) => (rule.remote.kind === "group" ? [rule.remote.id] : [])).toSorted(),
      ]);
    expect(Object.fromEntries(remotes)).toEqual({
      a: idsOf("a", "b", "c"),
      b: idsOf("a"),
      c: idsOf("b", "old"),
      old: idsOf("c", "a"),
    });
  });
});
