import { randomUUID } from "node:crypto";
import { groupPath, hrefOf, rulePath } from "../answer/address.ts";
import { writePage } from "../answer/page.ts";
import { referToRule, writeRule, type AnswerContext } from "../answer/write-group.ts";
import type { GroupState, RuleProperties, RuleState } from "../datacenter-state.ts";
import type { Answer, Handlers } from "../handler.ts";
import { groupOfView, type IonosBackend } from "../ionos-backend.ts";
import { invalid, notFound } from "../ionos-refusal.ts";
import { checkRule } from "../rule/check-rule.ts";
import { refuseDuplicate, refuseTooManyRules } from "../rule/create-rules.ts";
import type { RequestTarget } from "../request-queue.ts";

type RuleHandlers = Pick<
  Handlers,
  | "datacentersSecuritygroupsRulesGet"
  | "datacentersSecuritygroupsFirewallrulesPost"
  | "datacentersSecuritygroupsRulesFindById"
  | "datacentersSecuritygroupsRulesPut"
  | "datacentersSecuritygroupsRulesPatch"
  | "datacentersSecuritygroupsFirewallrulesDelete"
>;

interface RulePlace {
  readonly datacenterId: string;
  readonly securityGroupId: string;
  readonly ruleId: string;
}

export function createRuleHandlers(backend: IonosBackend): RuleHandlers {
  const { settings } = backend;
  const context = (datacenterId: string, url: URL): AnswerContext => ({
    view: backend.view(datacenterId),
    origin: url.origin,
    settings,
  });

  /** The rule as it would be, checked against its group. */
  const check = (datacenterId: string, group: GroupState, given: RuleProperties, ruleId?: string): RuleProperties => {
    const { properties, problems } = checkRule(given, settings.quirks.hostBits);
    if (problems.length > 0)
      throw invalid(problems.map(({ field, message }) => `[(root).properties.${field}] ${message}`));
    const { leavingRules } = backend.view(datacenterId);
    const others = [...group.rules.values()].filter(({ id }) => id !== ruleId && !leavingRules.has(id));
    refuseDuplicate(backend, properties, others, "(root).properties");
    return properties;
  };

  const update = (
    place: RulePlace,
    properties: Partial<RuleProperties>,
    call: Parameters<IonosBackend["accept"]>[1],
  ): Answer => {
    const { datacenterId, securityGroupId: groupId, ruleId } = place;
    const { headers } = backend.accept(
      {
        datacenterId,
        change: { kind: "update-rule", groupId, ruleId, properties },
        target: targetOf(datacenterId, groupId, ruleId),
      },
      call,
    );
    const after = context(datacenterId, call.url);
    return { status: 202, body: writeRule(groupId, ruleOf(groupOfView(after.view, groupId), ruleId), after), headers };
  };

  return {
    datacentersSecuritygroupsRulesGet({ path, query, url }) {
      const answer = context(path.datacenterId, url);
      const group = groupOfView(answer.view, path.securityGroupId);
      const write = query.depth === 0 ? referToRule : writeRule;
      return {
        status: 200,
        body: {
          id: `${group.id}/rules`,
          type: "collection",
          href: hrefOf(url.origin, `${groupPath(path.datacenterId, group.id)}/rules`),
          ...writePage([...group.rules.values()], query, url, (rule) => write(group.id, rule, answer)),
        },
      };
    },

    datacentersSecuritygroupsFirewallrulesPost(call) {
      const { datacenterId, securityGroupId: groupId } = call.path;
      const group = groupOfView(backend.view(datacenterId), groupId);
      const properties = check(datacenterId, group, call.body.properties);
      // A rule that is on its way out still counts.
      refuseTooManyRules(backend, group.rules.size + 1);
      const rule: RuleState = { id: randomUUID(), stamp: backend.newStamp(), properties };
      const { headers } = backend.accept(
        {
          datacenterId,
          change: { kind: "create-rule", groupId, rule },
          target: targetOf(datacenterId, groupId, rule.id),
        },
        call,
      );
      return {
        status: settings.quirks.rulePostStatus,
        body: writeRule(groupId, rule, context(datacenterId, call.url)),
        headers,
      };
    },

    datacentersSecuritygroupsRulesFindById({ path, url }) {
      const answer = context(path.datacenterId, url);
      const group = groupOfView(answer.view, path.securityGroupId);
      return { status: 200, body: writeRule(group.id, ruleOf(group, path.ruleId), answer) };
    },

    datacentersSecuritygroupsRulesPut(call) {
      const { path, body } = call;
      const group = groupOfView(backend.view(path.datacenterId), path.securityGroupId);
      const rule = ruleOf(group, path.ruleId);
      if (body.properties.protocol !== rule.properties.protocol) {
        throw invalid(["[(root).properties.protocol] Attribute is not allowed in update requests"]);
      }
      const properties = check(path.datacenterId, group, body.properties, rule.id);
      // PUT sets the whole: a name that is left out is gone afterwards.
      return update(path, { name: undefined, ...properties }, call);
    },

    datacentersSecuritygroupsRulesPatch(call) {
      const { path, body } = call;
      const group = groupOfView(backend.view(path.datacenterId), path.securityGroupId);
      const rule = ruleOf(group, path.ruleId);
      const checked = check(path.datacenterId, group, { ...rule.properties, ...body }, rule.id);
      const named = Object.entries(checked).filter(([field]) => field in body);
      return update(path, Object.fromEntries(named), call);
    },

    datacentersSecuritygroupsFirewallrulesDelete(call) {
      const { datacenterId, securityGroupId: groupId, ruleId } = call.path;
      ruleOf(groupOfView(backend.view(datacenterId), groupId), ruleId);
      const { headers } = backend.accept(
        {
          datacenterId,
          change: { kind: "delete-rule", groupId, ruleId },
          target: targetOf(datacenterId, groupId, ruleId),
          isLocationUnlisted: true,
        },
        call,
      );
      return { status: 202, headers };
    },
  };
}

/** Throws a 404. */
function ruleOf(group: GroupState, ruleId: string): RuleState {
  const rule = group.rules.get(ruleId);
  if (rule === undefined) throw notFound();
  return rule;
}

const targetOf = (datacenterId: string, groupId: string, ruleId: string): RequestTarget => ({
  id: ruleId,
  type: "firewall-rule",
  path: rulePath(datacenterId, groupId, ruleId),
});
