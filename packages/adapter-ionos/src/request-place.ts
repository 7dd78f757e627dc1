import { decode } from "./operation-handle.ts";

/** What a request of the list is about, as far as it concerns the security groups of one datacenter. */
export interface RequestPlace {
  /** Absent when it may be about any group of the datacenter. */
  readonly groupId?: string | undefined;
  readonly ruleId?: string | undefined;
}

// What the vendor's operations on groups and rules look like, and nothing else: the URL is of somebody's making.
const groupUrl =
  /^(?:https?:\/\/[^/?#]+)?(?:\/cloudapi\/v6)?\/datacenters\/([^/?#]+)\/securitygroups\/([^/?#]+)(?:\/rules(?:\/([^/?#]+))?)?\/?(?:[?#].*)?$/i;

/**
 * Where a request's URL leads, as `GET /requests` tells it; `undefined` when it does not concern the datacenter's security groups.
 * One whose URL is not told concerns them, and one that mentions both without being understood does.
 */
export function readRequestPlace(url: string | null | undefined, datacenter: string): RequestPlace | undefined {
  if (!url) return {};
  const [datacenterId, groupId, ruleId] = groupUrl.exec(url)?.slice(1).map(decode) ?? [];
  if (groupId && !/^\.*$/.test(groupId) && datacenterId?.toLowerCase() === datacenter.toLowerCase())
    return { groupId, ruleId };
  const text = decode(url) ?? url;
  const mentions = (word: string): boolean => `${url}\n${text}`.toLowerCase().includes(word.toLowerCase());
  return mentions("securitygroups") && mentions(datacenter) ? {} : undefined;
}
