import {
  refuseUnsupported,
  SecurityGroupError,
  type GroupId,
  type Operation,
  type ResolvedStep,
  type Rule,
  type RuleId,
} from "@secgroup/core";
import { readTime } from "./cloud-time.ts";
import type { EgressRemote } from "./egress-remote.ts";
import { createdAnswer, writtenAnswer, type Written } from "./operation-answer.ts";
import { ionosCapabilities } from "./ionos-capabilities.ts";
import type { Answer, IonosClient } from "./ionos-client.ts";
import { writeHandle, type ResourceHandle } from "./operation-handle.ts";
import { writeRuleChange } from "./write-rule-change.ts";
import { writeRule } from "./write-rule.ts";

type StepOf<Kind extends ResolvedStep["kind"]> = Extract<ResolvedStep, { readonly kind: Kind }>;

/** Sends one step as one request. Throws `unsupported` before anything is sent. */
export async function submitStep(
  client: IonosClient,
  step: ResolvedStep,
  egressRemote: EgressRemote,
  signal: AbortSignal,
): Promise<Operation> {
  refuseUnsupported(step, ionosCapabilities);
  switch (step.kind) {
    case "create-group":
      return createGroup(client, step, egressRemote, signal);
    case "update-group":
      return updateGroup(client, step, signal);
    case "delete-group":
      return deleteGroup(client, step.group.id, signal);
    case "create-rule":
      return createRule(client, step.group.id, step.rule, egressRemote, signal);
    case "update-rule":
      return updateRule(client, step, egressRemote, signal);
    case "delete-rule":
      return deleteRule(client, step, signal);
  }
}

/** A group and its rules in one call (CloudAPI v6, operation datacentersSecuritygroupsPost). */
async function createGroup(
  client: IonosClient,
  step: StepOf<"create-group">,
  egressRemote: EgressRemote,
  signal: AbortSignal,
): Promise<Operation> {
  const { name, description, tags, rules } = step;
  refuseTags(tags, name);
  const items = rules.map((rule) => ({ properties: writeRule(rule, egressRemote) }));
  const answer = await client.send(createdAnswer, signal, (api, options) =>
    api.POST("/datacenters/{datacenterId}/securitygroups", {
      ...options,
      params: { path: { datacenterId: client.datacenter } },
      body: { properties: { name, description }, entities: items.length > 0 ? { rules: { items } } : undefined },
    }),
  );
  const groupId = answer.body.id as GroupId;
  return operation(answer, { kind: "group", datacenterId: client.datacenter, groupId }, { groupId });
}

/**
 * PUT states name and description together, as on the page "Update a Network Security Group"; PATCH, whose body is bare,
 * changes the name alone, so that a description that is not to change need not be known.
 */
async function updateGroup(client: IonosClient, step: StepOf<"update-group">, signal: AbortSignal): Promise<Operation> {
  const { group, fields, rules } = step;
  if (rules) throw refuse(group.name, "rules", "it takes each rule as a write of its own, not a complete set");
  refuseTags(fields?.tags ?? undefined, group.name);
  const { name, description } = fields ?? {};
  const path = groupPath(client, group.id);
  const url = "/datacenters/{datacenterId}/securitygroups/{securityGroupId}";
  let answer: Answer<Written>;
  if (description !== undefined) {
    const properties = { name: name ?? group.name, description };
    answer = await client.send(writtenAnswer, signal, (api, options) =>
      api.PUT(url, { ...options, params: { path }, body: { properties } }),
    );
  } else if (name !== undefined) {
    answer = await client.send(writtenAnswer, signal, (api, options) =>
      api.PATCH(url, { ...options, params: { path }, body: { name } }),
    );
  } else {
    throw refuse(group.name, "fields", "the step changes neither the name nor the description");
  }
  return operation(
    answer,
    { kind: "group", datacenterId: client.datacenter, groupId: group.id },
    { groupId: group.id },
  );
}

