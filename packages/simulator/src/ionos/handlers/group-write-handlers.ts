import { groupPath } from "../answer/address.ts";
import { answerContext, writeGroup } from "../answer/write-group.ts";
import type { GroupState, RuleState } from "../datacenter-state.ts";
import { groupOfView } from "../datacenter-view.ts";
import type { Answer, Handlers } from "../handler.ts";
import type { IonosBackend } from "../ionos-backend.ts";
import { invalid, type IonosRefusal } from "../ionos-refusal.ts";
import type { RequestTarget } from "../queued-request.ts";
import { createRules, type NewRules } from "../rule/create-rules.ts";
import { refuseOneMoreGroup, refuseUsedGroup } from "./refuse-group.ts";

type GroupWriteHandlers = Pick<
  Handlers,
  | "datacentersSecuritygroupsPost"
  | "datacentersSecuritygroupsPut"
  | "datacentersSecuritygroupsPatch"
  | "datacentersSecuritygroupsDelete"
>;

export function createGroupWriteHandlers(backend: IonosBackend): GroupWriteHandlers {
  const { settings } = backend;

  /** The accepted write's answer: the group as it is going to be. */
  const accepted = (
    datacenterId: string,
    groupId: string,
    depth: number | undefined,
    url: URL,
    headers: Answer["headers"],
  ): Answer => {
    const after = answerContext(backend.view(datacenterId), url, settings);
    return {
      status: 202,
      body: writeGroup(groupOfView(after.view, groupId), depth ?? 0, after),
      ...(headers && { headers }),
    };
  };

  /** All rules of the group once PUT is done with those that it names; undefined where it leaves them alone. */
  const rulesOfPut = (group: GroupState, items: NewRules | undefined): readonly RuleState[] | undefined => {
    if (items === undefined) return undefined;
    switch (settings.quirks.putWithRules) {
      case "ignored":
        return undefined;
      case "replaces":
        return createRules(backend, items);
      case "adds":
        return createRules(backend, items, [...group.rules.values()]);
      case "refused":
        throw rulesNotAllowed("update");
    }
  };

  return {
    datacentersSecuritygroupsPost(call) {
      const { path, body, query, url } = call;
      const view = backend.view(path.datacenterId);
      refuseOneMoreGroup(view.state, backend);
      const items = body.entities?.rules?.items ?? [];
      const { postWithRules } = settings.quirks;
      if (postWithRules === "refused" && items.length > 0) throw rulesNotAllowed("create");
      const rules = createRules(backend, postWithRules === "ignored" ? [] : items);
      const group: GroupState = {
        id: backend.newId(),
        stamp: backend.newStamp(),
        properties: { ...body.properties },
        isFailed: false,
        rules: new Map(rules.map((rule) => [rule.id, rule])),
      };
      const { headers } = backend.accept(
        {
          datacenterId: path.datacenterId,
          change: { kind: "create-group", group },
          target: targetOf(path.datacenterId, group.id),
          location: "unlisted-in-reference",
        },
        call,
      );
      return accepted(path.datacenterId, group.id, query.depth, url, headers);
    },

    datacentersSecuritygroupsPut(call) {
      const { path, body, query, url } = call;
      const group = groupOfView(backend.view(path.datacenterId), path.securityGroupId);
      const rules = rulesOfPut(group, body.entities?.rules?.items);
      const { headers } = backend.accept(
        {
          datacenterId: path.datacenterId,
          change: {
            kind: "update-group",
            groupId: path.securityGroupId,
            // PUT sets the whole: a description that is left out is gone afterwards.
            properties: { description: undefined, ...body.properties },
            rules,
          },
          target: targetOf(path.datacenterId, path.securityGroupId),
        },
        call,
      );
      return accepted(path.datacenterId, path.securityGroupId, query.depth, url, headers);
    },

    datacentersSecuritygroupsPatch(call) {
      const { path, body, query, url } = call;
      groupOfView(backend.view(path.datacenterId), path.securityGroupId);
      if (settings.quirks.patchWithoutName === "refused" && body.name === undefined)
        throw invalid(["[(root).properties.name] Attribute is required"]);
      const { headers } = backend.accept(
        {
          datacenterId: path.datacenterId,
          change: { kind: "update-group", groupId: path.securityGroupId, properties: body },
          target: targetOf(path.datacenterId, path.securityGroupId),
          location: "unused-by-provider",
        },
        call,
      );
      return accepted(path.datacenterId, path.securityGroupId, query.depth, url, headers);
    },

    datacentersSecuritygroupsDelete(call) {
      const { datacenterId, securityGroupId } = call.path;
      const view = backend.view(datacenterId);
      groupOfView(view, securityGroupId);
      if (settings.quirks.deleteInUse === "refused") refuseUsedGroup(view.state, securityGroupId);
      const { headers } = backend.accept(
        {
          datacenterId,
          change: { kind: "delete-group", groupId: securityGroupId },
          target: targetOf(datacenterId, securityGroupId),
        },
        call,
      );
      return { status: 202, headers };
    },
  };
}

const rulesNotAllowed = (what: "create" | "update"): IonosRefusal =>
  invalid([`[(root).entities.rules] Attribute is not allowed in ${what} requests`]);

const targetOf = (datacenterId: string, groupId: string): RequestTarget => ({
  id: groupId,
  type: "security-group",
  path: groupPath(datacenterId, groupId),
});
