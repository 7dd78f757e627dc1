import { compareRules } from "./compare-rules.ts";
import type { OperationRequest } from "./gcore-handlers.ts";
import type { GroupRecord } from "./gcore-records.ts";
import type { GcoreState } from "./gcore-state.ts";
import { checkName } from "./group-checks.ts";
import { readWantedRules } from "./read-wanted-rules.ts";

/** One field of an update that differs from the group as it is. */
export interface GroupChange {
  /** The field, as the task shows it. */
  readonly data: object;
  /** Answers with the ids of new rules. */
  readonly run: (at: number) => readonly string[];
}

/**
 * What an update has to do: nothing for a field that is absent or equal. Tags are not among it, since they need no task. Throws
 * what the name and the rules are refused with.
 */
export function readGroupChanges(
  { store, quirks }: GcoreState,
  group: GroupRecord,
  body: OperationRequest<"SecurityGroupInstanceViewSetV2.patch">["body"],
): readonly GroupChange[] {
  const { name, description, rules } = body;
  const changes: GroupChange[] = [];
  const changeFields = (fields: { readonly name?: string; readonly description?: string }): GroupChange => ({
    data: fields,
    run: (at) => {
      store.changeFields(group, fields, at);
      return [];
    },
  });
  if (name !== undefined && name !== group.name) {
    checkName(group, name);
    changes.push(changeFields({ name }));
  }
  if (description !== undefined && description !== group.description) changes.push(changeFields({ description }));
  if (rules !== undefined) {
    const wanted = readWantedRules(group.project, rules, quirks);
    const { add, remove } = compareRules(group.rules, wanted, quirks.ruleComparison);
    // The task compares anew, since the rules may have changed by the time it runs.
    if (add.length + remove.length > 0)
      changes.push({ data: { rules }, run: (at) => store.moveRules(group, wanted, at) });
  }
  return changes;
}
