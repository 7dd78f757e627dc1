import type { Capabilities, ErrorCode, GroupId, PresentGroup, ResolvedStep, Rule, RuleId } from "@secgroup/core";
import type { Feature } from "../tally.ts";
import { tcp } from "./rule-of.ts";
import { ruleUpdates } from "./rule-updates.ts";
import { wrongTexts } from "./wrong-texts.ts";

const ruleId = "rule-1" as RuleId;

/** Something that the capabilities say the cloud cannot do. */
export interface Gap {
  readonly name: string;
  readonly feature: Feature;
  /** A document that asks for it, by what it says of a group, with the code of the core's refusal; none where a document cannot ask. */
  readonly desired?: Partial<PresentGroup> | undefined;
  readonly code: ErrorCode;
  /** Writes that ask for it, on a group that is there and has no rules. */
  readonly steps: (group: { readonly id: GroupId; readonly name: string }) => readonly ResolvedStep[];
}

/** Every way in which a group's own fields can ask for more than the cloud declares. */
export function fieldGaps({ groupName, groupDescription, tags }: Capabilities): readonly Gap[] {
  return [
    ...wrongTexts(groupName).map(([how, name]): Gap => ({
      name: `a group's name that is ${how}`,
      feature: "groupName",
      code: "invalid-name",
      desired: { name },
      steps: (group) => [
        { kind: "create-group", name, rules: [] },
        { kind: "update-group", group, fields: { name } },
      ],
    })),
    ...wrongTexts(groupDescription).map(([how, description]): Gap => ({
      name: `a group's description that is ${how}`,
      feature: "groupDescription",
      code: "unsupported",
      desired: { description },
      steps: (group) => [
        { kind: "create-group", name: "group-new", description, rules: [] },
        { kind: "update-group", group, fields: { description } },
      ],
    })),
    ...(tags.supported ? [] : [tagsGap]),
  ];
}

const tagsGap: Gap = {
  name: "tags",
  feature: "tags",
  code: "unsupported",
  desired: { tags: { team: "edge" } },
  steps: (group) => [
    { kind: "create-group", name: "group-new", tags: { team: "edge" }, rules: [] },
    { kind: "update-group", group, fields: { tags: { team: "edge" } } },
  ],
};

/** Writes of the granularity that the cloud does not have. No document can ask for them. */
export function granularityGaps({ writeGranularity }: Capabilities): readonly Gap[] {
  const gap = (name: string, steps: Gap["steps"]): Gap => ({
    name,
    feature: "writeGranularity",
    code: "unsupported",
    steps,
  });
  return writeGranularity === "rule"
    ? [
        gap("a complete set of rules", (group) => [
          { kind: "update-group", group, rules: { keep: [], add: [tcp(80)] } },
          { kind: "update-group", group, fields: { description: "new" }, rules: { keep: [], add: [] } },
        ]),
      ]
    : [
        gap("one rule by itself", (group) => [
          { kind: "create-rule", group, rule: tcp(80) },
          { kind: "delete-rule", group, ruleId },
        ]),
      ];
}

/** Updates of a rule that the cloud cannot do in place. No document can ask for them. */
export function updateGaps(capabilities: Capabilities): readonly Gap[] {
  const updates = ruleUpdates(capabilities);
  const gap = (name: string, feature: Feature, from: Rule, to: Rule): Gap => ({
    name,
    feature,
    code: "unsupported",
    steps: (group) => [{ kind: "update-rule", group, ruleId, from, to }],
  });
  return updates.length === 0
    ? [gap("an update of one rule", "ruleUpdates", tcp(80), tcp(80, 90))]
    : updates.flatMap(({ name, feature, from, to, isPossible }) => (isPossible ? [] : [gap(name, feature, from, to)]));
}
