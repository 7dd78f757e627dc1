import { expect, it } from "vitest";
import { afterFailure, type GroupFields } from "../../src/gcore/after-failure.ts";
import { defaultQuirks, gcoreQuirks } from "../../src/gcore/gcore-quirks.ts";
import { withDefaults } from "../../src/gcore/rule-content.ts";
import { tcp } from "./gcore-world.ts";

const rule = (port: number, description: string): GroupFields["rules"][number] => ({
  id: `${port} ${description}`,
  content: withDefaults({ ...tcp(port), description }),
  createdAt: 0,
});
const fields = (name: string, ...rules: readonly GroupFields["rules"][number][]): GroupFields => ({
  name,
  description: name,
  rules,
});

it("leaves what the quirk says, and never two rules that are duplicates", () => {
  const before = fields("before", rule(1, "stays"), rule(2, "old"), rule(3, "goes"));
  const present = fields("present", rule(1, "stays"), rule(2, "new"), rule(4, "comes"));
  const kept = before.rules[0];
  if (kept === undefined) throw new Error("There is a first rule.");
  const now = { ...present, rules: [kept, ...present.rules.slice(1)] };
  const left = gcoreQuirks.partialFailure.values.map((partialFailure) => {
    const { name, description, rules } = afterFailure(before, now, { ...defaultQuirks, partialFailure });
    return [partialFailure, name, description, ...rules.map(({ id }) => id)];
  });
  expect(left).toEqual([
    ["moves-kept", "present", "present", "1 stays", "2 new", "4 comes"],
    ["undone", "before", "before", "1 stays", "2 old", "3 goes"],
    ["additions-kept", "present", "present", "3 goes", "1 stays", "2 new", "4 comes"],
    ["removals-kept", "present", "present", "1 stays"],
  ]);
});
