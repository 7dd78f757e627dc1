import type { Dice } from "../dice.ts";
import { changeRules, drawRules } from "./draw-rules.ts";
import type { CloudName } from "./plain-rule.ts";
import type { GroupContent, ScenarioGroup, WantedGroup } from "./scenario.ts";

/** Much alike, so that mixing them up would show. */
const names = ["web", "web-1", "web 1", "Web", "webs", "web.1"] as const;
const descriptions = ["", "Web servers", "Anything else"] as const;
const tagSets = [{}, { team: "edge" }, { team: "core", stage: "test" }] as const;

type Fate = "unmentioned" | "keep" | "update" | "rename" | "create" | "delete" | "stay-absent";
const fates: readonly [Fate, ...Fate[]] = [
  "update",
  "update",
  "update",
  "update",
  "create",
  "create",
  "delete",
  "rename",
  "keep",
  "stay-absent",
  "unmentioned",
];

/** The groups of one target; at least one of them is in the document. */
export function drawGroups(dice: Dice, cloud: CloudName): readonly ScenarioGroup[] {
  const count = dice.between(1, 4);
  const drawn = names.slice(0, count).map((name, index) => ({
    name,
    fate: index === 0 ? dice.oneOf(["update", "create", "update", "delete", "rename"] as const) : dice.oneOf(fates),
  }));
  // Whom rules may refer to: whoever the document speaks of, and stays under that name.
  const steady = drawn.filter(({ fate }) => fate === "update" || fate === "keep");
  const most = dice.oneOf([2, 4, 4, 8]);
  return drawn.map(({ name, fate }): ScenarioGroup => {
    const peers = steady.filter((other) => other.name !== name).map((other) => other.name);
    const content = (): GroupContent => ({
      description: dice.oneOf(descriptions),
      tags: cloud === "gcore" ? dice.oneOf(tagSets) : {},
      rules: drawRules(dice, cloud, peers, most),
    });
    const wantedFrom = (before: GroupContent, newName: string): WantedGroup => ({
      name: newName,
      ...(dice.happens(0.3) && { description: dice.oneOf(descriptions) }),
      ...(cloud === "gcore" && dice.happens(0.3) && { tags: dice.oneOf(tagSets) }),
      rules: changeRules(dice, cloud, peers, before.rules),
      unlistedRules: dice.happens(0.85) ? "remove" : "keep",
    });
    switch (fate) {
      case "unmentioned":
        return { name, before: content() };
      case "stay-absent":
        return { name, wanted: "absent" };
      case "delete":
        return { name, before: content(), wanted: "absent" };
      case "create": {
        const made = content();
        const { tags, ...rest } = made;
        return { name, wanted: { name, ...rest, ...(cloud === "gcore" && { tags }), unlistedRules: "remove" } };
      }
      case "keep": {
        const before = content();
        return { name, before, wanted: { name, rules: before.rules, unlistedRules: "remove" } };
      }
      case "update": {
        const before = content();
        return { name, before, wanted: wantedFrom(before, name) };
      }
      case "rename": {
        const before = content();
        return { name, before, wanted: wantedFrom(before, `${name} new`) };
      }
    }
  });
}
