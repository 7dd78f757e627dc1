import { groupPath, nicPath, serverPath } from "../answer/address.ts";
import { referTo } from "../answer/write-group.ts";
import { membersOf } from "../datacenter-state.ts";
import { groupOfView, type DatacenterView } from "../datacenter-view.ts";
import type { Answer } from "../handler.ts";
import type { IonosBackend } from "../ionos-backend.ts";
import { notFound } from "../ionos-refusal.ts";

const datacenter = "^/cloudapi/v6/datacenters/(?<datacenterId>[^/]+)";
const ofGroup = new RegExp(`${datacenter}/securitygroups/(?<groupId>[^/]+)/(?<what>servers|nics)$`);
const ofMember = new RegExp(`${datacenter}/servers/(?<serverId>[^/]+)(?:/nics/(?<nicId>[^/]+))?/securitygroups$`);

/** Answers reads of attachments, which no document has: references, whatever the depth. Undefined for other paths; throws a 404. */
export function readAttachments(backend: IonosBackend, { pathname, origin, href }: URL): Answer | undefined {
  const found = ofGroup.exec(pathname)?.groups ?? ofMember.exec(pathname)?.groups;
  if (found === undefined) return undefined;
  const view = backend.read(decodeURIComponent(found["datacenterId"] ?? ""), "list");
  const { groupId, what, serverId, nicId } = found;
  const items =
    groupId === undefined
      ? groupsOfMember(view, serverId ?? "", nicId, origin)
      : membersOfGroup(view, groupId, what === "servers", origin);
  const id = pathname.split("/").slice(-2).join("/");
  return { status: 200, body: { id, type: "collection", href: href.replace(/\?.*/, ""), items } };
}

type References = readonly ReturnType<typeof referTo>[];

function membersOfGroup(view: DatacenterView, groupId: string, isOfServers: boolean, origin: string): References {
  const { servers, nics } = membersOf(view.state, groupOfView(view, decodeURIComponent(groupId)).id);
  return isOfServers
    ? servers.map(({ id }) => referTo(id, "server", serverPath(view.state.id, id), { origin }))
    : nics.map(({ id, serverId }) => referTo(id, "nic", nicPath(view.state.id, serverId, id), { origin }));
}

function groupsOfMember(
  { state }: DatacenterView,
  serverId: string,
  nicId: string | undefined,
  origin: string,
): References {
  const server = state.servers.get(decodeURIComponent(serverId));
  const member = nicId === undefined ? server : server?.nics.get(decodeURIComponent(nicId));
  if (member === undefined) throw notFound();
  return member.groupIds
    .filter((id) => state.groups.has(id))
    .map((id) => referTo(id, "security-group", groupPath(state.id, id), { origin }));
}