async function deleteGroup(client: IonosClient, groupId: GroupId, signal: AbortSignal): Promise<Operation> {
  const answer = await client.send(writtenAnswer, signal, (api, options) =>
    api.DELETE("/datacenters/{datacenterId}/securitygroups/{securityGroupId}", {
      ...options,
      params: { path: groupPath(client, groupId) },
    }),
  );
  return operation(answer, { kind: "group-absent", datacenterId: client.datacenter, groupId }, { groupId });
}

async function createRule(
  client: IonosClient,
  groupId: GroupId,
  rule: Rule,
  egressRemote: EgressRemote,
  signal: AbortSignal,
): Promise<Operation> {
  const properties = writeRule(rule, egressRemote);
  const answer = await client.send(createdAnswer, signal, (api, options) =>
    api.POST("/datacenters/{datacenterId}/securitygroups/{securityGroupId}/rules", {
      ...options,
      params: { path: groupPath(client, groupId) },
      body: { properties },
    }),
  );
  const ruleId = answer.body.id as RuleId;
  return operation(answer, { kind: "rule", datacenterId: client.datacenter, groupId, ruleId }, { groupId, ruleId });
}

async function updateRule(
  client: IonosClient,
  { group, ruleId, from, to }: StepOf<"update-rule">,
  egressRemote: EgressRemote,
  signal: AbortSignal,
): Promise<Operation> {
  const body = writeRuleChange(from, to, egressRemote);
  if (Object.keys(body).length === 0) throw refuse(group.name, "rules", "it changes nothing of the rule");
  const answer = await client.send(writtenAnswer, signal, (api, options) =>
    api.PATCH("/datacenters/{datacenterId}/securitygroups/{securityGroupId}/rules/{ruleId}", {
      ...options,
      params: { path: { ...groupPath(client, group.id), ruleId } },
      body,
    }),
  );
  return operation(
    answer,
    { kind: "rule", datacenterId: client.datacenter, groupId: group.id, ruleId },
    { groupId: group.id, ruleId },
  );
}

async function deleteRule(client: IonosClient, step: StepOf<"delete-rule">, signal: AbortSignal): Promise<Operation> {
  const { group, ruleId } = step;
  const answer = await client.send(writtenAnswer, signal, (api, options) =>
    api.DELETE("/datacenters/{datacenterId}/securitygroups/{securityGroupId}/rules/{ruleId}", {
      ...options,
      params: { path: { ...groupPath(client, group.id), ruleId } },
    }),
  );
  return operation(
    answer,
    { kind: "rule-absent", datacenterId: client.datacenter, groupId: group.id, ruleId },
    { groupId: group.id, ruleId },
  );
}

function groupPath(
  client: IonosClient,
  securityGroupId: GroupId,
): { readonly datacenterId: string; readonly securityGroupId: string } {
  return { datacenterId: client.datacenter, securityGroupId };
}

/**
 * Follows the queued request where the answer names it, whatever its 2xx status, else the resource. It began when the answer was
 * given or, where that is not told, when the answer says that the object was changed.
 */
function operation(
  { body, requestId, answeredAt }: Answer<Written>,
  resource: ResourceHandle,
  ids: Pick<Operation, "groupId" | "ruleId">,
): Operation {
  const { lastModifiedDate, createdDate } = body.metadata ?? {};
  return {
    cloud: "ionos",
    handles: [writeHandle(requestId ? { kind: "request", requestId } : resource)],
    ...ids,
    startedAt: answeredAt ?? readTime(lastModifiedDate ?? createdDate),
  };
}

function refuseTags(tags: object = {}, group: string): void {
  const { tags: capability } = ionosCapabilities;
  if (Object.keys(tags).length > 0 && !capability.supported) throw refuse(group, "tags", capability.reason);
}

function refuse(group: string, field: string, reason: string): SecurityGroupError {
  return new SecurityGroupError("unsupported", `IONOS Cloud cannot express this step: ${reason}.`, {
    place: { group, field },
    hint: "Plan again with this cloud's capabilities.",
  });
}
