import { notFound } from "./api-error.ts";
import type { ProjectRecord } from "./gcore-records.ts";

/** Makes a virtual machine with one port in a network of its own, and answers with the machine's id. */
export function createInstance(
  project: ProjectRecord,
  { name, groups }: { readonly name: string; readonly groups: readonly string[] },
  at: number,
  newId: () => string,
): string {
  const missing = groups.find((id) => !project.groups.has(id));
  if (missing !== undefined) throw notFound(`Security group ${missing} does not exist`);
  const instanceId = newId();
  project.instances.set(instanceId, { id: instanceId, name, createdAt: at });
  const portId = newId();
  const subnetId = newId();
  project.ports.set(portId, {
    id: portId,
    instanceId,
    macAddress: `fa:16:3e:${portId.slice(0, 2)}:${portId.slice(2, 4)}:${portId.slice(4, 6)}`,
    networkId: newId(),
    subnetId,
    groupIds: [...new Set(groups)].toSorted(),
    portSecurityEnabled: true,
    allowedAddressPairs: [],
    ipAssignments: [{ subnet_id: subnetId, ip_address: "10.0.0.2" }],
    tags: new Map(),
    createdAt: at,
    updatedAt: at,
  });
  return instanceId;
}
