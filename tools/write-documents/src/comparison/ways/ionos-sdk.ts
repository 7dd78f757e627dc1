import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import {
  Configuration,
  FirewallrulePropertiesProtocolEnum,
  FirewallrulePropertiesTypeEnum,
  RequestsApi,
  RequestStatusMetadataStatusEnum,
  SecurityGroupsApi,
  type FirewallruleProperties,
} from "@ionos-cloud/sdk-nodejs";
import type { PlainRule } from "../change.ts";
import type { Way } from "../way.ts";
import { datacenter, groupDescription, groupName, token, type World } from "../world.ts";
import { withVirtualTimers } from "./virtual-timers.ts";

type Axios = NonNullable<ConstructorParameters<typeof SecurityGroupsApi>[2]>;
type Adapter = NonNullable<Axios["defaults"]["adapter"]>;

// The SDK's own copy, to which it gives no other way.
const require = createRequire(fileURLToPath(import.meta.resolve("@ionos-cloud/sdk-nodejs")));
const axios: { readonly create: (options: { readonly adapter: Adapter }) => Axios } = require("axios");

/** A script on IONOS' SDK for Node that goes rule by rule and awaits each request: new rules first, or old ones first. */
export const ionosSdk = (order: "creates first" | "deletes first"): Way => ({
  cloud: "ionos",
  title: `a script on IONOS' SDK for Node, ${order}`,
  kind: "run",
  lead: (world, next) =>
    withVirtualTimers(world.time, async () => {
      const { groups, isDone } = openApis(world);
      const settle = async ({ headers }: { readonly headers: unknown }): Promise<void> => {
        const { location } = headers as { readonly location: string };
        while (!(await isDone(location)));
      };
      const { data } = await groups.datacentersSecuritygroupsGet({ datacenterId: datacenter, depth: 3 });
      const group = data.items?.find(({ properties }) => properties.name === groupName);
      if (group === undefined) {
        const rules = { items: next.map((rule) => ({ properties: propertiesOf(rule) })) };
        const securityGroup = {
          properties: { name: groupName, description: groupDescription },
          entities: { rules },
        };
        await settle(await groups.datacentersSecuritygroupsPost({ datacenterId: datacenter, securityGroup }));
        return;
      }
      const place = { datacenterId: datacenter, securityGroupId: group.id ?? "" };
      const standing = (group.entities?.rules?.items ?? []).map(({ id = "", properties }) => ({
        ruleId: id,
        port: properties.portRangeStart,
        network: properties.sourceIp,
      }));
      const isSame = (rule: PlainRule, { port, network }: (typeof standing)[number]): boolean =>
        rule.port === port && rule.network === network;
      const create = async (): Promise<void> => {
        for (const rule of next.filter((rule) => !standing.some((old) => isSame(rule, old))))
          await settle(
            await groups.datacentersSecuritygroupsFirewallrulesPost({
              ...place,
              firewallRule: { properties: propertiesOf(rule) },
            }),
          );
      };
      const remove = async (): Promise<void> => {
        for (const { ruleId } of standing.filter((old) => !next.some((rule) => isSame(rule, old))))
          await settle(await groups.datacentersSecuritygroupsFirewallrulesDelete({ ...place, ruleId }));
      };
      for (const half of order === "creates first" ? [create, remove] : [remove, create]) await half();
    }),
});

const propertiesOf = ({ port, network }: PlainRule): FirewallruleProperties => ({
  type: FirewallrulePropertiesTypeEnum.Ingress,
  protocol: FirewallrulePropertiesProtocolEnum.Tcp,
  sourceIp: network,
  portRangeStart: port,
  portRangeEnd: port,
});

/** The SDK's APIs with the world at the end of its wire, and its pauses as they are. */
function openApis({ fetch }: World): {
  readonly groups: SecurityGroupsApi;
  readonly isDone: (location: string) => Promise<boolean>;
} {
  const adapter: Adapter = async (config) => {
    const { url = "", method = "get", headers, data } = config;
    const request = new Request(url, {
      method: method.toUpperCase(),
      headers: new Headers(Object.entries<string>(headers).filter(([name]) => name !== "Content-Length")),
      ...(typeof data === "string" && { body: data }),
    });
    const response = await fetch(request);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${url} was answered with ${response.status}: ${text}`);
    const { status, statusText } = response;
    return { data: text, status, statusText, headers: Object.fromEntries(response.headers), config };
  };
  const wire = axios.create({ adapter });
  const configuration = new Configuration({ apiKey: token });
  const requests = new RequestsApi(configuration, undefined, wire);
  return {
    groups: new SecurityGroupsApi(configuration, undefined, wire),
    isDone: async (location) => {
      const [, requestId = ""] = /\/requests\/([^/]+)\/status/.exec(location) ?? [];
      const { metadata } = (await requests.requestsStatusGet({ requestId })).data;
      if (metadata?.status === RequestStatusMetadataStatusEnum.Failed) throw new Error("the cloud could not do it");
      return metadata?.status === RequestStatusMetadataStatusEnum.Done;
    },
  };
}
