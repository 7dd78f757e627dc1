import type { GroupId, Operation, RuleId } from "@secgroup/core";
import type { Exchange, Interaction, State } from "../exchange.ts";
import { eachLike, like, matching, uuid } from "../matchers.ts";

/** Ids of the page "Update a Network Security Group" where it has one. */
export const values = {
  datacenterId: "5a88aa8b-8aa1-51f6-XXd1-XXXXXe9f31",
  groupId: "b3f55c2d-a89e-4008-8213-92e0428e2555",
  ruleId: "8c8d2f2c-6f0f-4f9e-9b1a-3d5a7a1f0c11",
  requestId: "2c6f1b0e-52f1-4c6e-8a3a-6f0c5d9f7b21",
} as const;

export const groupId = values.groupId as GroupId;
export const ruleId = values.ruleId as RuleId;
export const group = { id: groupId, name: "web" } as const;
export const { signal } = new AbortController();

const base = "/cloudapi/v6";
export const groupsPath = `${base}/datacenters/{datacenterId}/securitygroups`;
export const groupPath = `${groupsPath}/{groupId}`;
export const rulesPath = `${groupPath}/rules`;
export const rulePath = `${rulesPath}/{ruleId}`;
export const datacenterPath = `${base}/datacenters/{datacenterId}`;
export const statusPath = `${base}/requests/{requestId}/status`;
export const requestsPath = `${base}/requests`;
export const contractsPath = `${base}/contracts`;

/** One group with one rule, as the provider is asked to have it. */
export const webRule = {
  name: "https",
  protocol: "TCP",
  sourceIp: "203.0.113.0/24",
  portRangeStart: 443,
  portRangeEnd: 443,
  ipVersion: "IPv4",
  type: "INGRESS",
} as const;
export const webGroup = { name: "web", description: "Public web servers", rules: [webRule] } as const;
export const datacenter = (...groups: readonly object[]): State => ({ name: "a datacenter", params: { groups } });
export const webDatacenter: State = datacenter(webGroup);
/** The same, where the documents leave something open and this is the answer. */
export const webDatacenterWith = (quirks: Readonly<Record<string, unknown>>): State => ({
  ...webDatacenter,
  params: { ...webDatacenter.params, quirks },
});

export const date = (example: string): unknown =>
  matching(String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z`, example);
export const href = (path: string): unknown =>
  matching(String.raw`https?://.+/cloudapi/v6/.+`, `https://api.ionos.com/cloudapi/v6${path}`);

export const metadata = (state: string): object => ({
  etag: like("e15475860e9c6e1136ba1b2153297f31"),
  createdDate: date("2024-05-17T15:11:11Z"),
  createdBy: like("test.test@ionos.com"),
  createdByUserId: like("a5af0375-1c1d-4387-9ef1-6ee95d30e54a"),
  lastModifiedDate: date("2024-05-21T18:02:41Z"),
  lastModifiedBy: like("test.test@ionos.com"),
  lastModifiedByUserId: like("a5af0375-1c1d-4387-9ef1-6ee95d30e54a"),
  state,
});

/** A collection inside of an object; without items it only says that it exists. */
export const collection = (id: string, path: string, items?: unknown): object => ({
  id: like(id),
  type: "collection",
  href: href(path),
  ...(items === undefined ? {} : { items }),
});

const unset = {
  sourceMac: null,
  sourceIp: null,
  targetIp: null,
  icmpCode: null,
  icmpType: null,
  portRangeStart: null,
  portRangeEnd: null,
};

/** A rule as answers tell it: with null for all that was not given, as in the how-to "Create rules". */
export const wireRule = (properties: object, state = "AVAILABLE"): object => ({
  id: like(ruleId),
  type: "firewall-rule",
  href: href(`/datacenters/${values.datacenterId}/securitygroups/${groupId}/rules/${ruleId}`),
  metadata: metadata(state),
  properties: { ...unset, ...properties },
});

export function wireGroup(
  properties: object,
  entities: { readonly rules?: unknown; readonly servers?: unknown; readonly nics?: unknown } = {},
  state = "AVAILABLE",
  id: string = groupId,
): object {
  const path = `/datacenters/${values.datacenterId}/securitygroups/${id}`;
  return {
    id: like(id),
    type: "security-group",
    href: href(path),
    metadata: metadata(state),
    properties,
    entities: {
      rules: collection(`${groupId}/rules`, `${path}/rules`, entities.rules),
      servers: collection(`${groupId}/servers`, `${path}/servers`, entities.servers),
      nics: collection(`${groupId}/nics`, `${path}/nics`, entities.nics),
    },
  };
}

/** The web group at depth 3. */
export const wireWebGroup: object = wireGroup(
  { name: "web", description: "Public web servers" },
  { rules: [wireRule(webRule)], servers: [], nics: [] },
);

export const member = (type: "server" | "nic", id: string, name: string): unknown =>
  eachLike({ id: uuid(id), type, href: href(`/${type}/${id}`), properties: { name } });

/** What core makes of the web group. */
export const observedWebGroup: object = {
  id: groupId,
  name: "web",
  description: "Public web servers",
  tags: {},
  readOnlyTags: {},
  unreadable: [],
  rules: [
    {
      id: ruleId,
      providerOwned: false,
      rule: {
        direction: "ingress",
        ipVersion: "IPv4",
        protocol: "tcp",
        ports: { from: 443, to: 443 },
        remote: { kind: "cidr", cidr: "203.0.113.0/24" },
        local: { kind: "any" },
        sourceMac: "any",
        description: "https",
      },
    },
  ],
};

/** The status URL of the queued request. */
export const location: unknown = matching(
  String.raw`https?://.+/cloudapi/v6/requests/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/status`,
  `https://api.ionos.com/cloudapi/v6/requests/${values.requestId}/status`,
);

/** An operation on the group that is followed by the queued request. */
export const followed = (ids: Partial<Operation> = { groupId }): Operation => ({
  cloud: "ionos",
  handles: [`request:${values.requestId}`],
  ...ids,
});

/** An operation without the time when it began, which is the mock server's own. */
export const timeless = (operation: Operation): Operation => ({ ...operation, startedAt: undefined });

/** One interaction that makes up the whole call. */
export const exchange = (interaction: Interaction, play: Exchange["play"]): Exchange => ({
  interactions: [interaction],
  play,
});
