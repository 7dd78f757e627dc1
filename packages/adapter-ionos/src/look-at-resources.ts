import type { Collection, Schema } from "./answer-schema.ts";
import { groupStates, groupStatesPage, stateAnswer, type GroupStates, type RuleState } from "./operation-answer.ts";
import type { Answer, IonosClient } from "./ionos-client.ts";
import type { ResourceHandle, ResourcePlace } from "./operation-handle.ts";
import { allItems } from "./read-pages.ts";
import type { Sighting } from "./sighting.ts";

/** One group or rule, in a read of its own. */
export async function lookAtResource(
  client: IonosClient,
  place: ResourcePlace,
  signal: AbortSignal,
): Promise<Sighting> {
  const { body, answeredAt: at } = await readPlace(client, stateAnswer, place, 0, signal);
  return body ? { found: true, at, word: body.metadata.state } : { found: false, at };
}

/**
 * Several groups and rules of one datacenter in one read: of one group with its rules or of all groups. At depth 3 rules come with
 * their states, at 1 a list tells those of groups (CloudAPI v6, parameter `depth`). None for those that the answer does not tell.
 */
export async function lookAtResources(
  client: IonosClient,
  handles: ReadonlyMap<string, ResourceHandle>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Sighting>> {
  const places = [...handles.values()];
  const [first] = places;
  if (!first) return new Map();
  const isOneGroup = places.every(({ groupId }) => groupId === first.groupId);
  const look = isOneGroup ? await lookAtGroup(client, first, signal) : await lookAtList(client, places, signal);
  return new Map(
    [...handles].flatMap(([text, place]) => {
      const sighting = look(place);
      return sighting ? [[text, sighting] as const] : [];
    }),
  );
}

type Look = (place: ResourcePlace) => Sighting | undefined;

async function lookAtGroup(
  client: IonosClient,
  { datacenterId, groupId }: ResourcePlace,
  signal: AbortSignal,
): Promise<Look> {
  const { body, answeredAt } = await readPlace(client, groupStates, { datacenterId, groupId }, 3, signal);
  return ({ ruleId }) => (body ? lookInside(body, ruleId, answeredAt) : { found: false, at: answeredAt });
}

async function lookAtList(client: IonosClient, places: readonly ResourcePlace[], signal: AbortSignal): Promise<Look> {
  const [{ datacenterId } = { datacenterId: client.datacenter }] = places;
  const depth = places.some(({ ruleId }) => ruleId !== undefined) ? 3 : 1;
  const { body, answeredAt } = await client.find(groupStatesPage, signal, (api, options) =>
    api.GET("/datacenters/{datacenterId}/securitygroups", {
      ...options,
      params: { path: { datacenterId }, query: { depth, limit: 1000, pretty: false } },
    }),
  );
  return ({ groupId, ruleId }) => {
    const group = body ? find(body, groupId, answeredAt) : ({ found: false, at: answeredAt } as const);
    return group && "id" in group ? lookInside(group, ruleId, answeredAt) : group;
  };
}

function lookInside(
  { metadata, entities }: GroupStates,
  ruleId: string | undefined,
  at: number | undefined,
): Sighting | undefined {
  if (ruleId === undefined) return { found: true, at, word: metadata.state };
  const rule = entities?.rules && find<RuleState>(entities.rules, ruleId, at);
  if (!rule || !("id" in rule)) return rule ?? undefined;
  const state = rule.metadata?.state;
  return state ? { found: true, at, word: state } : undefined;
}

/** The item; that it is not there, from a collection that is told whole; else nothing. */
function find<T extends { readonly id: string }>(
  collection: Collection<T>,
  id: string,
  at: number | undefined,
): T | Extract<Sighting, { readonly found: false }> | undefined {
  const item = collection.items?.find((each) => each.id === id);
  return item ?? (allItems(collection) && { found: false, at });
}

function readPlace<T>(
  client: IonosClient,
  schema: Schema<T>,
  { datacenterId, groupId, ruleId }: ResourcePlace,
  depth: number,
  signal: AbortSignal,
): Promise<Answer<T | undefined>> {
  const path = { datacenterId, securityGroupId: groupId };
  const query = { depth, pretty: false };
  return client.find(schema, signal, (api, options) =>
    ruleId === undefined
      ? api.GET("/datacenters/{datacenterId}/securitygroups/{securityGroupId}", { ...options, params: { path, query } })
      : api.GET("/datacenters/{datacenterId}/securitygroups/{securityGroupId}/rules/{ruleId}", {
          ...options,
          params: { path: { ...path, ruleId }, query },
        }),
  );
}
