import { decode, type ResourceHandle } from "./operation-handle.ts";

/** What a request of the list is about, as far as it concerns the security groups of one datacenter. */
export interface RequestPlace {
  /** Absent when it may be about any group of the datacenter. */
  readonly groupId?: string | undefined;
  readonly ruleId?: string | undefined;
  /** Whether it is about a rule of the group that the URL does not name: a new one. */
  readonly isNewRule: boolean;
}

const anywhere: RequestPlace = { isNewRule: false };

// What the vendor's operations on groups and rules look like, and nothing else: the URL is of somebody's making.
const groupUrl =
  /^(?:https?:\/\/[^/?#]+)?(?:\/cloudapi\/v6)?\/datacenters\/([^/?#]+)\/securitygroups\/([^/?#]+)(\/rules(?:\/([^/?#]+))?)?\/?(?:[?#].*)?$/i;

/**
 * Where a request's URL leads, as `GET /requests` tells it; `undefined` when it does not concern the datacenter's security groups.
 * One whose URL is not told concerns them, and one that mentions both without being understood does.
 */
export function readRequestPlace(url: string | null | undefined, datacenter: string): RequestPlace | undefined {
  if (!url) return anywhere;
  const [datacenterId, groupId, rules, ruleId] = groupUrl.exec(url)?.slice(1).map(decode) ?? [];
  if (groupId && !/^\.*$/.test(groupId) && isSame(datacenterId, datacenter))
    return { groupId, ruleId, isNewRule: rules !== undefined && ruleId === undefined };
  const text = decode(url) ?? url;
  const mentions = (word: string): boolean => `${url}\n${text}`.toLowerCase().includes(word.toLowerCase());
  return mentions("securitygroups") && mentions(datacenter) ? anywhere : undefined;
}

/**
 * Whether a request with this URL may be what a group or rule waits for. A new rule may be any that is written, and what may be about any
 * group is about this one; a write on the group says nothing of its rules.
 */
export function concernsResource(url: string | null | undefined, handle: ResourceHandle): boolean {
  const place = readRequestPlace(url, handle.datacenterId);
  if (!place?.groupId) return place !== undefined;
  if (!isSame(place.groupId, handle.groupId)) return false;
  return place.isNewRule ? handle.kind === "rule" : isSame(place.ruleId, handle.ruleId);
}

/** Ids are told in whatever case somebody wrote them. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  return one?.toLowerCase() === other?.toLowerCase();
}
