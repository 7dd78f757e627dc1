import type { components } from "@secgroup/api-types/ionos";
import { membersOf, type GroupState, type NicState, type RuleProperties, type RuleState } from "../datacenter-state.ts";
import type { DatacenterView } from "../datacenter-view.ts";
import type { IonosSettings } from "../ionos-options.ts";
import { groupPath, hrefOf, nicPath, rulePath, serverPath } from "./address.ts";
import { writeMetadata } from "./metadata.ts";
import { inOrder } from "./select-listed.ts";

type Schemas = components["schemas"];
type Reference = Schemas["ResourceReference"];

/** What an answer depends on beside the object itself. */
export interface AnswerContext {
  readonly view: DatacenterView;
  readonly origin: string;
  readonly settings: IonosSettings;
}

/** The context of an answer to a call. */
export const answerContext = (view: DatacenterView, { origin }: URL, settings: IonosSettings): AnswerContext => ({
  view,
  origin,
  settings,
});

/** How much of a group's rules, servers and NICs is told: that they exist, their ids, or everything. */
type Detail = "none" | "references" | "full";

/** A single group: its collections have no items below depth 2; whether they are references or full objects at 2 is a quirk, from 3 on they are full. */
export function writeGroup(group: GroupState, depth: number, context: AnswerContext): Schemas["SecurityGroup"] {
  return writeDetailedGroup(
    group,
    depth >= context.settings.quirks.groupRulesDepth ? "full" : depth === 2 ? "references" : "none",
    context,
  );
}

/** A group in a list: a reference at depth 0, its properties at 1, its collections from 2 on; when its rules follow is a quirk. */
export function writeListedGroup(
  group: GroupState,
  depth: number,
  context: AnswerContext,
): Schemas["SecurityGroup"] | Reference {
  if (depth === 0) return referTo(group.id, "security-group", groupPath(context.view.state.id, group.id), context);
  const { listRulesDepth } = context.settings.quirks;
  const isFull = listRulesDepth !== "never" && depth >= listRulesDepth;
  const { entities, ...rest } = writeDetailedGroup(
    group,
    isFull ? "full" : depth >= 3 ? "references" : "none",
    context,
  );
  return depth === 1 ? rest : { ...rest, ...(entities && { entities }) };
}

export function writeRule(groupId: string, rule: RuleState, context: AnswerContext): Schemas["FirewallRule"] {
  const { view, settings } = context;
  return {
    ...referToRule(groupId, rule, context),
    metadata: writeMetadata(rule.stamp, { isBusy: view.isRuleBusy(groupId, rule.id) }, settings),
    properties: writeProperties(rule.properties, settings),
  };
}

function writeProperties(properties: RuleProperties, { quirks }: IonosSettings): RuleProperties {
  const { portRangeStart, portRangeEnd, ...rest } = properties;
  const isPortless = portRangeStart === null && portRangeEnd === null;
  const hasAddress = properties.sourceIp !== null || properties.targetIp !== null;
  return {
    ...(quirks.absentText === "empty" && { name: "" }),
    ...(quirks.absentPorts === "absent" && isPortless ? rest : properties),
    ...(quirks.toldIpVersion === "null-with-address" && hasAddress && { ipVersion: null }),
  };
}

export function referToRule(
  groupId: string,
  { id }: RuleState,
  context: AnswerContext,
): Reference & { type: "firewall-rule" } {
  return referTo(id, "firewall-rule", rulePath(context.view.state.id, groupId, id), context);
}

function writeDetailedGroup(group: GroupState, detail: Detail, context: AnswerContext): Schemas["SecurityGroup"] {
  const { view, settings } = context;
  const path = groupPath(view.state.id, group.id);
  const collection = <Item>(
    name: string,
    items: () => Item[],
  ): { id: string; type: "collection"; href: string; items?: Item[] } => ({
    ...referTo(`${group.id}/${name}`, "collection", `${path}/${name}`, context),
    ...(detail === "none" ? {} : { items: items() }),
  });
  const members = membersOf(view.state, group.id);
  return {
    ...referTo(group.id, "security-group", path, context),
    metadata: writeMetadata(group.stamp, { isBusy: view.isGroupBusy(group.id), isFailed: group.isFailed }, settings),
    properties: { ...(settings.quirks.absentText === "empty" && { description: "" }), ...group.properties },
    entities: {
      rules: collection("rules", () =>
        inOrder([...group.rules.values()], settings.quirks.listOrder).map((rule) =>
          detail === "full" ? writeRule(group.id, rule, context) : referToRule(group.id, rule, context),
        ),
      ),
      servers: collection("servers", () =>
        members.servers.map((server) => ({
          ...referTo(server.id, "server", serverPath(view.state.id, server.id), context),
          ...(detail === "full" ? writeMember(server, server.id, context) : {}),
        })),
      ),
      nics: collection("nics", () =>
        members.nics.map((nic) => ({
          ...referTo(nic.id, "nic", nicPath(view.state.id, nic.serverId, nic.id), context),
          ...(detail === "full" ? writeMember(nic, nic.serverId, context) : {}),
        })),
      ),
    },
  };
}

function writeMember(
  { stamp, name }: NicState,
  serverId: string,
  { view, settings }: AnswerContext,
): Pick<Schemas["Server"], "metadata" | "properties"> {
  return { metadata: writeMetadata(stamp, { isBusy: view.isServerBusy(serverId) }, settings), properties: { name } };
}

/** What is told of an object where nothing but its place is asked for; `path` is below the base path. */
export function referTo<Type extends string>(
  id: string,
  type: Type,
  path: string,
  { origin }: Pick<AnswerContext, "origin">,
): { id: string; type: Type; href: string } {
  return { id, type, href: hrefOf(origin, path) };
}
