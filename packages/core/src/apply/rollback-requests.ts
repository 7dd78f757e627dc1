import { SecurityGroupError } from "../error/security-group-error.ts";
import type { DesiredGroup, ObservedGroup } from "../model/group.ts";
import type { Rule } from "../model/rule.ts";
import type { GroupRequest } from "../plan/group-request.ts";
import type { GroupPlan } from "../plan/plan.ts";
import type { ObservedTarget } from "../plan/read-target.ts";
import { findPlanned } from "./target-run.ts";
import type { TargetRecord } from "./read-journal.ts";

/**
 * What the groups of a plan are to be so that the target is again what it was before: groups that it made are to go, groups that it deleted are made anew,
 * with a new id, and the others get back their fields and rules.
 *
 * Plan it like any other wish, under the same laws. Rules that somebody added since are removed as well. Throws `unreadable-rule` for a group that held a rule
 * which could not be understood.
 */
export function rollbackRequests(record: TargetRecord, observed: ObservedTarget): readonly GroupRequest[] {
  const gone = new Map(
    [...record.before.values()].flatMap((group) =>
      group !== undefined && !observed.some((entry) => entry.group.id === group.id) ? [[group.id, group.name]] : [],
    ),
  );
  return record.plan.groups.map((planned): GroupRequest => {
    const before = record.before.get(planned.key);
    const { key } = planned;
    if (before !== undefined) return { key, desired: restored(before, planned, gone) };
    const made = findPlanned(planned, observed);
    return { key, desired: { ensure: "absent", name: planned.name, id: made?.group.id } };
  });
}

function restored(before: ObservedGroup, planned: GroupPlan, gone: ReadonlyMap<string, string>): DesiredGroup {
  const [unreadable] = before.unreadable;
  if (unreadable) {
    throw new SecurityGroupError("unreadable-rule", `the group ${before.name} held a rule that cannot be understood`, {
      hint: "Restore the group by hand.",
      place: { group: before.name },
    });
  }
  const { name, description } = before;
  // A cloud may have no tags at all.
  const hasTags = Object.keys(before.tags).length > 0 || ("fields" in planned && planned.fields?.tags !== undefined);
  const tags = hasTags ? before.tags : undefined;
  const rules = before.rules.map(({ rule }) => refer(rule, gone));
  const id = gone.has(before.id) ? undefined : before.id;
  return { ensure: "present", name, id, description, tags, rules, unlistedRules: "remove" };
}

/** A group that is made anew has another id; rules find it by its name. */
function refer(rule: Rule, gone: ReadonlyMap<string, string>): Rule {
  const name = rule.remote.kind === "group" ? gone.get(rule.remote.id) : undefined;
  return name === undefined ? rule : { ...rule, remote: { kind: "named-group", name } };
}
