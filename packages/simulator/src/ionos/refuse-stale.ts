import type { IonosBackend } from "./ionos-backend.ts";
import { groupOfView } from "./datacenter-view.ts";
import { invalid } from "./ionos-refusal.ts";

/** Throws a 412 when the group or rule that the path names has another etag than the header If-Match, and a 404 without such a group. */
export function refuseStale(
  backend: IonosBackend,
  ifMatch: string,
  { datacenterId, securityGroupId, ruleId }: Readonly<Record<string, unknown>>,
): void {
  if (typeof datacenterId !== "string" || typeof securityGroupId !== "string") return;
  const group = groupOfView(backend.view(datacenterId), securityGroupId);
  const stamp = typeof ruleId === "string" ? group.rules.get(ruleId)?.stamp : group.stamp;
  if (stamp !== undefined && ifMatch !== stamp.etag)
    throw invalid([`[(header).If-Match] The etag is ${stamp.etag}, and not ${ifMatch}`], "412", 412);
}
