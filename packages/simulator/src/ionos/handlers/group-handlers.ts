import { randomUUID } from "node:crypto";
import { writePage } from "../answer/page.ts";
import { writeGroup, writeListedGroup, type AnswerContext } from "../answer/write-group.ts";
import { datacenterPath, groupPath, hrefOf } from "../answer/address.ts";
import type { GroupState } from "../datacenter-state.ts";
import type { Answer, Handlers } from "../handler.ts";
import { groupOfView, type IonosBackend } from "../ionos-backend.ts";
import { createRules } from "../rule/create-rules.ts";
import { refuseOneMoreGroup, refuseUsedGroup } from "./refuse-group.ts";
import type { RequestTarget } from "../request-queue.ts";

type GroupHandlers = Pick<
  Handlers,
  | "datacentersSecuritygroupsGet"
  | "datacentersSecuritygroupsPost"
  | "datacentersSecuritygroupsFindById"
  | "datacentersSecuritygroupsPut"
  | "datacentersSecuritygroupsPatch"
  | "datacentersSecuritygroupsDelete"
>;

export function createGroupHandlers(backend: IonosBackend): GroupHandlers {
  const { settings } = backend;
  const context = (datacenterId: string, url: URL): AnswerContext => ({
    view: backend.view(datacenterId),
    origin: url.origin,
    settings,
  });

  /** The accepted write's answer: the group as it is going to be. */
  const accepted = (
    datacenterId: string,
    groupId: string,
    depth: number | undefined,
    url: URL,
    headers: Answer["headers"],
  ): Answer => {
    const after = context(datacenterId, url);
    return {
      status: 202,
      body: writeGroup(groupOfView(after.view, groupId), depth ?? 0, after),
      ...(headers && { headers }),
    };
  };

  return {
    datacentersSecuritygroupsGet({ path, query, url }) {
      const answer = context(path.datacenterId, url);
      const groups = [...answer.view.state.groups.values()];
      return {
        status: 200,
        body: {
          id: `${path.datacenterId}/securitygroups`,
          type: "collection",
          href: hrefOf(url.origin, `${datacenterPath(path.datacenterId)}/securitygroups`),
          ...writePage(groups, query, url, (group) => writeListedGroup(group, query.depth ?? 0, answer)),
        },
      };
    },

    datacentersSecuritygroupsPost(call) {
      const { path, body, query, url } = call;
      const view = backend.view(path.datacenterId);
      refuseOneMoreGroup(view, backend);
      const rules = createRules(backend, body.entities?.rules?.items ?? []);
      const group: GroupState = {
        id: randomUUID(),
        stamp: backend.newStamp(),
        properties: { ...body.properties },
        rules: new Map(rules.map((rule) => [rule.id, rule])),
      };
      const { headers } = backend.accept(
        {
          datacenterId: path.datacenterId,
          change: { kind: "create-group", group },
          target: targetOf(path.datacenterId, group.id),
          isLocationUnlisted: true,
        },
        call,
      );
      return accepted(path.datacenterId, group.id, query.depth, url, headers);
    },

    datacentersSecuritygroupsFindById({ path, query, url }) {
      const answer = context(path.datacenterId, url);
      const group = groupOfView(answer.view, path.securityGroupId);
      return { status: 200, body: writeGroup(group, query.depth ?? 0, answer) };
    },

    datacentersSecuritygroupsPut(call) {
      const { path, body, query, url } = call;
      groupOfView(backend.view(path.datacenterId), path.securityGroupId);
      const items = settings.quirks.putWithRules === "replaces" ? body.entities?.rules?.items : undefined;
      const { headers } = backend.accept(
        {
          datacenterId: path.datacenterId,
          change: {
            kind: "update-group",
            groupId: path.securityGroupId,
            // PUT sets the whole: a description that is left out is gone afterwards.
            properties: { description: undefined, ...body.properties },
            rules: items && createRules(backend, items),
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
      const { headers } = backend.accept(
        {
          datacenterId: path.datacenterId,
          change: { kind: "update-group", groupId: path.securityGroupId, properties: body },
          target: targetOf(path.datacenterId, path.securityGroupId),
        },
        call,
      );
      return accepted(path.datacenterId, path.securityGroupId, query.depth, url, headers);
    },

    datacentersSecuritygroupsDelete(call) {
      const { datacenterId, securityGroupId } = call.path;
      const view = backend.view(datacenterId);
      groupOfView(view, securityGroupId);
      if (settings.quirks.deleteInUse === "refused") refuseUsedGroup(view, securityGroupId);
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

const targetOf = (datacenterId: string, groupId: string): RequestTarget => ({
  id: groupId,
  type: "security-group",
  path: groupPath(datacenterId, groupId),
});
