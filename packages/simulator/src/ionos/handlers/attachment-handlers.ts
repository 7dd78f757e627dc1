import { hrefOf, nicPath, serverPath } from "../answer/address.ts";
import { writeListedGroup } from "../answer/write-group.ts";
import type { Answer, CallSource, Handlers } from "../handler.ts";
import { groupOfView } from "../datacenter-view.ts";
import type { IonosBackend } from "../ionos-backend.ts";
import { refuseOverLimit } from "../limit.ts";
import { missingReference, notFound } from "../ionos-refusal.ts";

type AttachmentHandlers = Pick<
  Handlers,
  "datacentersServersSecuritygroupsPut" | "datacentersServersNicsSecuritygroupsPut"
>;

interface Member {
  readonly datacenterId: string;
  readonly serverId: string;
  readonly nicId?: string;
}

export function createAttachmentHandlers(backend: IonosBackend): AttachmentHandlers {
  const attach = (member: Member, ids: readonly string[], depth: number | undefined, call: CallSource): Answer => {
    const { datacenterId, serverId, nicId } = member;
    const server = backend.view(datacenterId).state.servers.get(serverId);
    if (server === undefined || (nicId !== undefined && !server.nics.has(nicId))) throw notFound();
    const groupIds = [...new Set(ids)];
    checkGroups(backend, datacenterId, groupIds);
    const path = nicId === undefined ? serverPath(datacenterId, serverId) : nicPath(datacenterId, serverId, nicId);
    const target = { id: nicId ?? serverId, type: nicId === undefined ? "server" : "nic", path };
    const { headers } = backend.accept(
      { datacenterId, change: { kind: "attach", serverId, nicId, groupIds }, target },
      call,
    );
    const context = { view: backend.view(datacenterId), origin: call.url.origin, settings: backend.settings };
    return {
      status: 200,
      headers,
      body: {
        id: `${target.id}/securitygroups`,
        type: "collection",
        href: hrefOf(call.url.origin, `${path}/securitygroups`),
        items: groupIds.map((id) => writeListedGroup(groupOfView(context.view, id), depth ?? 0, context)),
      },
    };
  };
  return {
    datacentersServersSecuritygroupsPut: (call) => attach(call.path, call.body.ids, call.query.depth, call),
    datacentersServersNicsSecuritygroupsPut: (call) => attach(call.path, call.body.ids, call.query.depth, call),
  };
}

/** Throws a 422 for groups that do not exist, and what the quirk says for more than a member can have. */
function checkGroups(backend: IonosBackend, datacenterId: string, groupIds: readonly string[]): void {
  const { groups } = backend.view(datacenterId).state;
  const missing = groupIds.find((id) => !groups.has(id));
  if (missing !== undefined) throw missingReference("(root).ids", missing);
  refuseOverLimit(backend.settings, "securityGroupsPerResource", groupIds.length, "(root).ids");
}
