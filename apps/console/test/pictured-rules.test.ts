import type { GroupPlan, Rule } from "@secgroup/core";
import { normalizeRule } from "@secgroup/core";
import { expect, it } from "vitest";
import { picturedRules } from "../src/picture/pictured-rules.ts";

function tcp(port: number): Rule {
  const draft = { direction: "ingress", ipVersion: "IPv4", protocol: "tcp", ports: { from: port, to: port } };
  const normalized = normalizeRule(draft, "cloud");
  const [rule] = normalized.ok ? normalized.rules : [];
  if (rule === undefined) throw new Error("no rule");
  return rule;
}

const standing = (port: number): { readonly id: never; readonly rule: Rule; readonly description: string } => ({
  id: `r-${port}` as never,
  rule: tcp(port),
  description: "new",
});
const base = { key: "web", name: "web", base: "" };

it.each<[GroupPlan["action"], GroupPlan, readonly (readonly [number, string])[]]>([
  ["create", { ...base, action: "create", added: [tcp(1)] }, [[1, "after"]]],
  ["delete", { ...base, action: "delete", id: "g" as never, removed: [standing(1)] }, [[1, "before"]]],
  ["stay-absent", { ...base, action: "stay-absent" }, []],
  [
    "update",
    {
      ...base,
      action: "update",
      id: "g" as never,
      previousName: "web",
      added: [tcp(1)],
      removed: [standing(2)],
      relabelled: [standing(3)],
      relabelsLeft: [standing(4)],
      kept: [standing(5)],
      unlistedKept: [standing(6)],
      unlistedRules: "keep",
    },
    [
      [1, "after"],
      [2, "before"],
      [3, "always"],
      [5, "always"],
      [4, "always"],
      [6, "always"],
    ],
  ],
])("%s: which rules stand before and after", (_action, group, wanted) => {
  expect(
    picturedRules(group).map(({ rule, stands }) => [
      "ports" in rule && rule.ports !== "all" && rule.ports.from,
      stands,
    ]),
  ).toEqual(wanted);
});

it("notes what a rule is for, what a label becomes, and that a change moves no packet", () => {
  const noted = picturedRules({
    ...base,
    action: "update",
    id: "g" as never,
    previousName: "web",
    added: [tcp(1), { ...tcp(2), description: "wiki" }],
    removed: [standing(3)],
    relabelled: [{ ...standing(4), rule: { ...tcp(4), description: "old" } }],
    relabelsLeft: [],
    kept: [{ ...standing(5), rule: { ...tcp(5), description: "site" } }],
    unlistedKept: [],
    unlistedRules: "remove",
    traffic: { opens: [], closes: [], withoutEffect: { added: [1], removed: [0] } },
  });
  expect(noted.map(({ note }) => note)).toEqual([
    "",
    "wiki (no effect on traffic)",
    "(no effect on traffic)",
    '"old" → "new"',
    "site",
  ]);
});
