const basePath = "/cloudapi/v6";

/** Paths of the objects, below the base path. */
export const datacenterPath = (datacenterId: string): string => `/datacenters/${encodeURIComponent(datacenterId)}`;

export const groupPath = (datacenterId: string, groupId: string): string =>
  `${datacenterPath(datacenterId)}/securitygroups/${encodeURIComponent(groupId)}`;

export const rulePath = (datacenterId: string, groupId: string, ruleId: string): string =>
  `${groupPath(datacenterId, groupId)}/rules/${encodeURIComponent(ruleId)}`;

export const serverPath = (datacenterId: string, serverId: string): string =>
  `${datacenterPath(datacenterId)}/servers/${encodeURIComponent(serverId)}`;

export const nicPath = (datacenterId: string, serverId: string, nicId: string): string =>
  `${serverPath(datacenterId, serverId)}/nics/${encodeURIComponent(nicId)}`;

/** The absolute URL of a path below the base path, at the origin that the call came to. */
export const hrefOf = (origin: string, path: string): string => `${origin}${basePath}${path}`;
