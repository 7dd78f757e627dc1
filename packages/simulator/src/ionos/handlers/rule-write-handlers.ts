import { rulePath } from "../answer/address.ts";
import { answerContext, writeRule } from "../answer/write-group.ts";
import type { RuleProperties, RuleState } from "../datacenter-state.ts";
import { groupOfView, ruleOfGroup } from "../datacenter-view.ts";
import type { Answer, CallSource, Handlers } from "../handler.ts";
import type { IonosBackend, Write } from "../ionos-backend.ts";
import { refuseOverLimit } from "../limit.ts";
import type { RequestTarget } from "../queued-request.ts";
import { checkInGroup } from "../rule/check-in-group.ts";
import { keepFixedFields, readProtocol, withoutUnset } from "../rule/read-update.ts";

type RuleWriteHandlers = Pick<
  Handlers,
  | "datacentersSecuritygroupsFirewallrulesPost"
  | "datacentersSecuritygroupsRulesPut"
  | "datacentersSecuritygroupsRulesPatch"
  | "datacentersSecuritygroupsFirewallrulesDelete"
>;

interface RulePlace {
  readonly datacenterId: string;
  readonly securityGroupId: string;
  readonly ruleId: string;
}

export function createRuleWriteHandlers(backend: IonosBackend): RuleWriteHandlers {
  const { settings } = backend;

  const update = (
    place: RulePlace,
    properties: Partial<RuleProperties>,
    call: CallSource,
    location?: Write["location"],
  ): Answer => {
    const { datacenterId, securityGroupId: groupId, ruleId } = place;
    const { headers } = backend.accept(
      {
        datacenterId,
        change: { kind: "update-rule", groupId, ruleId, properties },
        target: targetOf(datacenterId, groupId, ruleId),
        ...(location && { location }),
      },
      call,
    );
    const after = answerContext(backend.view(datacenterId), call.url, settings);
    return {
      status: 202,
      body: writeRule(groupId, ruleOfGroup(groupOfView(after.view, groupId), ruleId), after),
      headers,
    };
  };

  return {
    datacentersSecuritygroupsFirewallrulesPost(call) {
      const { datacenterId, securityGroupId: groupId } = call.path;
      const group = groupOfView(backend.view(datacenterId), groupId);
      const properties = checkInGroup(backend, datacenterId, group, call.body.properties);
      // A rule that is on its way out still counts.
      refuseOverLimit(settings, "rulesPerSecurityGroup", group.rules.size + 1);
      const rule: RuleState = { id: backend.newId(), stamp: backend.newStamp(), properties };
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
        body: writeRule(groupId, rule, answerContext(backend.view(datacenterId), call.url, settings)),
        headers,
      };
    },

    datacentersSecuritygroupsRulesPut(call) {
      const { path, body } = call;
      const group = groupOfView(backend.view(path.datacenterId), path.securityGroupId);
      const rule = ruleOfGroup(group, path.ruleId);
      const wanted = keepFixedFields(
        rule.properties,
        readProtocol(rule.properties, body.properties, settings.quirks),
        settings.quirks,
      );
      const properties = checkInGroup(
        backend,
        path.datacenterId,
        group,
        { ...wanted, protocol: rule.properties.protocol },
        rule.id,
      );
      // PUT sets the whole: a name that is left out is gone afterwards.
      return update(path, { name: undefined, ...properties }, call, "unused-by-provider");
    },

    datacentersSecuritygroupsRulesPatch(call) {
      const { path, body } = call;
      const group = groupOfView(backend.view(path.datacenterId), path.securityGroupId);
      const { id, properties: present } = ruleOfGroup(group, path.ruleId);
      const wanted = keepFixedFields(present, withoutUnset(body, settings.quirks), settings.quirks);
      const checked = checkInGroup(backend, path.datacenterId, group, { ...present, ...wanted }, id);
      const changed = Object.entries(checked).filter(
        ([field, value]) => field in wanted || value !== new Map<string, unknown>(Object.entries(present)).get(field),
      );
      return update(path, Object.fromEntries(changed), call);
    },

    datacentersSecuritygroupsFirewallrulesDelete(call) {
      const { datacenterId, securityGroupId: groupId, ruleId } = call.path;
      ruleOfGroup(groupOfView(backend.view(datacenterId), groupId), ruleId);
      const { headers } = backend.accept(
        {
          datacenterId,
          change: { kind: "delete-rule", groupId, ruleId },
          target: targetOf(datacenterId, groupId, ruleId),
          location: "unlisted-in-reference",
        },
        call,
      );
      return { status: 202, headers };
    },
  };
}

const targetOf = (datacenterId: string, groupId: string, ruleId: string): RequestTarget => ({
  id: ruleId,
  type: "firewall-rule",
  path: rulePath(datacenterId, groupId, ruleId),
});
