import type { GroupId, Rule } from "../model/rule.ts";

/** Replaces the name of a remote group by its id where the id is known; other rules are returned as they are. */
export function resolveReferences(rules: readonly Rule[], ids: ReadonlyMap<string, GroupId>): readonly Rule[] {
  return rules.map((rule) => {
    if (rule.remote.kind !== "named-group") return rule;
    const id = ids.get(rule.remote.name);
    return id === undefined ? rule : { ...rule, remote: { kind: "group", id } };
  });
}

/** The names of groups that the rule needs and whose id is not known. */
export function unresolvedNames(rules: readonly Rule[]): readonly string[] {
  return rules.flatMap((rule) => (rule.remote.kind === "named-group" ? [rule.remote.name] : []));
}
