import type { GroupId, ObservedGroup, ObservedGroupFields } from "@secgroup/core";
import type { EgressRemote } from "./egress-remote.ts";
import { groupAnswer, rulesPage, type CompleteRule, type GroupAnswer, type RuleAnswer } from "./ionos-answer.ts";
import type { IonosClient } from "./ionos-client.ts";
import { unexpected } from "./ionos-error.ts";
import { allItems, readPages } from "./read-pages.ts";
import { readRule } from "./read-rule.ts";

/**
 * One group with all its rules, in one read where the answer tells them, else with the rules' own list.
 *
 * At depth 3 a group tells its rules with their properties (CloudAPI v6, parameter `depth`).
 */
export async function readGroup(
  client: IonosClient,
  id: GroupId,
  egressRemote: EgressRemote,
  signal: AbortSignal,
): Promise<ObservedGroup> {
  const { body } = await client.send(groupAnswer, signal, (api, options) =>
    api.GET("/datacenters/{datacenterId}/securitygroups/{securityGroupId}", {
      ...options,
      params: { path: { datacenterId: client.datacenter, securityGroupId: id }, query: { depth: 3, pretty: false } },
    }),
  );
  if (body.id.toLowerCase() !== id.toLowerCase())
    throw unexpected(`IONOS Cloud was asked for group ${id} and answered with group ${body.id}.`);
  return observeGroup(body, listedRules(body) ?? (await readRules(client, id, signal)), egressRemote);
}

/**
 * The rules' own list. Which depth tells their properties there is not documented; 3 is what tells them anywhere else, and rules
 * have nothing below them.
 */
async function readRules(client: IonosClient, id: GroupId, signal: AbortSignal): Promise<readonly CompleteRule[]> {
  const rules = await readPages(async (page) => {
    const { body } = await client.send(rulesPage, signal, (api, options) =>
      api.GET("/datacenters/{datacenterId}/securitygroups/{securityGroupId}/rules", {
        ...options,
        params: {
          path: { datacenterId: client.datacenter, securityGroupId: id },
          query: { depth: 3, ...page, pretty: false },
        },
      }),
    );
    return body;
  });
  return [...rules.values()];
}

/** The group's rules, if the answer tells all of them with their properties. */
export function listedRules({ entities }: GroupAnswer): readonly CompleteRule[] | undefined {
  const rules = entities?.rules && allItems(entities.rules);
  return rules?.every(isComplete) ? rules : undefined;
}

function isComplete(rule: RuleAnswer): rule is CompleteRule {
  return rule.properties !== null && rule.properties !== undefined;
}

/** The group without its rules; IONOS has no tags. */
export function observeFields({ id, properties }: GroupAnswer): ObservedGroupFields {
  return {
    id: id as GroupId,
    name: properties.name,
    description: properties.description ?? "",
    tags: {},
    readOnlyTags: {},
  };
}

/** The group with these rules, each either readable or not, none left out. */
export function observeGroup(
  answer: GroupAnswer,
  rules: readonly CompleteRule[],
  egressRemote: EgressRemote,
): ObservedGroup {
  const read = rules.map((rule) => readRule(rule, egressRemote));
  return {
    ...observeFields(answer),
    rules: read.flatMap((entry) => (entry.readable ? entry.rule : [])),
    unreadable: read.flatMap((entry) => (entry.readable ? [] : entry.rule)),
  };
}
