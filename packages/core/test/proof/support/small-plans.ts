import fc from "fast-check";
import type { Capabilities, GroupChanges, Limits, Rule } from "../../../src/index.ts";
import { memoryCapabilities } from "../../../src/memory/memory-capabilities.ts";
import { describeInput } from "./describe-input.ts";
import { creationOf, deletionOf, rulesAfter, rulesBefore, updateOf } from "./group-changes.ts";
import { smallChange, twoSmallChanges, type ChangeSize, type SmallChange } from "./small-changes.ts";

/** What a planner is handed. */
export interface PlanInput {
  readonly changes: readonly GroupChanges[];
  readonly capabilities: Capabilities;
  readonly limits: Limits;
}

const noUpdates: Capabilities["ruleUpdates"] = { supported: false, reason: "its rules stay as they are" };

const writtenByRule: fc.Arbitrary<Capabilities> = fc
  .constantFrom<Capabilities["ruleUpdates"]>(
    { supported: true, immutable: ["direction", "ipVersion", "protocol"], unclearable: ["ports"] },
    { supported: true, immutable: [], unclearable: [] },
    noUpdates,
  )
  .map((ruleUpdates) => ({ ...memoryCapabilities, writeGranularity: "rule", ruleUpdates }));

const writtenBySet: fc.Arbitrary<Capabilities> = fc.constant({
  ...memoryCapabilities,
  writeGranularity: "rule-set",
  ruleUpdates: noUpdates,
});

const whole: ChangeSize = { shared: 2, relabelled: 1, edited: 2, gone: 2, fresh: 2, copies: true };
const half: ChangeSize = { shared: 1, relabelled: 1, edited: 1, gone: 1, fresh: 1, copies: false };
const large: ChangeSize = { shared: 3, relabelled: 1, leastEdited: 5, edited: 6, gone: 2, fresh: 2, copies: true };
const rarely: fc.Arbitrary<boolean> = fc.nat(3).map((number) => number === 3);

/** Plans of one group on a cloud that is written rule by rule; tight limits are frequent. */
export const oneGroupByRule: fc.Arbitrary<PlanInput> = updates(
  writtenByRule,
  smallChange(whole).map((change) => [change]),
);

/** Plans of two groups on such a cloud. */
export const twoGroupsByRule: fc.Arbitrary<PlanInput> = updates(writtenByRule, twoSmallChanges(half));

/** Plans of one group on a cloud that takes whole rule sets. */
export const oneGroupBySet: fc.Arbitrary<PlanInput> = updates(
  writtenBySet,
  smallChange({ ...whole, copies: false }).map((change) => [change]),
);

/** Plans of two groups on such a cloud. */
export const twoGroupsBySet: fc.Arbitrary<PlanInput> = updates(writtenBySet, twoSmallChanges(half));

/** Plans with more rules than anybody can look at every order of; written rule by rule. */
export const manyRulesByRule: fc.Arbitrary<PlanInput> = updates(
  writtenByRule,
  smallChange(large).map((change) => [change]),
);

/** The same, written by rule sets and without new descriptions, which no order may be safe for. */
export const manyRulesBySet: fc.Arbitrary<PlanInput> = withoutLabels(
  updates(
    writtenBySet,
    smallChange({ ...large, copies: false }).map((change) => [change]),
  ),
);

/** The same plans where no group comes near the limit. */
export function withRoom(inputs: fc.Arbitrary<PlanInput>): fc.Arbitrary<PlanInput> {
  return inputs.map((input) => describable({ ...input, limits: { rulesPerGroup: 1000 } }));
}

/** The plans that change no descriptions. */
export function withoutLabels(inputs: fc.Arbitrary<PlanInput>): fc.Arbitrary<PlanInput> {
  return inputs.filter(({ changes }) => changes.every((change) => change.kind === "update" && !change.relabels));
}

/** Plans of a group beside another that comes or goes, with rules that name each other, on either kind of cloud. */
export const groupsThatComeAndGo: fc.Arbitrary<PlanInput> = fc
  .record({
    capabilities: fc.oneof(writtenByRule, writtenBySet),
    pair: twoSmallChanges(half),
    comes: fc.boolean(),
    room: fc.nat(3),
  })
  .map(({ capabilities, pair: [first, second], comes, room }) => {
    const relabels = capabilities.ruleUpdates.supported;
    const changes = comes
      ? [
          updateOf("g", { old: withoutGroup(first.old), wanted: byName(first.wanted) }, { relabels }),
          creationOf("h", { old: [], wanted: byName(second.wanted) }),
        ]
      : [updateOf("g", { ...first, wanted: withoutGroup(first.wanted) }, { relabels }), deletionOf("h", second)];
    return inputOf(capabilities, changes, room);
  });

function updates(
  clouds: fc.Arbitrary<Capabilities>,
  changeLists: fc.Arbitrary<readonly SmallChange[]>,
): fc.Arbitrary<PlanInput> {
  const room = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2 }), fc.constant(100));
  return fc
    .record({
      capabilities: clouds,
      changes: changeLists,
      room,
      relabels: rarely,
      describes: fc.tuple(rarely, rarely),
      keeps: fc.tuple(rarely, rarely),
    })
    .map(({ capabilities, changes, room, relabels, describes, keeps }) => {
      const { writeGranularity, ruleUpdates } = capabilities;
      const names = ["g", "h"];
      return inputOf(
        capabilities,
        changes.map((change, index) =>
          updateOf(names[index] ?? "", change, {
            describes: describes[index] ?? false,
            unlistedRules: keeps[index] ? "keep" : "remove",
            // Rule by rule, descriptions change where that is possible in place; by rule sets, where it is asked for.
            relabels: writeGranularity === "rule" ? ruleUpdates.supported : relabels,
          }),
        ),
        room,
      );
    });
}

/** Every group fits into the limit before and after, and has room for so many rules more in between. */
function inputOf(capabilities: Capabilities, changes: readonly GroupChanges[], room: number): PlanInput {
  const counts = changes.flatMap((change) => [rulesBefore(change).length, rulesAfter(change).length]);
  return describable({ changes, capabilities, limits: { rulesPerGroup: Math.max(...counts) + room } });
}

/** Shows in a counterexample what matters of it. */
function describable(input: PlanInput): PlanInput {
  const described = { [fc.toStringMethod]: () => describeInput(input) };
  return { ...input, ...described };
}

function withoutGroup(rules: readonly Rule[]): readonly Rule[] {
  return rules.filter(({ remote }) => remote.kind !== "group" || remote.id !== "h");
}

/** The group that is to come has no id yet. */
function byName(rules: readonly Rule[]): readonly Rule[] {
  return rules.map((rule) =>
    rule.remote.kind === "group" && rule.remote.id === "h"
      ? { ...rule, remote: { kind: "named-group", name: rule.remote.id } }
      : rule,
  );
}
