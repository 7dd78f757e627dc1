import { expect, it } from "vitest";
import { lintRules } from "../../src/index.ts";
import { tcp } from "./support.ts";

it("says what is open, what is redundant and what can be merged, each with its level", () => {
  const findings = lintRules([tcp("22"), tcp("80", "10.0.0.0/9"), tcp("80", "10.128.0.0/9"), tcp("22", "10.0.0.1")]);
  expect(findings).toMatchObject([
    { id: "ssh-open-to-world", level: "error", rules: [0] },
    { id: "redundant-rule", level: "warning", rule: 3, coveredBy: [0] },
    { id: "mergeable-rules", level: "note", rules: [1, 2], merged: [tcp("80", "10.0.0.0/8")] },
  ]);
  expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
});

it("tells together what becomes of rules that share a part", () => {
  const rules = [
    tcp("11-12", "10.0.0.0/30"),
    tcp("10-11", "10.0.0.0/31"),
    tcp("12-13", "10.0.0.2/31"),
    tcp("80"),
    tcp("81"),
  ];
  expect(lintRules(rules)).toEqual([
    {
      id: "mergeable-rules",
      level: "note",
      rules: [0, 1, 2],
      merged: [tcp("10-12", "10.0.0.0/31"), tcp("11-13", "10.0.0.2/31")],
    },
    { id: "mergeable-rules", level: "note", rules: [3, 4], merged: [tcp("80-81")] },
  ]);
});
