import { expect, it } from "vitest";
import type { Rule, RuleId, Step } from "../../src/index.ts";
import { draftOf } from "../../src/memory/draft-of.ts";
import { rulesBroughtBy } from "../../src/plan/rules-brought-by.ts";
import { tcp } from "../support/describe-waves.ts";

const group = { name: "web" };
const ruleId = "r" as RuleId;

it.each<[string, Step, readonly Rule[]]>([
  ["a new group: its rules", { kind: "create-group", name: "web", rules: [tcp(1), tcp(2)] }, [tcp(1), tcp(2)]],
  ["a new rule", { kind: "create-rule", group, rule: tcp(1) }, [tcp(1)]],
  ["an update: what the rule becomes", { kind: "update-rule", group, ruleId, from: tcp(1), to: tcp(2) }, [tcp(2)]],
  ["a set: what it adds", { kind: "update-group", group, rules: { keep: [draftOf(tcp(1))], add: [tcp(2)] } }, [tcp(2)]],
  ["fields: none", { kind: "update-group", group, fields: { description: "new" } }, []],
  ["a deleted rule: none", { kind: "delete-rule", group, ruleId }, []],
  ["a deleted group: none", { kind: "delete-group", group }, []],
])("brings %s", (_, step, wanted) => {
  expect(rulesBroughtBy(step)).toEqual(wanted);
});
