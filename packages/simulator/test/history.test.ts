import { describe, expect, it } from "vitest";
import { createHistory, type GroupHistoryEntry } from "../src/history.ts";

const entry = (at: number, rules: readonly Record<string, unknown>[] = []): GroupHistoryEntry => ({
  at,
  cloud: "ionos",
  exists: true,
  name: "web",
  description: "",
  rules,
});

describe("history", () => {
  it("keeps states in order and leaves out those that change nothing", () => {
    const history = createHistory();
    history.record("g", entry(1));
    history.record("g", entry(2));
    history.record("g", entry(3, [{ protocol: "TCP" }]));
    history.record("g", entry(4));
    history.record("other", entry(5));
    expect(history.of("g").map(({ at }) => at)).toEqual([1, 3, 4]);
    expect(history.of("nobody")).toEqual([]);
  });

  it("is not changed by what happens to a rule later", () => {
    const history = createHistory();
    const rule = { protocol: "TCP" };
    history.record("g", entry(1, [rule]));
    rule.protocol = "UDP";
    expect(history.of("g")[0]?.rules).toEqual([{ protocol: "TCP" }]);
  });
});
