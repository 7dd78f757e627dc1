import { check, valueOf } from "./checked.ts";
import type { Handlers } from "./gcore-handlers.ts";
import { findGroup, findProject, refuseBusy, type GcoreState } from "./gcore-state.ts";
import { checkDescription, checkRoom, findRule } from "./group-checks.ts";
import { mergeTags } from "./merge-tags.ts";
import { normalizeRule } from "./normalize-rule.ts";
import { readGroupChanges } from "./read-group-changes.ts";
import { readNewRules } from "./read-wanted-rules.ts";
import type { TaskWork } from "./task-record.ts";

type GroupTaskOperations =
  | "SecurityGroupViewSetV2.post"
  | "SecurityGroupInstanceViewSetV2.patch"
  | "SecurityGroupRulesViewSetV2.post"
  | "SecurityGroupRuleInstanceViewSetV2.delete";

/** The writes of v2: checked at once, as far as the quirks let them be, and done by a task. */
export function groupTaskHandlers(state: GcoreState): Pick<Handlers, GroupTaskOperations> {
  const { store, tasks, quirks } = state;
  const start = (requestId: string, ...works: readonly TaskWork[]): { tasks: string[] } => ({
    tasks: works.map((work) => tasks.start(work, requestId)),
  });
  return {
    "SecurityGroupViewSetV2.post": ({ path, body, requestId }) => {
      const project = findProject(state, path);
      const { name, description = "" } = body;
      const tags = new Map(Object.entries(body.tags ?? {}));
      checkDescription(description, quirks);
      const checked = check(() => {
        store.checkNew(project, name);
        return readNewRules(project, body.rules, quirks);
      });
      const run: TaskWork["run"] = (at, part) => {
        const all = valueOf(checked);
        const rules = part === "all" ? all : all.slice(0, Math.ceil(all.length / 2));
        const group = store.create(project, { name, description, rules, tags }, at);
        return { groupIds: [group.id], ruleIds: group.rules.map(({ id }) => id) };
      };
      return start(requestId, { taskType: "create_security_group", project, data: body, run });
    },
    "SecurityGroupInstanceViewSetV2.patch": ({ path, body, requestId }) => {
      const group = findGroup(state, path);
      refuseBusy(state, group);
      const changes = readGroupChanges(state, group, body);
      const { tags } = body;
      if (tags !== undefined) store.changeTags(group, mergeTags(group.tags, tags, group.readOnlyTags), state.now());
      const batches =
        quirks.tasksPerPatch === "one"
          ? [changes].filter(({ length }) => length > 0)
          : changes.map((change) => [change]);
      const works = batches.map((batch): TaskWork => {
        const data = Object.assign({}, ...batch.map((change) => change.data));
        const run: TaskWork["run"] = (at, part) => ({
          ruleIds: store.attempt(group, at, () => batch.flatMap((change) => change.run(at, part))),
        });
        return { taskType: "update_security_group", project: group.project, groupId: group.id, data, run };
      });
      return start(requestId, ...works);
    },
    "SecurityGroupRulesViewSetV2.post": ({ path, body, requestId }) => {
      const group = findGroup(state, path);
      refuseBusy(state, group);
      const checked = check(() => {
        const rule = normalizeRule(body, "", quirks);
        checkRoom(group, quirks);
        store.checkRule(group, rule);
        return rule;
      });
      const run: TaskWork["run"] = (at) => ({ ruleIds: [store.addRule(group, valueOf(checked), at).id] });
      const { project, id: groupId } = group;
      return start(requestId, { taskType: "create_security_group_rule", project, groupId, data: body, run });
    },
    "SecurityGroupRuleInstanceViewSetV2.delete": ({ path, requestId }) => {
      const group = findGroup(state, path);
      refuseBusy(state, group);
      const { id } = findRule(group, path.rule_id);
      const run: TaskWork["run"] = (at) => {
        store.removeRule(group, id, at);
        return {};
      };
      const data = { security_group_rule_id: id };
      const { project, id: groupId } = group;
      return start(requestId, { taskType: "delete_security_group_rule", project, groupId, data, run });
    },
  };
}
