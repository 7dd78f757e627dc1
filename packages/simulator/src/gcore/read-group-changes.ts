import { check } from "./checked.ts";
import type { OperationRequest } from "./gcore-handlers.ts";
import type { GroupRecord } from "./gcore-records.ts";
import type { GcoreState } from "./gcore-state.ts";
import { checkDescription, checkName } from "./group-checks.ts";
import { readWantedRules } from "./read-wanted-rules.ts";
import type { RuleRequest } from "./rule-content.ts";
import type { TaskPart } from "./task-record.ts";

/** One field of an update that differs from the group as it is. */
export interface GroupChange {
  /** The field, as the task shows it. */
  readonly data: object;
  /** Answers with the ids of new rules. */
  readonly run: (at: number, part: TaskPart) => readonly string[];
}

/**
 * What an update has to do: nothing for a field that is absent or equal. Tags are not among it, since they need no task. Throws
 * what the name, the description and the rules are refused with.
 */
export function readGroupChanges(
  state: GcoreState,
  group: GroupRecord,
  body: OperationRequest<"SecurityGroupInstanceViewSetV2.patch">["body"],
): readonly GroupChange[] {
  const { store, quirks } = state;
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
    // A fault that is not noticed here is met again when the change is made.
    check(() => checkName(group, name, quirks));
    changes.push(changeFields({ name }));
  }
  if (description !== undefined && description !== group.description) {
    checkDescription(description, quirks);
    changes.push(changeFields({ description }));
  }
  return [...changes, ...(rules === undefined ? [] : readRuleChanges(state, group, rules))];
}

function readRuleChanges(
  { store, quirks }: GcoreState,
  group: GroupRecord,
  rules: readonly RuleRequest[],
): readonly GroupChange[] {
  const data = { rules };
  const checked = check(() => readWantedRules(group.project, rules, quirks));
  if ("fault" in checked) {
    const run = (): never => {
      throw checked.fault;
    };
    return [{ data, run }];
  }
  const wanted = checked.value;
  const atRequest = store.compare(group, wanted);
  if (atRequest.add.length + atRequest.remove.length === 0) return [];
  const run: GroupChange["run"] = (at, part) => {
    const difference = quirks.comparisonTime === "in-task" ? store.compare(group, wanted) : atRequest;
    return store.moveRules(group, difference, at, part);
  };
  return [{ data, run }];
}
