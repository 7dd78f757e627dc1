import { defaultRules } from "./default-rules.ts";
import type { Handlers } from "./gcore-handlers.ts";
import { findGroup, findProject, type GcoreState } from "./gcore-state.ts";
import { checkRoom, findRule, refuseSecondDefault } from "./group-checks.ts";
import { mergeTags } from "./merge-tags.ts";
import { normalizeRule } from "./normalize-rule.ts";
import { readGroupChanges } from "./read-group-changes.ts";
import { readWantedRules } from "./read-wanted-rules.ts";

type GroupTaskOperations =
  | "SecurityGroupViewSetV2.post"
  | "SecurityGroupInstanceViewSetV2.patch"
  | "SecurityGroupRulesViewSetV2.post"
  | "SecurityGroupRuleInstanceViewSetV2.delete";

/** The writes of v2: checked at once, done by a task. */
export function groupTaskHandlers(state: GcoreState): Pick<Handlers, GroupTaskOperations> {
  const { store, tasks, quirks } = state;
  return {
    "SecurityGroupViewSetV2.post": ({ path, body, requestId }) => {
      const project = findProject(state, path);
      const { name, description = "", tags = {} } = body;
      const rules =
        body.rules === undefined
          ? defaultRules
          : readWantedRules(project, body.rules, quirks).map(({ content }) => content);
      refuseSecondDefault(project, name);
      const run = (at: number): { groupIds: string[]; ruleIds: string[] } => {
        const group = store.create(project, { name, description, rules, tags: new Map(Object.entries(tags)) }, at);
        return { groupIds: [group.id], ruleIds: group.rules.map(({ id }) => id) };
      };
      return { tasks: [tasks.start({ taskType: "create_security_group", project, data: body, run }, requestId)] };
    },
    "SecurityGroupInstanceViewSetV2.patch": (request) => {
      const group = findGroup(state, request.path);
      const changes = readGroupChanges(state, group, request.body);
      const { tags } = request.body;
      if (tags !== undefined) store.changeTags(group, mergeTags(group.tags, tags, group.readOnlyTags), state.now());
      const batches =
        quirks.tasksPerPatch === "one"
          ? [changes].filter(({ length }) => length > 0)
          : changes.map((change) => [change]);
      return {
        tasks: batches.map((batch) => {
          const data = Object.assign({ security_group_id: group.id }, ...batch.map((change) => change.data));
          const run = (at: number): { ruleIds: string[] } => ({ ruleIds: batch.flatMap((change) => change.run(at)) });
          return tasks.start(
            { taskType: "update_security_group", project: group.project, data, run },
            request.requestId,
          );
        }),
      };
    },
    "SecurityGroupRulesViewSetV2.post": ({ path, body, requestId }) => {
      const group = findGroup(state, path);
      const rule = normalizeRule(body, "", quirks.hostBits);
      checkRoom(group);
      store.checkRule(group, rule);
      const run = (at: number): { ruleIds: string[] } => ({ ruleIds: [store.addRule(group, rule, at).id] });
      const data = { security_group_id: group.id, ...body };
      return {
        tasks: [tasks.start({ taskType: "create_security_group_rule", project: group.project, data, run }, requestId)],
      };
    },
    "SecurityGroupRuleInstanceViewSetV2.delete": ({ path, requestId }) => {
      const group = findGroup(state, path);
      const { id } = findRule(group, path.rule_id);
      const run = (at: number): object => {
        store.removeRule(group, id, at);
        return {};
      };
      const data = { security_group_id: group.id, security_group_rule_id: id };
      return {
        tasks: [tasks.start({ taskType: "delete_security_group_rule", project: group.project, data, run }, requestId)],
      };
    },
  };
}
