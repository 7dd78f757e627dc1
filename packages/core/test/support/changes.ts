import {
  diffGroup,
  type GroupChanges,
  type GroupId,
  type ObservedGroup,
  type Rule,
  type RuleId,
} from "../../src/index.ts";
import { draftOf } from "../../src/memory/draft-of.ts";
import { present } from "./memory-target.ts";

/** A group on the cloud; its rules have the ids `<name> 0`, `<name> 1` and so on. */
export function observedGroup(name: string, rules: readonly Rule[]): ObservedGroup {
  return {
    id: `id of ${name}` as GroupId,
    name,
    description: "",
    tags: {},
    readOnlyTags: {},
    unreadable: [],
    rules: rules.map((rule, index) => ({
      id: `${name} ${index}` as RuleId,
      rule,
      draft: draftOf(rule),
      providerOwned: false,
    })),
  };
}

/** The changes of a group that stands. */
export function updateOf(
  name: string,
  before: readonly Rule[],
  after: readonly Rule[],
  relabels = false,
): GroupChanges {
  const observed = observedGroup(name, before);
  return { kind: "update", observed, diff: diffGroup(observed, present(name, { rules: after })), relabels };
}

/** The changes of a group that is to come. */
export function creationOf(name: string, rules: readonly Rule[]): GroupChanges {
  return { kind: "create", desired: present(name, { rules }) };
}

/** The changes of a group that is to go. */
export function deletionOf(name: string, rules: readonly Rule[]): GroupChanges {
  return { kind: "delete", observed: observedGroup(name, rules) };
}
