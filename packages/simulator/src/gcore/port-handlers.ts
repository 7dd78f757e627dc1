import type { components } from "@secgroup/api-types/gcore";
import { notFound, validationError } from "./api-error.ts";
import type { Handlers } from "./gcore-handlers.ts";
import type { PortRecord, ProjectRecord } from "./gcore-records.ts";
import { findPort, findProject, type GcoreState } from "./gcore-state.ts";
import { mergeTags } from "./merge-tags.ts";
import { resourceTimestamp } from "./timestamps.ts";

type PortUpdate = components["schemas"]["PatchPortSerializer"];

/** Reading and changing a port: which groups it carries, above all. */
export function portHandlers(state: GcoreState): Pick<Handlers, "PortDetailView.get" | "PortDetailView.patch"> {
  return {
    "PortDetailView.get": ({ path }) => portAnswer(findPort(state, path)),
    "PortDetailView.patch": ({ path, body, requestId }) => {
      const project = findProject(state, path);
      const port = findPort(state, path);
      checkUpdate(project, port, body);
      const run = (at: number): object => {
        checkUpdate(project, port, body);
        update(port, body, at);
        return {};
      };
      const data = { port_id: port.id, ...body };
      return { tasks: [state.tasks.start({ taskType: "update_port", project, data, run }, requestId)] };
    },
  };
}

function checkUpdate(
  project: ProjectRecord,
  port: PortRecord,
  { security_group_ids: groupIds = [], ip_assignments: assignments }: PortUpdate,
): void {
  for (const id of groupIds) {
    if (!project.groups.has(id)) throw notFound(`Security group ${id} does not exist`);
  }
  if (assignments?.length === 0) throw validationError({ ip_assignments: ["A port needs at least one address"] });
  if (assignments?.some(({ subnet_id: id }) => id !== port.subnetId) === true) {
    throw validationError({ ip_assignments: ["The subnet is not one of the port's network"] });
  }
}

function update(port: PortRecord, body: PortUpdate, at: number): void {
  port.groupIds =
    body.security_group_ids === undefined ? port.groupIds : [...new Set(body.security_group_ids)].toSorted();
  port.portSecurityEnabled = body.port_security_enabled ?? port.portSecurityEnabled;
  port.allowedAddressPairs = body.allowed_address_pairs ?? port.allowedAddressPairs;
  port.ipAssignments = body.ip_assignments ?? port.ipAssignments;
  port.tags = mergeTags(port.tags, body.tags ?? {}, new Map());
  port.updatedAt = at;
}

function portAnswer(port: PortRecord): components["schemas"]["PortDetailSerializer"] {
  return {
    id: port.id,
    mac_address: port.macAddress,
    network_id: port.networkId,
    ip_assignments: [...port.ipAssignments],
    port_security_enabled: port.portSecurityEnabled,
    security_group_ids: [...port.groupIds],
    allowed_address_pairs: [...port.allowedAddressPairs],
    tags: Object.fromEntries(port.tags),
    system_tags: {},
    managed_by: "user",
    capabilities: { security_groups: true, port_security: true, allowed_address_pairs: true },
    attached_to: { resource_id: port.instanceId, resource_type: "instance" },
    created_at: resourceTimestamp(port.createdAt),
    updated_at: resourceTimestamp(port.updatedAt),
  };
}
