import { ruleKey, type ObservedGroup, type Rule } from "@secgroup/core";
import { Document, isCollection, isMap, isSeq, type Node } from "yaml";
import type { Target } from "../configuration.ts";
import type { GroupEntry, SecurityGroupDocument, TargetEntry } from "../document.ts";
import { escapeValues } from "../source/expand-environment.ts";
import { nameGroups, type ImportedGroup, type NamedGroup } from "./name-groups.ts";
import { writeEgress, writeIngress } from "./write-entries.ts";

export type { ImportedGroup } from "./name-groups.ts";

/**
 * The document in YAML that says what the targets hold, so that its plan is empty at once; the same groups give the same text.
 *
 * A group whose name is not the only one on its target is written with its id. A group with rules that belong to the provider,
 * or that the cloud holds more than once, or that were not read, keeps its unlisted rules, because a document cannot list those; a comment says so. A group without a name, or with rules that have no canonical
 * form, cannot be managed; it is left out, and a comment says so.
 */
export function writeDocument(targets: readonly Target[], groups: readonly ImportedGroup[]): string {
  const named = nameGroups(targets, groups).filter(({ group }) => whyLeftOut(group) === undefined);
  const content: SecurityGroupDocument = {
    targets: Object.fromEntries(targets.map((target) => [target.name, writeTarget(target)])),
    groups: Object.fromEntries(named.map((group) => [group.key, writeGroup(group, named)])),
  };
  const document = new Document(escapeValues(content), { schema: "core", aliasDuplicateObjects: false });
  const remarks = [...groups.flatMap(describeLeftOut), ...named.flatMap(describeUnlisted)];
  if (remarks.length > 0) document.commentBefore = remarks.toSorted().join("\n");
  for (const target of children(document.get("targets", true))) writeOnOneLine(target);
  for (const group of children(document.get("groups", true))) {
    for (const direction of ["ingress", "egress"]) {
      for (const rule of isMap(group) ? children(group.get(direction, true)) : []) writeOnOneLine(rule);
    }
  }
  return document.toString({ lineWidth: 0 });
}

/** Why no document can manage the group; nothing when one can. */
function whyLeftOut({ name, unreadable }: ObservedGroup): string | undefined {
  if (name === "") return "it has no name";
  if (unreadable.length === 0) return undefined;
  // A reason may hold anything, and a line break would end the comment.
  const reasons = JSON.stringify(unreadable.map(({ id, reason }) => `${id}: ${reason}`).join("; "));
  return `it has rules that no document can say: ${reasons}`;
}

function describeLeftOut({ target, group }: ImportedGroup): readonly string[] {
  const why = whyLeftOut(group);
  if (why === undefined) return [];
  return [` The group ${JSON.stringify(group.name)} (${group.id}) on ${JSON.stringify(target)} is left out; ${why}`];
}

/** The rules that a document can list: each once, and none of the provider's. */
function listedRules({ rules }: ObservedGroup): readonly Rule[] {
  const own = rules.filter(({ providerOwned }) => !providerOwned).map(({ rule }) => rule);
  return [...new Map(own.toReversed().map((rule) => [ruleKey(rule), rule])).values()].toReversed();
}

function describeUnlisted({ target, group, unlisted: unread }: NamedGroup): readonly string[] {
  const unlisted = group.rules.length - listedRules(group).length;
  const provided = group.rules.filter(({ providerOwned }) => providerOwned).length;
  const reasons = [
    ...(provided > 0 ? [`${provided} belong to the provider`] : []),
    ...(unlisted > provided ? [`the cloud holds ${unlisted - provided} more than once`] : []),
    ...(unread === undefined ? [] : [unread]),
  ];
  if (reasons.length === 0) return [];
  return [
    ` The group ${JSON.stringify(group.name)} on ${JSON.stringify(target)} keeps unlisted rules: ${reasons.join(", ")}`,
  ];
}

function writeTarget(target: Target): TargetEntry {
  if (target.cloud === "ionos") return { cloud: "ionos", datacenter: target.datacenter };
  return { cloud: "gcore", project: target.project, region: target.region };
}

function writeGroup({ target, key, group, isAmbiguous, unlisted }: NamedGroup, all: readonly NamedGroup[]): GroupEntry {
  const neighbours = all.filter((other) => other.target === target);
  const nameGroup = (idOrName: string): string =>
    (
      neighbours.find((other) => other.group.id === idOrName) ??
      neighbours.find((other) => other.group.name === idOrName)
    )?.key ?? idOrName;
  const rules = listedRules(group);
  return {
    on: target,
    ...(key !== group.name && { name: group.name }),
    ...(isAmbiguous && { id: group.id }),
    ...(group.description !== "" && { description: group.description }),
    ...(Object.keys(group.tags).length > 0 && { tags: sortFields(group.tags) }),
    ...((rules.length < group.rules.length || unlisted !== undefined) && { unlistedRules: "keep" as const }),
    ingress: writeIngress(rules, nameGroup),
    egress: writeEgress(rules, nameGroup),
  };
}

function sortFields(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

function children(node: unknown): readonly Node[] {
  if (isMap<unknown, Node>(node)) return node.items.flatMap(({ value }) => (value ? [value] : []));
  return isSeq<Node>(node) ? node.items : [];
}

function writeOnOneLine(node: Node): void {
  if (isCollection(node)) node.flow = true;
}
