import {
  refuseUnsupported,
  SecurityGroupError,
  type GroupId,
  type Operation,
  type ResolvedStep,
  type RuleSet,
} from "@secgroup/core";
import type { components } from "@secgroup/api-types/gcore";
import { taskIdsAnswer } from "./gcore-answer.ts";
import { gcoreCapabilities } from "./gcore-capabilities.ts";
import { groupPath, parseAnswer, send, type Answer, type GcoreClient } from "./gcore-client.ts";
import { writeDraft, writeRule } from "./write-rule.ts";

type Schemas = components["schemas"];
type StepOf<Kind extends ResolvedStep["kind"]> = Extract<ResolvedStep, { readonly kind: Kind }>;

/** Sends one write. Its handles are the ids of all tasks that it started, none when the cloud is done already. */
export async function submitStep(client: GcoreClient, step: ResolvedStep, signal: AbortSignal): Promise<Operation> {
  refuseUnsupported(step, gcoreCapabilities);
  switch (step.kind) {
    case "create-group":
      return createGroup(client, writeCreation(step), signal);
    case "update-group":
      return updateGroup(client, step.group.id, writeUpdate(step), signal);
    case "delete-group":
      return deleteGroup(client, step.group.id, signal);
    case "create-rule":
    case "update-rule":
    case "delete-rule":
      throw new SecurityGroupError(
        "unsupported",
        `The step ${step.kind} is not for Gcore, where one write states all rules of a group.`,
        {
          hint: "Make the plan again for this target: it belongs to another cloud.",
          place: { group: step.group.name },
        },
      );
  }
}

/** The body of `SecurityGroupViewSetV2.post`. Rules are always said: without the key the cloud opens the group to everything. */
export function writeCreation({
  name,
  description,
  tags,
  rules,
}: StepOf<"create-group">): Schemas["CreateSecurityGroupSerializerV2"] {
  return {
    name,
    ...(description !== undefined && { description }),
    ...(tags !== undefined && { tags }),
    rules: rules.map(writeRule),
  };
}

/** The body of `SecurityGroupInstanceViewSetV2.patch`: what changes and nothing else. Rules, when given, are the complete set. */
export function writeUpdate({
  fields = {},
  rules,
}: StepOf<"update-group">): Schemas["UpdateSecurityGroupSerializerV2"] {
  const { name, description, tags } = fields;
  return {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    ...(tags !== undefined && { tags }),
    ...(rules !== undefined && { rules: writeRuleSet(rules) }),
  };
}

function writeRuleSet({ keep, add }: RuleSet): Schemas["CreateSecurityGroupRuleSerializerV2"][] {
  return [...keep.map(writeDraft), ...add.map(writeRule)];
}

async function createGroup(
  client: GcoreClient,
  body: Schemas["CreateSecurityGroupSerializerV2"],
  signal: AbortSignal,
): Promise<Operation> {
  const answer = await send(client, signal, (options) =>
    client.api.POST("/cloud/v2/security_groups/{project_id}/{region_id}", {
      ...options,
      params: { path: client.place },
      body,
    }),
  );
  // The new id is known when the task is done.
  return readOperation(client, answer);
}

async function updateGroup(
  client: GcoreClient,
  groupId: GroupId,
  body: Schemas["UpdateSecurityGroupSerializerV2"],
  signal: AbortSignal,
): Promise<Operation> {
  const params = { path: groupPath(client, groupId) };
  const answer = await send(client, signal, (options) =>
    client.api.PATCH("/cloud/v2/security_groups/{project_id}/{region_id}/{group_id}", { ...options, params, body }),
  );
  return { ...readOperation(client, answer), groupId };
}

async function deleteGroup(client: GcoreClient, groupId: GroupId, signal: AbortSignal): Promise<Operation> {
  const params = { path: groupPath(client, groupId) };
  const { date } = await send(client, signal, (options) =>
    client.api.DELETE("/cloud/v1/securitygroups/{project_id}/{region_id}/{group_id}", { ...options, params }),
  );
  return { cloud: "gcore", handles: [], groupId, ...(date !== undefined && { startedAt: date }) };
}

/** The tasks that a write started, each once. */
function readOperation(client: GcoreClient, answer: Answer): Operation {
  const { tasks } = parseAnswer(client, taskIdsAnswer, answer);
  const handles = [...new Set(tasks)];
  return { cloud: "gcore", handles, ...(answer.date !== undefined && { startedAt: answer.date }) };
}
